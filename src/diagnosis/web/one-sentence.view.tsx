// One sentence, one sum, one quote: what a customer meets most, what failing costs a month, and somebody's own words.
import { Link } from '@tanstack/react-router';
import { counted, money, percent, sentence } from '../../web/kit/words.ts';
import type { Overview } from '../overview/overview.shape.ts';
import { FailureQuote } from './failure-quote.view.tsx';
import css from './first-minutes.module.css';

export function OneSentence({ told }: { readonly told: Overview }) {
  const { speaksOf, costs } = told;
  if (!speaksOf) return null;
  const { met, failed, failing, title, says, example, standard } = speaksOf;
  return (
    <section className={css.one} aria-labelledby="one">
      <h2 id="one" className={css.oneHeading}>
        {failing
          ? `${oneIn(failed, met + failed)}, ${failing}.`
          : `Missed ${oneIn(failed, met + failed).toLowerCase()}: ${title}.`}
      </h2>
      <p className={css.soft}>
        <Link to="/causes/failures" search={{ standard } as never}>
          {`${counted(failed)} of the ${counted(met + failed)} times where it could be judged`}
        </Link>
        {` (${percent(failed / (met + failed))}). ${sentence(says)}`}
      </p>
      {costs ? (
        <p className={css.sum}>
          <strong>{`About ${money(costs.money.value, costs.currency)} a month`}</strong>
          <span>{` is what failing costs here, likely between ${money(costs.money.from, costs.currency)} and ${money(costs.money.to, costs.currency)}.`}</span>
        </p>
      ) : null}
      {example ? <FailureQuote failure={example} /> : null}
    </section>
  );
}

/** `About 1 time in 3`, `Almost every time`, `About 2 times in 3`: the nearest fraction that people say. */
export function oneIn(times: number, of: number): string {
  const share = times / Math.max(1, of);
  if (share >= 0.93) return 'Almost every time';
  const fractions = [
    [1, 2],
    [1, 3],
    [2, 3],
    [1, 4],
    [3, 4],
    [1, 5],
    [2, 5],
    [3, 5],
    [4, 5],
    [1, 6],
    [1, 8],
    [1, 10],
    [9, 10],
  ] as const;
  if (share < 0.08) return `About 1 time in ${Math.max(2, Math.round(1 / Math.max(share, 1e-6)))}`;
  const [top, bottom] = fractions.toSorted((a, b) => Math.abs(a[0] / a[1] - share) - Math.abs(b[0] / b[1] - share))[0]!;
  return `About ${top} ${top === 1 ? 'time' : 'times'} in ${bottom}`;
}
