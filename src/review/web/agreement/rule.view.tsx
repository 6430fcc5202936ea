// From when on a standard is called poor: the mark that agreement should reach, and the double reviews that it takes.
import { Button, NumberInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNotice } from '../../../web/kit/problem.view.tsx';
import { useMe } from '../../../web/me.ts';
import type { AgreementOnWire } from '../../agreement/agreement.shape.ts';
import css from './agreement.module.css';

export function Rule({ rule }: Pick<AgreementOnWire, 'rule'>) {
  const { readsOnly } = useMe();
  const queries = useQueryClient();
  const [floor, setFloor] = useState<number | string>(rule.floor);
  const [doubles, setDoubles] = useState<number | string>(rule.doubles);
  const [state, setState] = useState<'kept' | 'busy' | null>(null);
  const [problem, setProblem] = useState<Error | null>(null);
  const [open, setOpen] = useState(false);
  if (readsOnly) return null;
  const keep = async (): Promise<void> => {
    setState('busy');
    try {
      await send('PUT', '/v1/agreement/rule', { floor: Number(floor), doubles: Number(doubles) });
      await queries.invalidateQueries({ queryKey: ['/v1/agreement'] });
      setProblem(null);
      setState('kept');
    } catch (error) {
      setProblem(error as Error);
      setState(null);
    }
  };
  return (
    <details className={css.rule} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>When is a standard called poor?</summary>
      {open ? (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          <NumberInput
            label="Agreement beyond chance should reach"
            description="From 0 (as by chance) to 1 (always). Usual is 0.667, the least that is called reliable."
            value={floor}
            onChange={setFloor}
            min={0.01}
            max={0.99}
            step={0.05}
            decimalScale={3}
          />
          <NumberInput
            label="Double reviews that it takes"
            description="With fewer, nothing is said of a standard. Usual is 30."
            value={doubles}
            onChange={setDoubles}
            min={10}
            max={1000}
            step={10}
            allowDecimal={false}
          />
          {problem ? <ProblemNotice problem={problem} /> : null}
          <p className={css.acts}>
            <Button type="submit" loading={state === 'busy'}>
              Keep this
            </Button>
            <span role="status">{state === 'kept' ? 'Kept.' : ''}</span>
          </p>
        </form>
      ) : null}
    </details>
  );
}
