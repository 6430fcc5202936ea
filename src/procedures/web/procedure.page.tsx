// One procedure to read: when to take it up, its steps with the words to say, how far one may go and what can go wrong. For those
// who look after it also where it confuses people and what would make it plainer.
import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { day } from '../../web/kit/words.ts';
import { useMe } from '../../web/me.ts';
import type { Procedure } from '../procedures.shape.ts';
import { ConfusionOf } from './confusion.view.tsx';
import { sortWords } from './procedure-words.ts';
import css from './procedures.module.css';
import { StepSays } from './step-says.view.tsx';
import { useBegin } from './use-begin.ts';

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  return (
    <Ask<Procedure> key={id} path={`/v1/procedures/${encodeURIComponent(id)}`} title="Procedure">
      {(procedure) => <One procedure={procedure} />}
    </Ask>
  );
}

function One({ procedure }: { readonly procedure: Procedure }) {
  const { id, title, sort, trigger, version, from, owner, holds, openRun, steps, advice, confusion } = procedure;
  const { suspendedSince, reviewDue } = procedure;
  const { readsOnly } = useMe();
  const { begin, busy, problem } = useBegin(id);
  return (
    <article className={css.page}>
      <header className={css.head}>
        <p>
          <Link to="/procedures">Procedures</Link>
        </p>
        <h1>{title}</h1>
        {trigger ? (
          <p className={css.trigger}>
            <span className={css.kicker}>When</span> {trigger}
          </p>
        ) : null}
        <p className={css.small}>
          {[
            sort ? sortWords[sort].says : null,
            `version ${version}`,
            holds
              ? `in force since ${day(from)}`
              : suspendedSince
                ? `suspended since ${day(suspendedSince)}`
                : `not in force today (from ${day(from)})`,
            owner ? `${owner.name} answers for it` : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {suspendedSince ? (
          <p role="status">
            {`Not re-justified${reviewDue ? ` by ${day(reviewDue)}` : ''}: suspended pending decision. It can’t be run until its owner says why it still stands.`}
          </p>
        ) : null}
        <p className={css.actions}>
          {holds && !readsOnly && steps.length > 0 ? (
            <Button size="md" leftSection={<IconPlayerPlay size={18} aria-hidden />} loading={busy} onClick={begin}>
              {openRun ? 'Go on where you left it' : 'Run it as a checklist'}
            </Button>
          ) : null}
          <Link to="/documents/$kind/$id" params={{ kind: 'procedure', id } as never} className={css.aside}>
            Versions, approvals, changes
          </Link>
        </p>
        {problem ? <ProblemNotice problem={problem} /> : null}
      </header>
      {steps.length === 0 ? <p>No step is written yet. Its owner can add them.</p> : null}
      <ol className={css.steps} aria-label="Steps">
        {steps.map((step, at) => (
          <li key={step.id} id={step.id} className={css.step}>
            <span className={css.number} aria-hidden>
              {at + 1}
            </span>
            <StepSays step={step} lit={advice?.filter((one) => one.part === step.id) ?? []} />
          </li>
        ))}
      </ol>
      {confusion ? <ConfusionOf procedure={procedure} confusion={confusion} /> : null}
    </article>
  );
}
