// How often a standard is missed: over time, with the limits that chance alone would keep to, and by site. What people’s reviews
// correct stands with its range; what they don’t is said to be by machine.
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { RatesShape } from '../../diagnosis/rates/rates.shape.ts';
import type { AgreementOnWire } from '../../review/agreement/agreement.shape.ts';
import type { WatchOnWire } from '../../diagnosis/watching/watch.shape.ts';
import { withQuery } from '../../web/api.ts';
import { AgreementTold, Outcomes, Standing } from '../../web/kit/agreement.view.tsx';
import { Ask } from '../../web/kit/ask.view.tsx';
import { CheckedRate } from '../../web/kit/checked-rate.view.tsx';
import { RunChart } from '../../web/kit/run-chart.view.tsx';
import { between, counted, day, percent } from '../../web/kit/words.ts';
import type { OneStandard } from '../one-standard.shape.ts';
import css from './standards.module.css';

type Rates = z.infer<typeof RatesShape>;

export function Rates({ standard: { id, kind } }: { readonly standard: OneStandard['standard'] }) {
  const done = kind === 'atrocity' ? 'happened' : 'was missed';
  return (
    <>
      <section className={css.block} aria-labelledby="over-time">
        <h2 id="over-time">How often it {done}</h2>
        <CheckedRate standard={id} done={done} />
        <Ask<WatchOnWire> path={withQuery('/v1/watch', { standard: id })}>
          {(watch) => <OverTime watch={watch} standard={id} done={done} />}
        </Ask>
      </section>
      <section className={css.block} aria-labelledby="where">
        <h2 id="where">Where</h2>
        <Ask<Rates> path={withQuery('/v1/rates', { by: 'site', standard: id })}>
          {(rates) => <Where rates={rates} standard={id} done={done} />}
        </Ask>
      </section>
      <section className={css.block} aria-labelledby="agreement">
        <h2 id="agreement">How far people agree on it</h2>
        <Ask<AgreementOnWire> path={withQuery('/v1/agreement', { standard: id })}>
          {(told) => <Agreed told={told} standard={id} />}
        </Ask>
      </section>
    </>
  );
}

function Agreed({ told, standard }: { readonly told: AgreementOnWire; readonly standard: string }) {
  const one = told.standards.find((each) => each.standard === standard);
  return (
    <>
      {one ? (
        <>
          {one.standing === 'too-few' ? null : (
            <p>
              <Standing standing={one.standing} />
            </p>
          )}
          <AgreementTold one={one} floor={told.rule.floor} />
        </>
      ) : (
        <p className={css.soft}>
          {`No two people have marked the same contact by it yet. From ${told.rule.doubles} such double reviews on, it stands here.`}
        </p>
      )}
      <Outcomes outcomes={told.outcomes} />
      <p className={css.acts}>
        <Link to="/agreement">All standards</Link>
        {told.can.calibrate ? (
          <Link to="/calibrations/new" search={{ standard } as never}>
            Calibrate on it
          </Link>
        ) : null}
      </p>
    </>
  );
}

interface Of {
  readonly standard: string;
  readonly done: string;
}

function OverTime({ watch, standard, done }: Of & { readonly watch: WatchOnWire }) {
  const chart = watch.charts.find((one) => one.standard === standard && one.site === undefined);
  const changes = watch.changes.filter((one) => one.standard === standard);
  if (!chart || chart.points.length === 0)
    return <p className={css.soft}>Too few dated contacts yet to draw it over time.</p>;
  return (
    <div className={css.chart}>
      <RunChart
        title={`Share that ${done}, by ${chart.period}, as the machine marked`}
        centre={chart.centre}
        period={chart.period}
        points={chart.points.map(({ from, failed, marked, low, high, outside }) => ({
          from,
          value: marked === 0 ? null : failed / marked,
          low,
          high,
          outside: outside !== null,
        }))}
      />
      {changes.map((one) => (
        <p key={`${one.site ?? ''} ${one.since}`}>
          {one.siteName ? `At ${one.siteName}, it` : 'It'} got {one.direction} from about {day(one.since)}.
        </p>
      ))}
    </div>
  );
}

function Where({ rates, standard, done }: Of & { readonly rates: Rates }) {
  const rows = rates.rows
    .filter((one) => one.standard === standard && one.marked > 0 && one.group !== '')
    .map((one) => ({ ...one, missed: missedIn(one) }))
    .toSorted((a, b) => (b.missed ?? 0) - (a.missed ?? 0));
  if (rows.length === 0) return <p className={css.soft}>It came up nowhere yet.</p>;
  const checked = rows.filter((one) => one.corrected).length;
  return (
    <div className={css.where}>
      {rows.map((row) => (
        <Link
          key={row.group}
          to="/contacts"
          search={{ standard, verdict: 'failed', ...(row.group === 'unknown' ? {} : { site: row.group }) } as never}
          className={css.bar}
        >
          <span>{row.groupName}</span>
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label={`${done} ${percent(row.missed)}`}>
            <rect width={100} height={6} rx={1} />
            <rect width={100 * (row.missed ?? 0)} height={6} rx={1} />
          </svg>
          <span title={`of ${counted(row.marked)}`}>{percent(row.missed)}</span>
          {row.corrected ? (
            <span className={css.checked}>
              {`checked by people, ${between(1 - row.corrected.these.to, 1 - row.corrected.these.from)}`}
            </span>
          ) : null}
        </Link>
      ))}
      <p className={css.soft}>
        {checked === rows.length
          ? 'Each as people’s reviews correct it.'
          : checked > 0
            ? 'As the machine marked, where people’s reviews of a site are too few to correct it.'
            : 'As the machine marked: people’s reviews are too few to correct any site by itself.'}
      </p>
    </div>
  );
}

function missedIn({ corrected, rate }: Rates['rows'][number]): number | null {
  const met = corrected?.these.rate ?? rate;
  return met === null || met === undefined ? null : 1 - met;
}
