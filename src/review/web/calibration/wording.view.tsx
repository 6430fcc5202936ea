// What becomes of a standard's wording after a calibration: kept, reworded or split; and what was written of it since.
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemNotice } from '../../../web/kit/problem.view.tsx';
import { counted, countOf, day } from '../../../web/kit/words.ts';
import { useMe } from '../../../web/me.ts';
import type { CalibrationOnWire } from '../../calibration/calibration.shape.ts';
import { useSend } from './act.view.tsx';
import css from './calibrations.module.css';

type Standard = CalibrationOnWire['standards'][number];
type Decision = NonNullable<Standard['outcome']>['decision'];

const decided: Readonly<Record<Decision, string>> = {
  keep: 'The wording stays',
  reword: 'To be reworded',
  split: 'To be split',
};

export function Wording({
  standard,
  path,
  can,
}: {
  readonly standard: Standard;
  readonly path: string;
  readonly can: boolean;
}) {
  const { readsOnly } = useMe();
  const { outcome, changed, same, title, id } = standard;
  return (
    <div className={css.cell}>
      <h3>
        <Link to="/standards/$id" params={{ id } as never}>
          {title}
        </Link>
      </h3>
      {same && same.of > 0 ? (
        <p className={css.soft}>{`All said the same ${counted(same.times)} of ${countOf(same.of, 'time')}.`}</p>
      ) : null}
      {outcome ? (
        <p className={css.key}>
          <strong>{`${decided[outcome.decision]}.`}</strong> {outcome.note}{' '}
          <span className={css.soft}>{day(outcome.on)}</span>
        </p>
      ) : null}
      {changed.map((one) => (
        <p key={one.on + one.note}>
          {`Changed ${day(one.on)}: ${one.note || 'without a note'}. `}
          <Link to="/standards/$id" params={{ id } as never}>
            As it is now
          </Link>
        </p>
      ))}
      {can && !readsOnly ? <Decide key={outcome?.note} standard={standard} path={path} /> : null}
    </div>
  );
}

function Decide({ standard: { id, title, outcome }, path }: { readonly standard: Standard; readonly path: string }) {
  const { send, busy, problem } = useSend(path);
  const [decision, setDecision] = useState<string>(outcome?.decision ?? 'keep');
  const [note, setNote] = useState(outcome?.note ?? '');
  return (
    <form
      className={css.say}
      onSubmit={(event) => {
        event.preventDefault();
        void send('PUT', '/outcome', { standard: id, decision, note });
      }}
    >
      <SegmentedControl
        aria-label={`What becomes of “${title}”`}
        data={[
          { value: 'keep', label: 'Keep' },
          { value: 'reword', label: 'Reword' },
          { value: 'split', label: 'Split' },
        ]}
        value={decision}
        onChange={setDecision}
      />
      <Textarea
        label="What was agreed"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <p className={css.acts}>
        <Button type="submit" variant="default" loading={busy} disabled={note.trim() === ''}>
          Write it down
        </Button>
        {outcome && outcome.decision !== 'keep' ? (
          <Link to="/standards/$id/edit" params={{ id } as never}>
            Change the standard
          </Link>
        ) : null}
      </p>
      {problem ? <ProblemNotice problem={problem} /> : null}
    </form>
  );
}
