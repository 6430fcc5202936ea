// One lesson as everybody reads it, on a screen and on paper.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Lesson } from '../lessons/lessons.shape.ts';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Said } from '../../web/kit/said.view.tsx';
import { taskWord } from '../../web/kit/words.ts';
import css from './lessons.module.css';

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  return (
    <article className={css.page}>
      <Ask<Lesson> title="Lesson" path={`/v1/lessons/${encodeURIComponent(id)}`}>
        {(lesson) => <Told key={lesson.id} lesson={lesson} />}
      </Ask>
    </article>
  );
}

function Told({ lesson }: { readonly lesson: Lesson }) {
  const { title, says, standards, tasks, sites, parts } = lesson;
  return (
    <>
      <header className={css.head}>
        <p className={css.noPrint}>
          <Link to="/lessons">Lessons</Link>
        </p>
        <h1>{title}</h1>
        {standards.length > 0 ? (
          <p className={css.soft}>
            About{' '}
            {standards.map((one, at) => (
              <span key={one.id}>
                {at > 0 ? ', ' : ''}
                <Link to="/standards/$id" params={{ id: one.id } as never}>
                  {one.title}
                </Link>
              </span>
            ))}
            {tasks.length > 0 ? `. For ${tasks.map(taskWord).join(', ')}` : ''}
            {sites.length > 0 ? `. At ${sites.map((site) => site.name).join(', ')}` : ''}
          </p>
        ) : null}
      </header>
      {says === '' ? null : <p className={css.words}>{says}</p>}
      <ol className={css.parts}>
        {parts.map((part, at) => (
          <li key={at} className={css.part}>
            {part.moment ? (
              <div className={css.moment}>
                <p className={css.kicker} data-sort={part.moment.sort}>
                  {part.moment.sort === 'good' ? 'Good' : 'Not so'}
                </p>
                <h2>{part.moment.title}</h2>
                <Said turns={part.moment.turns} sort={part.moment.sort} />
              </div>
            ) : null}
            {part.says === '' ? null : <p className={css.words}>{part.says}</p>}
          </li>
        ))}
      </ol>
      {parts.length === 0 ? <p className={css.soft}>Nothing is in it yet.</p> : null}
      <Acts lesson={lesson} />
    </>
  );
}

const states = {
  'being-made': 'It is being made: only those who make lessons read it.',
  out: 'It is out: everybody it is for reads it.',
  ended: 'It was ended: only those who make lessons read it.',
} as const;

function Acts({ lesson }: { readonly lesson: Lesson }) {
  const { id, state, mayChange, missing } = lesson;
  const path = `/v1/lessons/${encodeURIComponent(id)}`;
  const queries = useQueryClient();
  const set = useMutation({
    mutationFn: async (next: Lesson['state']) => send<Lesson>('PUT', `${path}/state`, { state: next }),
    onSuccess: async (told) => {
      queries.setQueryData([path], told);
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/v1/lessons') && queryKey[0] !== path,
      });
    },
  });
  return (
    <footer className={`${css.head} ${css.noPrint}`}>
      {mayChange ? <p className={css.soft}>{states[state]}</p> : null}
      {mayChange && state !== 'out' && missing ? <p className={css.soft}>{missing}</p> : null}
      {set.error ? <ProblemNotice problem={set.error} /> : null}
      <p className={css.actions}>
        {mayChange && state !== 'out' ? (
          <Button loading={set.isPending} disabled={missing !== null} onClick={() => set.mutate('out')}>
            Give it out
          </Button>
        ) : null}
        <Button variant="default" onClick={() => window.print()}>
          Print it
        </Button>
        {mayChange ? (
          <>
            <Button
              variant="default"
              renderRoot={(props) => <Link {...props} to="/lessons/$id/edit" params={{ id } as never} />}
            >
              Change it
            </Button>
            {state === 'out' ? (
              <Button variant="default" loading={set.isPending} onClick={() => set.mutate('ended')}>
                End it
              </Button>
            ) : null}
          </>
        ) : null}
      </p>
    </footer>
  );
}
