// Sites side by side: how much is missed, which cause leads, what each produces beside what its size, price and place would
// give, and what the short ones share. Sites are compared, never people.
import { Link } from '@tanstack/react-router';
import { Ask } from '../../web/kit/ask.view.tsx';
import { CauseLabel } from '../../web/kit/cause.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { type Column, Rows } from '../../web/kit/rows.view.tsx';
import { money, percent } from '../../web/kit/words.ts';
import { leadingAt } from '../overview/overview.core.ts';
import type { Overview } from '../overview/overview.shape.ts';
import type { Production } from '../production/production.shape.ts';
import { BringRecord } from './bring-record.view.tsx';
import { ByMachine } from './by-machine.view.tsx';
import css from './causes.module.css';

type Site = Overview['sites'][number];
type Produced = Extract<Production, { kind: 'production' }>;

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Sites</h1>
        <p className={css.lede}>What is missed where, and what it may have to do with what a site produces.</p>
      </header>
      <Ask<Overview>
        path="/v1/overview"
        isEmpty={({ sites }) => sites.length === 0}
        empty={
          <Empty title="No site yet" action={<Link to="/contacts/bring">Bring contacts in</Link>}>
            Contacts that say at which site they were make this page: a column called site in your table is enough.
          </Empty>
        }
      >
        {({ sites }) => (
          <Ask<Production> path="/v1/production">{(produced) => <Compared sites={sites} produced={produced} />}</Ask>
        )}
      </Ask>
    </div>
  );
}

function Compared({ sites, produced }: { readonly sites: readonly Site[]; readonly produced: Production }) {
  const known = produced.kind === 'production' ? produced : null;
  const bySite = new Map((known?.sites ?? []).map((one) => [one.site, one]));
  const columns: Column<Site>[] = [
    {
      name: 'Site',
      of: (site) => (
        <Link to="/causes/failures" search={{ site: site.id } as never}>
          {site.name}
        </Link>
      ),
    },
    { name: 'Missed', number: true, of: (site) => percent(site.failed / Math.max(1, site.met + site.failed)) },
    { name: 'Led most to', of: (site) => <Leading site={site} /> },
    ...(known ? producedColumns(known, bySite) : []),
  ];
  const rate = (site: Site): number => site.failed / Math.max(1, site.met + site.failed);
  return (
    <>
      <Rows
        label="Sites"
        rows={sites.toSorted((a, b) => rate(b) - rate(a))}
        columns={columns}
        keyOf={(site) => site.id}
      />
      <ByMachine />
      <section className={css.section} aria-labelledby="share">
        <h2 id="share">What the short ones share</h2>
        {produced.told.map((one) => (
          <p key={one}>{one}</p>
        ))}
        {wantsMonths(produced) ? (
          <p>
            <BringRecord label="Bring the months of your sites" />
          </p>
        ) : null}
      </section>
    </>
  );
}

/** Would more of the record tell more: months that are missing, or a circumstance that not every site has. */
function wantsMonths(produced: Production): boolean {
  return produced.kind === 'nothing' || produced.notKnown.length > 0;
}

function producedColumns(known: Produced, bySite: ReadonlyMap<string, Produced['sites'][number]>): Column<Site>[] {
  const value = (amount: number): string =>
    known.measure === 'revenue'
      ? money(amount, known.currency)
      : known.measure === 'occupancy'
        ? percent(amount)
        : amount.toFixed(0);
  return [
    {
      name: 'Produces a month',
      number: true,
      of: ({ id }) => {
        const found = bySite.get(id);
        return found ? value(found.value) : 'not known';
      },
    },
    {
      name: 'Beside what it would',
      number: true,
      of: ({ id }) => {
        const found = bySite.get(id);
        if (!found) return 'not known';
        const share = `${percent(Math.abs(found.short))} ${found.short >= 0 ? 'less' : 'more'}`;
        return found.below ? <strong>{share}</strong> : share;
      },
    },
  ];
}

function Leading({ site }: { readonly site: Site }) {
  const cause = leadingAt(site);
  return cause ? <CauseLabel cause={cause} /> : <>not known</>;
}
