// Long work that goes on, in a corner of every page: what and how far, with a way to all of it. Those who hear the page are told
// when work begins and ends, not at every step.
import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { endedStates, useHearing, useJobsHeard } from './jobs-heard.ts';
import { nameOfJob, stateOfJob } from './job-words.ts';
import { type Me, sees, seesWhole } from './me.ts';
import css from './job-chip.module.css';

/** Nobody waits for these: they come by themselves after every change. */
const quiet: readonly string[] = ['search'];

export function JobChip({ me }: { readonly me: Me }) {
  const hears = seesWhole(me) && sees(me, ['owner', 'district-manager', 'manager', 'trainer', 'reviewer']);
  useHearing(hears);
  const heard = useJobsHeard().filter((one) => !quiet.includes(one.work));
  // Of what had ended before this page was opened nothing is said.
  const began = useRef(new Set<string>());
  for (const job of heard) if (!endedStates.includes(job.state)) began.current.add(job.id);
  const running = heard.find((one) => one.state === 'running') ?? heard.find((one) => one.state === 'waiting');
  const latest = heard.find((one) => began.current.has(one.id));
  const failed = latest?.state === 'failed' ? latest : undefined;
  const shown = running ?? failed;
  return (
    <>
      <VisuallyHidden aria-live="polite">{latest ? said(latest.state, nameOfJob(latest)) : ''}</VisuallyHidden>
      {shown ? (
        <aside aria-label="Long work">
          <Link to="/jobs" className={css.chip} data-state={shown.state}>
            <strong>{nameOfJob(shown)}</strong>
            <span>{shown.state === 'failed' ? 'did not work: see why' : stateOfJob(shown)}</span>
            {shown.of ? <progress value={shown.done} max={shown.of} aria-hidden /> : null}
          </Link>
        </aside>
      ) : null}
    </>
  );
}

function said(state: string, name: string): string {
  if (state === 'running') return `Begun: ${name}`;
  if (state === 'done') return `Done: ${name}`;
  if (state === 'failed') return `Did not work: ${name}`;
  return state === 'cancelled' ? `Left: ${name}` : `Waits for its turn: ${name}`;
}
