// What the record points to at one's own sites. Shares of the failing are worked out over the whole organisation, since they
// hold sites against each other; of some sites alone it can only be said to which cause each failure leads.
import { Link } from '@tanstack/react-router';
import { CauseLabel, causeSays } from '../../web/kit/cause.view.tsx';
import { countOf, percent } from '../../web/kit/words.ts';
import { causes } from '../finding.core.ts';
import type { Overview } from '../overview/overview.shape.ts';
import css from './causes.module.css';

export function SiteCauses({ told }: { readonly told: Overview }) {
  const expected = causes.map((cause) => ({
    cause,
    failures: told.sites.reduce((sum, site) => sum + (site.expected?.[cause] ?? 0), 0),
  }));
  const all = expected.reduce((sum, one) => sum + one.failures, 0);
  const most = Math.max(1, ...expected.map((one) => one.failures));
  if (all === 0) return <p className={css.soft}>No record points to a cause at your sites yet.</p>;
  return (
    <section className={css.section} aria-labelledby="points">
      <h2 id="points">What the record points to at your sites</h2>
      <p className={css.soft}>
        {`Of ${countOf(told.failures, 'failure')}, by what was on record when each happened. How much of the failing each cause explains is worked out over all sites together.`}
      </p>
      <ul className={css.shares}>
        {expected
          .toSorted((a, b) => b.failures - a.failures)
          .map(({ cause, failures }) => (
            <li key={cause}>
              <Link to="/causes/failures" search={{ cause } as never} className={css.share}>
                <span className={css.name}>
                  <CauseLabel cause={cause} />
                  <span className={css.says}>{causeSays[cause]}</span>
                </span>
                <progress className={css.points} value={failures} max={most} aria-hidden />
                <span className={css.figure}>
                  <strong>{percent(failures / all)}</strong>
                  <span className={css.range}>{countOf(failures, 'failure')}</span>
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </section>
  );
}
