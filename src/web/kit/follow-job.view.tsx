// A job that brings something in, followed to its end wherever it was asked for: how far it is, a way to stop it, and what came of
// it. The page may be left and opened again.
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { JobOnWire } from '../../platform/jobs/jobs.shape.ts';
import type { HeldImport } from '../../diagnosis/undo-import.shape.ts';
import { ApiProblem, get, send } from '../api.ts';
import { endedStates } from '../jobs-heard.ts';
import { useAsked } from './ask.view.tsx';
import css from './follow-job.module.css';
import { ProblemNotice } from './problem.view.tsx';
import { Progress } from './progress.view.tsx';
import { Waiting } from './waiting.view.tsx';

export interface FollowJobProps {
  readonly id: string;
  /** What is said while it runs, e.g. "Reading contacts". */
  readonly says: string;
  /** Leads back to where it was asked for. */
  readonly again: () => void;
  /** Once it has ended, or was stopped with something brought in already. */
  readonly children: (job: JobOnWire) => ReactNode;
}

const everyMs = 1000;

export function FollowJob({ id, says, again, children }: FollowJobProps) {
  const { data: job, error } = useQuery({
    queryKey: ['/v1/jobs', id],
    queryFn: async ({ signal }) => get<JobOnWire>(`/v1/jobs/${id}`, signal),
    refetchInterval: ({ state }) => (state.data && endedStates.includes(state.data.state) ? false : everyMs),
  });
  const cancel = useMutation({ mutationFn: async () => send('POST', `/v1/jobs/${id}/cancel`) });
  if (error) return <ProblemNotice problem={error} again={again} />;
  if (!job) return <Waiting says="Being read" />;
  if (job.state === 'failed') {
    const detail = job.problem?.detail ?? 'The files could not be read. Bring them in again.';
    return <ProblemNotice problem={new ApiProblem('job', 500, detail)} again={again} />;
  }
  if (job.state === 'done') return children(job);
  if (job.state === 'cancelled' && job.import !== undefined)
    return (
      <Stopped job={job} id={job.import}>
        {children}
      </Stopped>
    );
  if (job.state === 'cancelled')
    return (
      <div className={css.following}>
        <p>It was left before anything came in.</p>
        <Button onClick={again}>Choose files</Button>
      </div>
    );
  return (
    <div className={css.following}>
      <Progress
        says={job.state === 'waiting' ? 'Waits for its turn' : says}
        {...(job.done > 0 ? { done: job.done, of: job.of ?? null } : {})}
      />
      <p className={css.soft}>
        This goes on by itself, also when the page is closed. What is brought in already stays, whenever you stop.
      </p>
      <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
        Stop
      </Button>
    </div>
  );
}

interface StoppedProps extends Pick<FollowJobProps, 'children'> {
  readonly job: JobOnWire;
  /** Of its import. */
  readonly id: string;
}

/** The job counts whole files; what a stopped one brought, the import itself tells. */
function Stopped({ job, id, children }: StoppedProps) {
  const { data: held, error } = useAsked<HeldImport>(`/v1/imports/${id}`);
  if (!held && !error) return <Waiting says="Being read" />;
  const { alreadyHere = 0, rejects = 0 } = job.came ?? {};
  return children({ ...job, came: { contacts: held?.contacts ?? 0, versions: 0, alreadyHere, rejects } });
}
