// The history: what was done, when, by whom, newest first; and the check that no line of it was changed.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, withQuery } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { type Column, Rows } from '../../web/kit/rows.view.tsx';
import { Waiting } from '../../web/kit/waiting.view.tsx';
import { counted } from '../../web/kit/words.ts';
import { folded, type Folded, headings } from '../history/history.core.ts';
import type { HistoryOnWire } from '../history/history.shape.ts';
import { CheckHistory } from './check-history.view.tsx';
import css from './settings.module.css';

const path = '/v1/ledger/lines';

export function Page() {
  const [asked, setAsked] = useState({ about: '', from: '', to: '' });
  const change = (name: keyof typeof asked) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setAsked((before) => ({ ...before, [name]: value }));
  };
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>History</h1>
        <p className={css.lede}>
          What was done here, line by line, since the first day. Nobody can change or remove a line; none holds a word
          of a contact.
        </p>
      </header>
      <CheckHistory />
      <section className={css.section} aria-labelledby="lines">
        <h2 id="lines">What was done</h2>
        <div className={css.filters}>
          <NativeSelect
            label="About"
            value={asked.about}
            onChange={change('about')}
            data={[
              { value: '', label: 'Everything' },
              ...Object.entries(headings).map(([value, [label]]) => ({ value, label })),
            ]}
          />
          <TextInput label="From" type="date" value={asked.from} onChange={change('from')} />
          <TextInput label="Until" type="date" value={asked.to} onChange={change('to')} />
          <Button component="a" variant="default" href={withQuery(`${path}.csv`, asked)} download>
            Take out as CSV
          </Button>
        </div>
        <Lines asked={asked} />
      </section>
    </div>
  );
}

const moment = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  hourCycle: 'h23',
});

const columns: Column<Folded>[] = [
  { name: 'What', of: ({ says, times }) => (times === 1 ? says : `${says}, ${counted(times)} times`) },
  { name: 'When (UTC)', of: ({ at }) => moment.format(new Date(at)) },
  { name: 'By', of: ({ by }) => by },
  {
    name: 'Line',
    number: true,
    of: ({ first, last }) => (first === last ? counted(first) : `${counted(first)} to ${counted(last)}`),
  },
];

function Lines({ asked }: { readonly asked: Readonly<Record<string, string>> }) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [path, asked],
    queryFn: async ({ pageParam, signal }) =>
      get<HistoryOnWire>(withQuery(path, { ...asked, before: pageParam }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  if (error) return <ProblemNotice problem={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting says="Being read" />;
  const lines = data.pages.flatMap((page) => page.items);
  if (lines.length === 0) return <p>Nothing of the kind was done in these days. Choose everything, or more days.</p>;
  return (
    <>
      <Rows label="What was done" rows={folded(lines)} columns={columns} keyOf={({ last }) => String(last)} />
      {hasNextPage ? (
        <div>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show older lines
          </Button>
        </div>
      ) : null}
    </>
  );
}
