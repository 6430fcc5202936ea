// Procedures: what somebody needs at the desk, found by a few words. What nobody finds is kept, without who looked, and shown to
// those who can write it.
import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { send, withQuery } from '../../web/api.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Waiting } from '../../web/kit/waiting.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { ListedProcedure, Procedures } from '../procedures.shape.ts';
import { Missed } from './missed.view.tsx';
import { improvers, sortWords, writers } from './procedure-words.ts';
import css from './procedures.module.css';

/** Whoever stops typing for so long has asked. */
const settledAfter = 1500;

export function Page() {
  const me = useMe();
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const words = typeof search.words === 'string' ? search.words : '';
  const go = useNavigate();
  const { data, error, refetch, isPlaceholderData } = useAsked<Procedures>(
    withQuery('/v1/procedures', { words, limit: 100 }),
  );
  const nothing = data !== undefined && !isPlaceholderData && data.items.length === 0;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Procedures</h1>
        <p className={css.soft}>
          How to help a customer through something, do a task, or answer what somebody says or does.
        </p>
      </header>
      <TextInput
        type="search"
        size="lg"
        label="What do you need to know?"
        placeholder="lost key"
        maxLength={200}
        leftSection={<IconSearch size={20} aria-hidden />}
        defaultValue={words}
        className={css.search}
        onChange={({ currentTarget: { value } }) =>
          void go({ to: '/procedures', search: (value === '' ? {} : { words: value }) as never, replace: true })
        }
      />
      {error && !data ? <ProblemNotice problem={error} again={() => void refetch()} /> : null}
      {!data && !error ? <Waiting says="Being read" /> : null}
      <p role="status" className={css.small}>
        {data && words !== '' && !nothing ? found(data) : ''}
      </p>
      {nothing ? words.trim() === '' ? <None /> : <NotFound key={words} words={words} /> : null}
      {data && data.items.length > 0 ? (
        <ul className={css.found} aria-label="Procedures">
          {data.items.map((one) => (
            <li key={one.id}>
              <Found procedure={one} />
            </li>
          ))}
        </ul>
      ) : null}
      {data && data.suspended.length > 0 ? <Suspended suspended={data.suspended} /> : null}
      {sees(me, improvers) ? <Missed /> : null}
    </div>
  );
}

function found({ all, items, nearly }: Procedures): string {
  const shown = all > items.length ? `, ${items.length} shown` : '';
  return nearly
    ? `Nothing is written just so. ${countOf(all, 'procedure')} with words like it:`
    : countOf(all, 'procedure') + shown;
}

function Found({ procedure: { id, title, sort, trigger, steps } }: { readonly procedure: ListedProcedure }) {
  return (
    <Link to="/procedures/$id" params={{ id } as never} className={css.foundLink}>
      <strong>{title}</strong>
      {trigger ? <span>When: {trigger}</span> : null}
      <span className={css.small}>
        {[sort ? sortWords[sort].short : null, countOf(steps, 'step')].filter(Boolean).join(' · ')}
      </span>
    </Link>
  );
}

function Suspended({ suspended }: Pick<Procedures, 'suspended'>) {
  return (
    <section aria-labelledby="suspended">
      <h2 id="suspended">Suspended pending decision</h2>
      <p className={css.small}>
        Nobody said by their review why they still stand. They can be read, and not run, until somebody does.
      </p>
      <ul>
        {suspended.map(({ id, title, since }) => (
          <li key={id}>
            <Link to="/procedures/$id" params={{ id } as never}>
              {title}
            </Link>
            {`, since ${day(since)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function None() {
  const me = useMe();
  return (
    <Empty
      title="No procedure is in force yet"
      action={sees(me, writers) && !me.readsOnly ? <Write words="" /> : undefined}
      example={<p>A lost key. When: somebody stands before a locked door. 1. Ask for their ID. 2. …</p>}
    >
      Once the steps of a task are written down, whoever does it for the first time finds them here and runs them as a
      checklist.
    </Empty>
  );
}

function NotFound({ words }: { readonly words: string }) {
  const me = useMe();
  const [kept, setKept] = useState<boolean | null>(null);
  const queries = useQueryClient();
  const { readsOnly } = me;
  useEffect(() => {
    if (readsOnly) return undefined;
    const timer = setTimeout(() => {
      void send<{ kept: boolean }>('POST', '/v1/procedures/missed', { words })
        .then(async (reply) => {
          setKept(reply.kept);
          await queries.invalidateQueries({ queryKey: ['/v1/procedures/missed'] });
        })
        // Whether it was noted or not, whoever looks is helped by neither.
        .catch(() => setKept(null));
    }, settledAfter);
    return () => clearTimeout(timer);
  }, [words, readsOnly, queries]);
  return (
    <Empty
      title="Nothing is written about that"
      action={sees(me, writers) && !readsOnly ? <Write words={words} /> : <Link to="/procedures">Show all</Link>}
    >
      <p>Try one word less, or another one for the same thing. Then ask whoever answers for your site.</p>
      <p role="status">
        {kept
          ? 'It is noted, without your name, that somebody looked for this: those who write procedures see it.'
          : ''}
      </p>
    </Empty>
  );
}

function Write({ words }: { readonly words: string }) {
  return (
    <Button
      renderRoot={(props) => (
        <Link
          {...props}
          to="/documents/new"
          search={{ kind: 'procedure', ...(words === '' ? {} : { title: words }) } as never}
        />
      )}
    >
      Write this procedure
    </Button>
  );
}
