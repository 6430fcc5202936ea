// Jobs as the server tells of them while they get on. One connection for the whole app, and only while somebody looks at the tab:
// a browser opens no more than six to one server. What a job made is read anew once it has ended.
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { JobOnWire } from '../platform/jobs/jobs.shape.ts';

export const endedStates: readonly string[] = ['done', 'failed', 'cancelled'];

let jobs: readonly JobOnWire[] = [];
const ears = new Set<() => void>();

/** The newest jobs as last heard, the newest first; empty until something was heard. */
export function useJobsHeard(): readonly JobOnWire[] {
  return useSyncExternalStore(
    (changed) => {
      ears.add(changed);
      return () => ears.delete(changed);
    },
    () => jobs,
  );
}

/** Listens while this is on the page. @param hears whether whoever is signed in may hear of jobs */
export function useHearing(hears: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!hears) return undefined;
    let source: EventSource | null = null;
    const follow = (): void => {
      if (document.visibilityState !== 'visible') {
        source?.close();
        source = null;
      } else source ??= listen(queries);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      source?.close();
    };
  }, [hears, queries]);
}

function listen(queries: QueryClient): EventSource {
  const source = new EventSource('/v1/events');
  source.addEventListener('job', (event: MessageEvent<string>) => {
    const job = JSON.parse(event.data) as JobOnWire;
    const before = jobs.find((one) => one.id === job.id);
    jobs = [job, ...jobs.filter((one) => one.id !== job.id)].toSorted((a, b) => (a.askedAt < b.askedAt ? 1 : -1));
    for (const ear of ears) ear();
    const isJobs = (key: unknown): boolean => String(key).startsWith('/v1/jobs');
    if (before?.state !== job.state)
      void queries.invalidateQueries({ predicate: ({ queryKey }) => isJobs(queryKey[0]) });
    // Whatever it made may be on any page.
    if (before && !endedStates.includes(before.state) && endedStates.includes(job.state))
      void queries.invalidateQueries({ predicate: ({ queryKey }) => !isJobs(queryKey[0]) });
  });
  return source;
}
