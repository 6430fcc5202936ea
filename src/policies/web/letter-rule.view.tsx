// How long answers may take, for owners to set.
import { Button, NumberInput, Switch, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import kit from '../../web/kit/answered.module.css';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import type { LettersOnWire } from '../letters/letters.shape.ts';
import css from './letters.module.css';

export function LetterRule({ rule }: { readonly rule: LettersOnWire['rule'] }) {
  const [open, setOpen] = useState(false);
  const [days, setDays] = useState<number | string>(rule.days);
  const [counselDays, setCounselDays] = useState<number | string>(rule.counselDays);
  const [signOff, setSignOff] = useState(rule.signOff);
  const [daysOff, setDaysOff] = useState(rule.daysOff.join('\n'));
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: async () =>
      send('PUT', '/v1/letters/rule', {
        days: Number(days),
        counselDays: Number(counselDays),
        signOff,
        daysOff: daysOff.split(/[\s,;]+/).filter((one) => one !== ''),
      }),
    onSuccess: async () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/v1/letters') }),
  });
  return (
    <section className={kit.section} aria-label="How long answers may take">
      <div className={kit.actions}>
        <span>
          Answers within {countOf(rule.days, 'working day')}; counsel looks within {rule.counselDays}
          {rule.signOff ? '; an owner signs' : ''}.
        </span>
        <Button variant="default" size="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Leave it' : 'Change it'}
        </Button>
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
            max={60}
            value={days}
            onChange={setDays}
            allowDecimal={false}
          />
          <NumberInput
            label="Working days of counsel’s look"
            description="Silence lets an adoption pass."
            min={1}
            max={30}
            value={counselDays}
            onChange={setCounselDays}
            allowDecimal={false}
          />
          <Switch
            label="An owner signs what others adopt"
            checked={signOff}
            onChange={(event) => setSignOff(event.currentTarget.checked)}
          />
          <Textarea
            label="Days off besides weekends"
            description="One a line, for example 2026-12-25."
            autosize
            minRows={2}
            value={daysOff}
            onChange={(event) => setDaysOff(event.currentTarget.value)}
          />
          {keep.error ? <ProblemNotice problem={keep.error} /> : null}
          <div className={kit.actions}>
            <Button type="submit" loading={keep.isPending}>
              Keep it
            </Button>
            <span role="status">{keep.isSuccess ? 'It holds for letters from now on.' : ''}</span>
          </div>
        </form>
      ) : null}
    </section>
  );
}
