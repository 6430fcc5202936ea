// How often each standard is missed: what the machine says, what people's reviews make of it, and how many more would make it surer.
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { Ask } from '../../web/kit/ask.view.tsx';
import { MoreReviews, type RateRow } from '../../web/kit/checked-rate.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { type Column, Rows } from '../../web/kit/rows.view.tsx';
import { between, counted, percent } from '../../web/kit/words.ts';
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
    name: 'Missed, by machine',
    number: true,
    of: (row) => (row.rate === null || row.rate === undefined ? 'not known' : <span>{percent(1 - row.rate)}</span>),
  },
  { name: 'Missed, checked by people', of: (row) => <Checked row={row} /> },
];

function Told({ rates }: { readonly rates: Rates }) {
  const missed = (row: RateRow): number => 1 - (row.corrected?.these.rate ?? row.rate ?? 1);
  const [checked, others] = [
    rates.rows.filter((row) => row.claim === 'corrected'),
    rates.rows.filter((row) => row.claim !== 'corrected'),
  ].map((rows) => rows.toSorted((a, b) => missed(b) - missed(a)));
  return (
    <>
      {rates.says.map((one) => (
        <p key={one}>{one}</p>
      ))}
      <Part id="checked" title="Checked by people" rows={checked!} />
      <Part id="machine" title="By machine alone" rows={others!} />
    </>
  );
}

function Part({ id, title, rows }: { readonly id: string; readonly title: string; readonly rows: readonly RateRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Rows label={title} rows={rows} columns={columns} keyOf={(row) => row.standard} />
    </section>
  );
}

function Checked({ row }: { readonly row: RateRow }) {
  const { corrected, reviews, claim } = row;
  return (
    <div>
      {corrected ? (
        <>
          <strong>{percent(1 - corrected.these.rate)}</strong>
          {`, ${between(1 - corrected.these.to, 1 - corrected.these.from)}; ${counted(reviews.used)} reviews`}
          {corrected.of < row.marked + row.unsure ? `, of ${counted(corrected.of)} that could be drawn` : ''}
        </>
      ) : claim === 'machine-only' ? (
        'not checked yet'
      ) : (
        `${counted(reviews.used)} drawn reviews: too few`
      )}
      <MoreReviews row={row} />
    </div>
  );
}
