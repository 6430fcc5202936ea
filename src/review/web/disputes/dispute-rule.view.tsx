// How long answers to disputes may take, for owners to set.
import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import kit from '../../../web/kit/answered.module.css';
import { ProblemNotice } from '../../../web/kit/problem.view.tsx';
import { countOf } from '../../../web/kit/words.ts';
import css from './disputes.module.css';

export function DisputeRule({ days: kept }: { readonly days: number }) {
  const [open, setOpen] = useState(false);
  const [days, setDays] = useState<number | string>(kept);
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: async () => send('PUT', '/v1/disputes/rule', { days: Number(days) }),
    onSuccess: async () => {
      setOpen(false);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/v1/disputes') });
    },
  });
  return (
    <section className={kit.section} aria-label="How long answers may take">
      <div className={kit.actions}>
        <span>Answers within {countOf(kept, 'working day')}, in each round.</span>
        <Button variant="default" size="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Leave it' : 'Change it'}
        </Button>
        <span role="status">{keep.isSuccess && !open ? 'It holds for disputes from now on.' : ''}</span>
      </div>
      {open ? (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            keep.mutate();
          }}
        >
          <NumberInput
            label="Working days for an answer"
            min={1}
            max={30}
            value={days}
            onChange={setDays}
            allowDecimal={false}
          />
          <p className={kit.soft}>
            Days off besides weekends are those of all clocks: they are set under <Link to="/letters">Letters</Link>.
          </p>
          {keep.error ? <ProblemNotice problem={keep.error} /> : null}
          <div className={kit.actions}>
            <Button type="submit" loading={keep.isPending}>
              Keep it
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}
