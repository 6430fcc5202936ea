// What a plan is worth, told while it is written: how well one will know a rate, and how long it keeps reviewers.
import { countOf } from '../../web/kit/words.ts';
import { lengthWord } from './plan-words.core.ts';
import { type PlanAsked, worthOf } from './plan-worth.core.ts';
import css from './reviews.module.css';

export function PlanWorth({ asked, whoever }: { readonly asked: PlanAsked; readonly whoever: boolean }) {
  const { after, minutesAWeek, minutesEach, pairsAQuarter } = worthOf(asked);
  const [month, quarter] = after;
  const each =
    minutesEach === null || asked.reviewers < 2 ? '' : `, ${lengthWord(minutesEach)} for each of ${asked.reviewers}`;
  return (
    <section className={css.worth} aria-labelledby="worth">
      <h2 id="worth">What that is worth</h2>
      {asked.aWeek === 0 ? (
        <p>Nothing is drawn, so no rate is known from it: what is picked on purpose enters none.</p>
      ) : (
        <>
          <p>
            After four weeks, with {countOf(month!.reviews, 'contact')} read, you know how often a standard is missed to
            within {month!.points} in 100 or better; after a quarter, with {countOf(quarter!.reviews, 'contact')},
            within {quarter!.points}.
          </p>
          <p className={css.soft}>
            Told for a standard that fits every contact and is missed in one of three. One that fits half of them takes
            twice as long.
          </p>
        </>
      )}
      <p>
        It takes about {lengthWord(minutesAWeek)} of reading a week{whoever ? '' : each}.{' '}
        {pairsAQuarter === 0
          ? 'Nobody is read twice, so you don’t learn how far reviewers agree.'
          : `${countOf(pairsAQuarter, 'contact')} a quarter ${pairsAQuarter === 1 ? 'is' : 'are'} read by two, which tells how far reviewers agree.`}
      </p>
    </section>
  );
}
