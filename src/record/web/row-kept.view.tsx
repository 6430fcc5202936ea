// A row that was kept: what to do next, and the way back if it was a slip.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { get, send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import type { RowForm, TakenByHand } from '../by-hand/by-hand-row.shape.ts';
import type { EntryOnWire } from '../entries/entries.shape.ts';
import css from './record.module.css';
import { addressOf, kindWords } from './record-words.ts';

export interface RowKeptProps {
  readonly kept: TakenByHand;
  readonly before: RowForm['before'];
  readonly again: () => void;
}

export function RowKept({ kept, before, again }: RowKeptProps) {
  const [undone, setUndone] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const queries = useQueryClient();
  const { kind, key } = kept;
  const undo = async (): Promise<void> => {
    setBusy(true);
    try {
      const { digest } = await get<EntryOnWire>(`/v1/record/entries/${kind}/${encodeURIComponent(key)}`);
      if (before)
        await send('POST', '/v1/record/rows', {
          kind,
          cells: before.cells,
          ...(kind === 'policies' || kind === 'procedures' ? { text: before.text } : {}),
          replaces: { key, digest },
        });
      else await send('POST', '/v1/record/rows/take-out', { kind, key, digest });
      setUndone(true);
      void queries.invalidateQueries();
    } catch (error) {
      setProblem(error as Error);
    }
    setBusy(false);
  };
  const undoable = kept.taken !== 'same' && (before !== null || !['policies', 'procedures', 'people'].includes(kind));
  return (
    <div className={css.narrow}>
      <header className={css.section}>
        <h1>{undone ? 'Undone' : 'It is on record'}</h1>
        <p role="status">
          {undone
            ? before
              ? 'It says again what it said before.'
              : 'It is taken out again.'
            : kept.taken === 'same'
              ? 'It stood there word for word already; nothing changed.'
              : `${kindWords[kind].one}, ${kept.taken === 'changed' ? 'corrected' : 'added'}. The history has a line of it.`}
        </p>
      </header>
      {kept.warnings.length > 0 && !undone ? (
        <ul className={css.refusals}>
          {kept.warnings.map((one) => (
            <li key={one.sentence}>{one.sentence}</li>
          ))}
        </ul>
      ) : null}
      {problem ? <ProblemNotice problem={problem} /> : null}
      <p className={css.actions}>
        {undone && !before ? null : (
          <Button renderRoot={(props) => <Link {...props} to={addressOf(kept)} />}>See it</Button>
        )}
        {before ? null : (
          <Button variant="default" onClick={again}>
            Add another
          </Button>
        )}
        {undoable && !undone ? (
          <Button variant="default" loading={busy} onClick={() => void undo()}>
            Undo
          </Button>
        ) : null}
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/record" />}>
          To the record
        </Button>
      </p>
    </div>
  );
}
