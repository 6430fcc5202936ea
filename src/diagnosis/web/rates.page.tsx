// How often each standard is missed: what the machine says, what people's reviews make of it, and how many more would make it surer.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { Ask } from '../../web/kit/ask.view.tsx';
import type { RateRow } from '../../web/kit/checked-rate.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { type Column, Rows } from '../../web/kit/rows.view.tsx';
import { between, counted, countOf, percent } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { RatesShape } from '../rates/rates.shape.ts';
import css from './causes.module.css';

type Rates = z.infer<typeof RatesShape>;

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Rates</h1>
        <p className={css.lede}>
          How often each standard is missed where it could be judged: by machine, and as people’s reviews correct it. A
          machine’s rate that nobody checked is no more than a first guess.
        </p>
      </header>
      <Ask<Rates>
        path="/v1/rates?by=standard"
        isEmpty={({ rows }) => rows.length === 0}
        empty={
          <Empty title="Nothing is marked yet" action={<Link to="/contacts/bring">Bring contacts in</Link>}>
            Bring calls, chats or visits: each is marked by every standard, and the rates stand here.
          </Empty>
        }
      >
        {(rates) => <Told rates={rates} />}
      </Ask>
    </div>
  );
}

const columns: readonly Column<RateRow>[] = [
  {
    name: 'Standard',
    of: (row) => (
      <Link to="/standards/$id" params={{ id: row.standard } as never}>
        {row.title}
      </Link>
    ),
  },
  { name: 'Judged', number: true, of: (row) => counted(row.marked) },
  {
    name: 'By machine',
    number: true,
    of: (row) => (row.rate === null || row.rate === undefined ? 'not known' : <span>{percent(1 - row.rate)}</span>),
  },
  { name: 'Checked by people', of: checkedWords },
  { name: 'Worth reviewing', of: (row) => <More row={row} /> },
];

/** As many as a look takes in; the rest is one press away. */
const atFirst = 10;

function Told({ rates }: { readonly rates: Rates }) {
  const missed = (row: RateRow): number => 1 - (row.corrected?.these.rate ?? row.rate ?? 1);
  const [checked, others] = [
    rates.rows.filter((row) => row.claim === 'corrected'),
    rates.rows.filter((row) => row.claim !== 'corrected'),
  ].map((rows) => rows.toSorted((a, b) => missed(b) - missed(a)));
  return (
    <>
      <Part id="checked" title="Checked by people" rows={checked!} />
      <Part id="machine" title="By machine alone" rows={others!} />
      <section className={css.section} aria-labelledby="more">
        <h2 id="more">What else there is to know</h2>
        {rates.says.map((one) => (
          <p key={one}>{one}</p>
        ))}
        <p>
          Where nothing is checked yet, the figure beside it is how many drawn reviews would tell the rate, and how
          well. <Link to="/agreement">How far people agree</Link> says which standards are worth it.
        </p>
      </section>
    </>
  );
}

function Part({ id, title, rows }: { readonly id: string; readonly title: string; readonly rows: readonly RateRow[] }) {
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.slice(0, atFirst);
  return (
    <section className={css.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={css.soft}>How often each was missed, most first.</p>
      <Rows label={title} rows={shown} columns={columns} keyOf={(row) => row.standard} />
      {shown.length < rows.length ? (
        <div>
          <Button variant="default" onClick={() => setAll(true)}>
            Show all {rows.length}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function checkedWords({ corrected, reviews, claim, marked, unsure }: RateRow): string {
  if (!corrected) return claim === 'machine-only' ? 'not yet' : `${countOf(reviews.used, 'review')}: too few`;
  const { rate, from, to } = corrected.these;
  const of = corrected.of < marked + unsure ? ` from ${counted(corrected.of)}` : '';
  return `${percent(1 - rate)}, ${between(1 - to, 1 - from)} (${counted(reviews.used)} reviews${of})`;
}

/** So many more reviews, to so and so much; the way to a plan for those who plan. */
function More({ row: { more, standard, reviews } }: { readonly row: RateRow }) {
  const me = useMe();
  if (more === null) return <>enough</>;
  const says = `${counted(more.reviews)}${reviews.used > 0 ? ' more' : ''}: within ${Math.round(more.within * 100)} in 100`;
  if (!sees(me, ['owner', 'district-manager', 'manager', 'trainer']) || me.readsOnly) return <>{says}</>;
  return (
    <Link
      to="/reviews/plans/$plan"
      params={{ plan: 'new' } as never}
      search={{ standard, reviews: more.reviews } as never}
    >
      {says}
    </Link>
  );
}
