// One sentence, one sum, one quote: what a customer meets most, what failing costs a month, and somebody's own words.
import { Link } from '@tanstack/react-router';
import { CheckedRate } from '../../web/kit/checked-rate.view.tsx';
import { counted, money, percent, sentence } from '../../web/kit/words.ts';
import type { Overview } from '../overview/overview.shape.ts';
import { FailureQuote } from './failure-quote.view.tsx';
import css from './first-minutes.module.css';
import { oneIn } from './one-in.core.ts';

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
      <CheckedRate standard={standard} short />
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
