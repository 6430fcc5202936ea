// The check of the chain: every line is read and must follow the one before. The head it ends with is written down elsewhere, and
// compared another day.
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { get, withQuery } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import type { HistoryCheckOnWire } from '../history/history.shape.ts';
import css from './settings.module.css';

export function CheckHistory() {
  const [head, setHead] = useState('');
  const check = useMutation({
    mutationFn: async () => get<HistoryCheckOnWire>(withQuery('/v1/ledger/check', { head: head.trim() })),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    check.mutate();
  };
  return (
    <section className={css.section} aria-labelledby="check">
      <h2 id="check">Is it whole?</h2>
      <form className={css.narrow} onSubmit={submit}>
        <TextInput
          label="A head that you wrote down before"
          description="May stay empty. With it, a history that was cut off or written anew shows as well."
          placeholder="14:5f1c…"
          value={head}
          onChange={(event) => setHead(event.currentTarget.value)}
          autoComplete="off"
        />
        <div>
          <Button type="submit" loading={check.isPending}>
            Check every line
          </Button>
        </div>
      </form>
      {check.error ? <ProblemNotice problem={check.error} /> : null}
      {check.data ? <Told {...check.data} compared={head.trim() !== ''} /> : null}
    </section>
  );
}

function Told({ lines, head, wrong, compared }: HistoryCheckOnWire & { readonly compared: boolean }) {
  return (
    <div className={`${css.panel} ${wrong.length > 0 ? css.grave : ''}`} role="status">
      {wrong.length === 0 ? (
        <p>
          <strong>{`The history holds: ${countOf(lines, 'line')}, each as it was written.`}</strong>
          {compared ? ' It goes on from the head that you wrote down.' : ''}
        </p>
      ) : (
        <>
          <p>
            <strong>The history is not as it was written.</strong> Keep a copy of the data as it is, and find out who
            had a hand in it.
          </p>
          <ul className={css.wrong}>
            {wrong.map(({ seq, sentence }) => (
              <li key={`${seq} ${sentence}`}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <p className={css.soft}>Its head now. Write it down somewhere else, and give it to the next check:</p>
      <p className={css.code}>{head}</p>
    </div>
  );
}
