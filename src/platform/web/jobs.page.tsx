// Long work: what goes on, what waits, how it ended and what to do where it failed. It can be left, and tried again.
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconLoader, IconPlayerStop, type Icon } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get, type Page as ListPage, send, withQuery } from '../../web/api.ts';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Waiting } from '../../web/kit/waiting.view.tsx';
import { countOf, sentence } from '../../web/kit/words.ts';
import { nameOfJob, stateOfJob } from '../../web/job-words.ts';
import { endedStates, useJobsHeard } from '../../web/jobs-heard.ts';
import type { JobOnWire } from '../jobs/jobs.shape.ts';
import css from './jobs.module.css';

export function Page() {
  const heard = useJobsHeard();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['/v1/jobs'],
    queryFn: async ({ pageParam, signal }) =>
      get<ListPage<JobOnWire>>(withQuery('/v1/jobs', { after: pageParam, limit: 20 }), signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  // What is heard is newer than what was read.
  const newest = new Map(heard.map((one) => [one.id, one]));
  const jobs = data?.pages.flatMap((page) => page.items).map((one) => newest.get(one.id) ?? one);
  return (
    <div className={css.page}>
      <header>
        <h1>Long work</h1>
        <p className={css.soft}>It goes on while you do something else, also when this page is closed.</p>
      </header>
      {jobs === undefined ? (
        error ? (
          <ProblemNotice problem={error} again={() => void refetch()} />
        ) : (
          <Waiting says="Being read" />
        )
      ) : jobs.length === 0 ? (
        <Empty title="Nothing yet" action={<Link to="/contacts/bring">Bring calls, visits or chats</Link>}>
          What takes longer than a moment stands here: reading files, marking, finding causes. You see how far it is,
          can leave it, and learn what to do where it failed.
        </Empty>
      ) : (
        <>
          <ul className={css.list}>
            {jobs.map((job) => (
              <Item key={job.id} job={job} />
            ))}
          </ul>
          {hasNextPage ? (
            <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              Earlier ones
            </Button>
          ) : null}
        </>
      )}
    </div>
  );
}

const signs: Readonly<Record<string, Icon>> = {
  waiting: IconClock,
  running: IconLoader,
  done: IconCheck,
  failed: IconAlertTriangle,
  cancelled: IconPlayerStop,
};

function Item({ job }: { readonly job: JobOnWire }) {
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: async (verb: 'cancel' | 'again') => send('POST', `/v1/jobs/${job.id}/${verb}`),
    onSettled: async () => queries.invalidateQueries({ queryKey: ['/v1/jobs'] }),
  });
  const { state, problem, tries, of, done, came } = job;
  const Sign = signs[state] ?? IconClock;
  const open = !endedStates.includes(state);
  const name = nameOfJob(job);
  return (
    <li className={css.job} data-state={state}>
      <Sign size={22} aria-hidden className={css.sign} />
      <div className={css.told}>
        <p>
          <strong>{name}</strong>:{' '}
          {state === 'failed' ? 'did not work' : state === 'cancelled' ? 'left' : stateOfJob(job)}
        </p>
        {open && of ? <progress value={done} max={of} aria-label={name} /> : null}
        {problem ? <p className={css.problem}>{sentence(problem.detail)}</p> : null}
        <p className={css.soft}>
          {[
            `Asked for ${when(job.askedAt)}`,
            job.endedAt ? `ended ${when(job.endedAt)}` : '',
            tries > 1 ? `try ${tries}` : '',
          ]
            .filter((one) => one !== '')
            .join(', ')}
          {came ? `. ${countOf(came.contacts + came.versions, 'contact')} came in` : ''}
          {came && came.rejects > 0 ? `, ${countOf(came.rejects, 'row')} could not` : ''}
        </p>
        {act.error ? <ProblemNotice problem={act.error} /> : null}
      </div>
      <div className={css.verbs}>
        {job.import === undefined ? null : (
          <Button
            variant="default"
            size="xs"
            renderRoot={(props) => <Link {...props} to="/contacts/bring" search={{ job: job.id } as never} />}
          >
            What came of it
          </Button>
        )}
        {open ? (
          <Button
            variant="default"
            size="xs"
            aria-label={`Leave: ${name}`}
            loading={act.isPending}
            onClick={() => act.mutate('cancel')}
          >
            Leave it
          </Button>
        ) : state === 'done' ? null : (
          <Button
            variant="default"
            size="xs"
            aria-label={`Try again: ${name}`}
            loading={act.isPending}
            onClick={() => act.mutate('again')}
          >
            Try again
          </Button>
        )}
      </div>
    </li>
  );
}

/** By the clock of whoever looks. */
function when(moment: string): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));
}
