// A button that asks for long work and shows how far it is, whoever asked for it. The page can be left: the work goes on, and what
// was read before is read anew once it is done.
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JobOnWire, WorkAsked } from '../../platform/jobs/jobs.shape.ts';
import { ApiProblem, get, send } from '../api.ts';
import { useJobsHeard } from '../jobs-heard.ts';
import { ProblemNotice } from './problem.view.tsx';
import { Progress } from './progress.view.tsx';

export interface RunJobProps {
  readonly work: WorkAsked;
  /** What the work is given, where it takes anything. */
  readonly input?: Readonly<Record<string, string>>;
  readonly label: string;
  /** What is said while it runs. */
  readonly says: string;
}

const everyMs = 1000;
const over: readonly string[] = ['done', 'failed', 'cancelled'];

export function RunJob({ work, input, label, says }: RunJobProps) {
  const queries = useQueryClient();
  const begin = useMutation({
    mutationFn: async () => send<JobOnWire>('POST', '/v1/jobs', { work, ...(input ? { input } : {}) }),
  });
  const id = begin.data?.id;
  const { data: job } = useQuery({
    queryKey: ['/v1/jobs', id],
    enabled: id !== undefined,
    queryFn: async ({ signal }) => {
      const found = await get<JobOnWire>(`/v1/jobs/${id}`, signal);
      // Whatever it made may be on any page.
      if (over.includes(found.state))
        void queries.invalidateQueries({ predicate: (one) => one.queryKey[0] !== '/v1/jobs' });
      return found;
    },
    refetchInterval: ({ state }) => (state.data && over.includes(state.data.state) ? false : everyMs),
  });
  const going = useGoing(work);
  const failed =
    job?.problem && over.includes(job.state) ? new ApiProblem('job', 500, job.problem.detail) : begin.error;
  if (failed) return <ProblemNotice problem={failed} again={() => begin.mutate()} />;
  if (id !== undefined && !(job && over.includes(job.state)))
    return (
      <Progress says={job?.says ?? says} {...(job && job.done > 0 ? { done: job.done, of: job.of ?? null } : {})} />
    );
  if (going) return <Going job={going} says={says} />;
  return <Button onClick={() => begin.mutate()}>{label}</Button>;
}

/** The same work where somebody else asked for it, or the program did; undefined where none goes on or waits. */
export function useGoing(work: WorkAsked): JobOnWire | undefined {
  return useJobsHeard().find((one) => one.work === work && !over.includes(one.state));
}

function Going({ job, says }: { readonly job: JobOnWire; readonly says: string }) {
  if (job.state === 'waiting') return <Progress says={`${says}: it waits for its turn`} />;
  return <Progress says={says} {...(job.done > 0 ? { done: job.done, of: job.of ?? null } : {})} />;
}
