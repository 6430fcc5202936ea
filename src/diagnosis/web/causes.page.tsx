// Causes: how much each explains, what explains nothing, how it goes over time and site by site, what it costs, and what to fix
// first. Every share opens.
import { Link } from '@tanstack/react-router';
import { Ask } from '../../web/kit/ask.view.tsx';
import { RunChart } from '../../web/kit/run-chart.view.tsx';
import { countOf, day, money } from '../../web/kit/words.ts';
import type { Overview } from '../overview/overview.shape.ts';
import { ByMachine } from './by-machine.view.tsx';
import { CauseShares } from './cause-shares.view.tsx';
import css from './causes.module.css';
import { FirstFixes } from './first-fixes.view.tsx';
import { NotYet } from './not-yet.view.tsx';
import { foundShares } from './shares.core.ts';
import { SiteMultiples } from './site-multiples.view.tsx';

export function Page() {
  return (
    <Ask<Overview> path="/v1/overview">
      {(told) => (told.failures === 0 ? <NotYet told={told} /> : <Causes told={told} />)}
    </Ask>
  );
}

function Causes({ told }: { readonly told: Overview }) {
  const shares = foundShares(told.causes);
  const { costs, months } = told;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Why it goes wrong</h1>
        {shares ? <p className={css.lede}>{told.causes?.told[0]}</p> : null}
        {shares ? (
          <p className={css.soft}>
            {`From ${countOf(shares.basis.failures, 'failure')} in ${countOf(shares.basis.contacts, 'contact')} at ${countOf(shares.basis.sites, 'site')}${shares.basis.firstDay && shares.basis.lastDay ? `, ${day(shares.basis.firstDay)} to ${day(shares.basis.lastDay)}` : ''}.`}
          </p>
        ) : null}
        <Link to="/start">Guess first: the five minutes to begin with</Link>
      </header>
      {shares ? <CauseShares shares={shares} /> : <NotYet told={told} inside />}
      {costs ? (
        <p className={css.cost}>
          <strong>{`About ${money(costs.money.value, costs.currency)} a month`}</strong>
          <span>{`is what failing costs, likely between ${money(costs.money.from, costs.currency)} and ${money(costs.money.to, costs.currency)}.`}</span>
        </p>
      ) : null}
      <section className={css.section} aria-labelledby="first">
        <h2 id="first">Worth fixing first</h2>
        <FirstFixes fixes={told.fixes} />
      </section>
      <section className={css.section} aria-labelledby="trend">
        <h2 id="trend">Month by month</h2>
        <ByMachine />
        <RunChart
          title="Missed of all that could be judged"
          period="month"
          points={months.map(({ id, met, failed }) => ({
            from: id,
            value: met + failed === 0 ? null : failed / (met + failed),
            ...limits(months, met + failed),
          }))}
        />
      </section>
      <section className={css.section} aria-labelledby="sites">
        <h2 id="sites">Site by site</h2>
        <SiteMultiples sites={told.sites} />
      </section>
    </div>
  );
}

/** Where a month of so many marks would lie had nothing changed: three standard errors about the mean of all. */
function limits(months: Overview['months'], marks: number): { low?: number; high?: number } {
  const failed = months.reduce((sum, one) => sum + one.failed, 0);
  const all = months.reduce((sum, one) => sum + one.failed + one.met, 0);
  if (all === 0 || marks === 0) return {};
  const mean = failed / all;
  const spread = 3 * Math.sqrt((mean * (1 - mean)) / marks);
  return { low: Math.max(0, mean - spread), high: Math.min(1, mean + spread) };
}
