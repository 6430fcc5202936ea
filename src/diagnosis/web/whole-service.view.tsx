// The whole service in one look: the five shares, what failing costs a month, the three fixes worth most.
import { Link } from '@tanstack/react-router';
import { CauseLabel } from '../../web/kit/cause.view.tsx';
import { Progress } from '../../web/kit/progress.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { ShareBar } from '../../web/kit/share-bar.view.tsx';
import { about, money, percent } from '../../web/kit/words.ts';
import { PageComing } from '../../web/no-page.view.tsx';
import type { Overview } from '../overview/overview.shape.ts';
import { FirstFixes } from './first-fixes.view.tsx';
import { NotYet } from './not-yet.view.tsx';
import { endOf, foundShares } from './shares.core.ts';
import css from './today.module.css';
import { useGrowingOverview } from './growing-overview.ts';

export function WholeService() {
  const { told, error, again, making } = useGrowingOverview();
  if (!told) return error ? <ProblemNotice problem={error} again={again} /> : <PageComing />;
  const shares = foundShares(told.causes);
  return (
    <>
      {making ? (
        <Progress says="The demo organisation is being made. Contacts read so far" done={told.contacts} />
      ) : null}
      {shares ? <Glance told={told} /> : making ? null : <NotYet told={told} inside />}
      {told.fixes.length > 0 ? (
        <section className={css.section} aria-labelledby="fixes">
          <h2 id="fixes">Worth fixing first</h2>
          <FirstFixes fixes={told.fixes} />
        </section>
      ) : null}
    </>
  );
}

function Glance({ told }: { readonly told: Overview }) {
  const shares = foundShares(told.causes)!;
  const { costs } = told;
  const end = endOf(shares.causes);
  return (
    <section className={css.glance} aria-labelledby="glance">
      <div className={css.sum}>
        <h2 id="glance">{costs ? `About ${money(costs.money.value, costs.currency)} a month` : 'Why it goes wrong'}</h2>
        <p className={css.soft}>
          {costs
            ? `is what failing costs, likely between ${money(costs.money.from, costs.currency)} and ${money(costs.money.to, costs.currency)}.`
            : told.causes?.told[0]}
        </p>
        <p>
          <Link to="/causes">All of it, and why</Link>
        </p>
      </div>
      <ul className={css.shares}>
        {shares.causes.map((one) => (
          <li key={one.cause}>
            <Link to="/causes/$cause" params={{ cause: one.cause } as never}>
              <CauseLabel cause={one.cause} />
              {one.exposures.length > 0 ? (
                <>
                  <ShareBar {...bounds(one)} end={end} colour={`var(--${one.cause})`} />
                  <strong>{percent(one.share)}</strong>
                </>
              ) : (
                <span className={css.soft}>not known</span>
              )}
            </Link>
          </li>
        ))}
        <li className={css.excuses}>{`All excuses together: ${about(shares.excuses.share)}.`}</li>
      </ul>
    </section>
  );
}

const bounds = ({ share, low, high }: { readonly share: number; readonly low: number; readonly high: number }) => ({
  share,
  low,
  high,
});
