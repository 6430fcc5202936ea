// One's own job description while it is being written: kept by itself as it grows; a duty taken out can be put back.
import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type ApiProblem, send } from '../../../web/api.ts';
import { sentence, taskWord } from '../../../web/kit/words.ts';
import type { Written, WrittenDuty } from '../../job-descriptions/job-description.core.ts';
import type { JobDescription, OwnJobDescriptions } from '../../job-descriptions/job-description.shape.ts';
import { ownPath, useOwnWritten } from './use-own-written.ts';
import type { KeptState } from './written-keeper.ts';
import { Amiss } from './amiss.view.tsx';
import css from './duties.module.css';
import { newDuty } from './duty-fields.view.tsx';
import { OwnDuty } from './own-duty.view.tsx';

export function OwnEditor({
  told,
  begun,
}: {
  readonly told: OwnJobDescriptions;
  readonly begun: JobDescription | null;
}) {
  const writing = useOwnWritten(begun, () => startingWith(told));
  const { written, keepNow, state } = writing;
  const [out, setOut] = useState<{ readonly duty: WrittenDuty; readonly at: number } | null>(null);
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ApiProblem | null>(null);
  const queries = useQueryClient();
  const problem = refused ?? (state === 'failed' || state === 'changed' ? writing.problem : null);
  const change = (more: Partial<Written>): void => {
    setRefused(null);
    setSure(false);
    writing.change(more);
  };
  const sendIt = async (): Promise<void> => {
    setBusy(true);
    setRefused(null);
    try {
      // Of one that stands as it was begun with nothing is kept yet.
      if (!begun) writing.change({});
      if (await keepNow()) {
        await send('POST', `${ownPath}/send`);
        await queries.invalidateQueries({ queryKey: [ownPath] });
      }
    } catch (error) {
      setRefused(error as ApiProblem);
    }
    setSure(false);
    setBusy(false);
  };
  const { duties, daily, suggestions } = written;
  const who = told.supervisor?.name ?? 'whoever answers for you';
  return (
    <>
      <ol className={css.duties} aria-label="My duties">
        {duties.map((duty, at) => (
          <OwnDuty
            key={duty.id}
            duty={duty}
            nth={at + 1}
            opened={at === 0 || duty.task === ''}
            standards={told.standards}
            wrong={wrongOf(problem, at)}
            set={(now) => change({ duties: duties.map((one) => (one.id === duty.id ? now : one)) })}
            takeOut={() => {
              setOut({ duty, at });
              change({ duties: duties.filter((one) => one.id !== duty.id) });
            }}
          />
        ))}
      </ol>
      {out ? (
        <p role="status" className={css.actions}>
          Taken out: {out.duty.task || 'an empty duty'}.
          <Button
            variant="default"
            onClick={() => {
              change({ duties: duties.toSpliced(out.at, 0, out.duty) });
              setOut(null);
            }}
          >
            Put it back
          </Button>
        </p>
      ) : null}
      <p>
        <Button variant="default" onClick={() => change({ duties: [...duties, newDuty()] })}>
          Add a duty
        </Button>
      </p>
      <Textarea
        label="A usual day"
        description="As it really goes, from the first hour to the last."
        autosize
        minRows={3}
        maxLength={8000}
        value={daily}
        onChange={(event) => change({ daily: event.currentTarget.value })}
      />
      <section className={css.section} aria-labelledby="suggestions">
        <h2 id="suggestions">Suggestions</h2>
        <p className={css.small}>
          What would let you serve better. Each can become a <Link to="/letters/new">letter</Link>, which is owed an
          answer.
        </p>
        {suggestions.map((one, at) => (
          <Textarea
            // Suggestions have no names of their own, and are never moved.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            aria-label={`Suggestion ${at + 1}`}
            autosize
            maxLength={2000}
            value={one}
            onChange={(event) => change({ suggestions: suggestions.with(at, event.currentTarget.value) })}
          />
        ))}
        <p>
          <Button variant="default" onClick={() => change({ suggestions: [...suggestions, ''] })}>
            Add a suggestion
          </Button>
        </p>
      </section>
      {problem ? <Amiss problem={problem} /> : null}
      {sure ? (
        <section className={css.note} aria-label="Send it">
          <p>
            {sentence(who)} is asked to answer to every line within ten working days. From then on it stays as you wrote
            it.
          </p>
          <p className={css.actions}>
            <Button loading={busy} onClick={() => void sendIt()}>
              Yes, send it
            </Button>
            <Button variant="default" onClick={() => setSure(false)}>
              Not yet
            </Button>
          </p>
        </section>
      ) : (
        <p className={css.actions}>
          <Button variant="default" disabled={duties.length === 0 || state === 'changed'} onClick={() => setSure(true)}>
            Send it to {who}
          </Button>
          {state === 'unkept' || state === 'failed' ? (
            <Button variant="default" onClick={() => void keepNow()}>
              Keep it now
            </Button>
          ) : null}
          <span role="status" className={css.small}>
            {begun === null && state === 'kept' ? 'It is kept by itself as you write.' : keptWords[state]}
          </span>
        </p>
      )}
    </>
  );
}

const keptWords: Readonly<Record<KeptState, string>> = {
  kept: 'Kept. Nobody else sees it yet.',
  unkept: 'Not kept yet …',
  keeping: 'Being kept …',
  failed: 'It could not be kept. What you wrote stands here.',
  changed: 'It is kept no more from here.',
};

/** What was agreed last; else what the record says of the role; else one empty duty. */
function startingWith({ items, roleDuties }: OwnJobDescriptions): Written {
  const last = items[0];
  if (last) return { duties: last.agreed, daily: last.written.daily, suggestions: [] };
  const duties = roleDuties.map(({ task, standards }) => ({
    ...newDuty(),
    task: sentence(taskWord(task)),
    standards,
  }));
  return { duties: duties.length > 0 ? duties : [newDuty()], daily: '', suggestions: [] };
}

function wrongOf(problem: ApiProblem | null, at: number): Record<string, string> {
  const own = `/duties/${at}/`;
  return Object.fromEntries(
    (problem?.errors ?? [])
      .filter((one) => one.pointer.startsWith(own))
      .map(({ pointer, detail }) => [pointer.slice(own.length), sentence(detail)]),
  );
}
