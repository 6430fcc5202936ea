// What to fix first, as cards: what to do, what is the matter, how often, what its part costs, somebody's own words.
import { Link } from '@tanstack/react-router';
import { CauseLabel } from '../../web/kit/cause.view.tsx';
import { countOf, money } from '../../web/kit/words.ts';
import type { FirstFix } from '../overview/overview.shape.ts';
import css from './causes.module.css';
import { FailureQuote } from './failure-quote.view.tsx';

export function FirstFixes({ fixes }: { readonly fixes: readonly FirstFix[] }) {
  if (fixes.length === 0)
    return (
      <p className={css.soft}>
        Nothing has happened often enough in one way to fix first. Read the failures one by one.
      </p>
    );
  return (
    <ol className={css.fixes}>
      {fixes.map((one) => (
        <li key={one.id} className={css.fix}>
          <CauseLabel cause={one.cause} />
          <h3>
            <Link
              to="/causes/failures"
              search={
                { cause: one.cause, standard: one.standard, ...(one.site === null ? {} : { site: one.site }) } as never
              }
            >
              {one.fix}
            </Link>
          </h3>
          <p>{one.sentence}</p>
          <p className={css.soft}>
            {[
              countOf(one.failures, 'failure'),
              one.siteName ?? 'all sites',
              ...(one.costs ? [`about ${money(one.costs.money.value, one.costs.currency)} a month`] : []),
              standingWord[one.standing],
            ].join(' · ')}
          </p>
          {one.example?.quote ? <FailureQuote failure={one.example} /> : null}
        </li>
      ))}
    </ol>
  );
}

/** How sure it is that this is the cause, as a reader would say it. */
const standingWord = {
  possible: 'a possible cause',
  probable: 'a probable cause',
  strong: 'strong evidence',
  confirmed: 'confirmed by a fix',
} as const;
