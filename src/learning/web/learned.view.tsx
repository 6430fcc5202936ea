// A learned marker's card: what taught it, whether its chances come true, where it says unsure, and what changed with who speaks.
import { verdictWord } from '../../standards/verdict-words.core.ts';
import type { StandardKind, Verdict } from '../../standards/standard.core.ts';
import { countOf, day, percent } from '../../web/kit/words.ts';
import type { OneMarkersOnWire } from '../markers/markers.shape.ts';
import css from './markers.module.css';

type Marker = OneMarkersOnWire['markers'][number];

export interface LearnedProps {
  readonly kind: StandardKind;
  readonly marker: Marker;
}

export function Learned({ kind, marker: { card, madeAt, madeBy } }: LearnedProps) {
  const { taughtBy, figures, invariance } = card;
  const word = (verdict: Verdict): string => verdictWord(verdict, kind).toLowerCase();
  return (
    <section className={css.block} aria-labelledby="card">
      <h2 id="card">What taught it</h2>
      <p>
        {countOf(taughtBy.reviews, 'mark')} of people, of contacts by {countOf(taughtBy.persons, 'person', 'people')} at{' '}
        {countOf(taughtBy.sites, 'site')}: {word('met')} {taughtBy.met}, {word('failed')} {taughtBy.failed},{' '}
        {word('not-applicable')} {taughtBy.notApplicable}.
        {taughtBy.pastMarks > 0 ? ` ${taughtBy.pastMarks} of them were brought in from before.` : ''} Learned on{' '}
        {day(madeAt)} by {madeBy}.
      </p>
      <p>
        Tested {figures.folds} times, each time on people whose contacts it had not heard. It agrees with people in{' '}
        {percent(figures.agreed.learned)} of the contacts, the cues in {percent(figures.agreed.cue)}. It says unsure in{' '}
        {percent(figures.unsure.learned)}, the cues in {percent(figures.unsure.cue)}; unsure counts as no agreement.
      </p>
      <details>
        <summary>Do its chances come true?</summary>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">It said “{word('met')}” with</th>
              <th scope="col">People said “{word('met')}”</th>
              <th scope="col">Contacts</th>
            </tr>
          </thead>
          <tbody>
            {figures.calibration.map(({ said, seen, contacts }) => (
              <tr key={said}>
                <td>{percent(said)}</td>
                <td>{percent(seen)}</td>
                <td>{contacts}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={css.soft}>
          Off by {percent(figures.calibrationError)} on the mean.
          {card.band
            ? ` Between ${percent(card.band.from)} and ${percent(card.band.to)} it was about as often wrong as right: there it says unsure.`
            : ' Nowhere was it as often wrong as right.'}
        </p>
      </details>
      <details>
        <summary>Does it depend on who speaks?</summary>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">Changed</th>
              <th scope="col">Verdicts that changed</th>
              <th scope="col">Of</th>
            </tr>
          </thead>
          <tbody>
            {invariance.swaps.map(({ what, flips, pairs }) => (
              <tr key={what}>
                <td>{what}</td>
                <td>{flips}</td>
                <td>{pairs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
