// How far people agree on a standard: in a sentence, as a strip from chance to always, and the figures for whoever asks for them.
import { Link } from '@tanstack/react-router';
import type { AgreementOnWire, StandardAgreementOnWire } from '../../review/agreement/agreement.shape.ts';
import { markerWord, verdictWord } from '../../standards/verdict-words.core.ts';
import css from './agreement.module.css';
import { agreed, agreedWithin, counted, countOf, day, percent, sentence } from './words.ts';

const standings: Readonly<Record<StandardAgreementOnWire['standing'], string>> = {
  'too-few': 'Too few to say',
  'all-alike': 'All alike so far',
  'reword-or-split': 'Reword or split',
  holds: 'People agree',
  open: 'Not clear yet',
};

/** The word for where a standard stands; the poor one is marked by its border too. */
export function Standing({ standing }: Pick<StandardAgreementOnWire, 'standing'>) {
  return (
    <span className={css.standing} data-standing={standing}>
      {standings[standing]}
    </span>
  );
}

/** Everything that is said of one standard's agreement. */
export function AgreementTold({ one, floor }: { readonly one: StandardAgreementOnWire; readonly floor: number }) {
  return (
    <div className={css.told}>
      {one.told.map((told) => (
        <p key={told}>{told}</p>
      ))}
      {one.differs && one.standing !== 'too-few' ? <p>{one.differs}</p> : null}
      {one.alphaInterval && one.alpha !== null ? <Strip one={one} floor={floor} /> : null}
      {one.units > 0 ? <Figures one={one} floor={floor} /> : null}
    </div>
  );
}

/** Alpha and its range between chance and always, with the floor that it should reach. */
function Strip({ one, floor }: { readonly one: StandardAgreementOnWire; readonly floor: number }) {
  const { low, high } = one.alphaInterval!;
  const at = (value: number): number => 100 * Math.min(1, Math.max(0, value));
  return (
    <figure className={css.strip}>
      <svg
        viewBox="0 0 100 12"
        preserveAspectRatio="none"
        role="img"
        aria-label={`Agreement beyond chance ${agreed(one.alpha)}, likely between ${agreed(low)} and ${agreed(high)}; it should reach ${agreed(floor)}`}
      >
        <rect className={css.ground} width={100} height={12} />
        <rect className={css.range} x={at(low)} y={3.5} width={Math.max(at(high) - at(low), 0.8)} height={5} />
        <rect className={css.point} x={at(one.alpha!) - 0.5} y={1.5} width={1} height={9} />
        <rect className={css.floor} x={at(floor) - 0.2} width={0.4} height={12} />
      </svg>
      <figcaption>
        <span>as by chance</span>
        <span>{`should reach ${agreed(floor)}`}</span>
        <span>always the same</span>
      </figcaption>
    </figure>
  );
}

function Figures({ one, floor }: { readonly one: StandardAgreementOnWire; readonly floor: number }) {
  const word = (verdict: 'met' | 'failed'): string => verdictWord(verdict, one.kind).toLowerCase();
  return (
    <details className={css.figures}>
      <summary>The figures</summary>
      <dl>
        <Figure name="Krippendorff’s alpha" says="agreement beyond chance: 1 always, 0 as by chance">
          {`${agreedWithin(one.alpha, one.alphaInterval)}; should reach ${agreed(floor)}`}
        </Figure>
        <Figure name="Gwet’s AC1" says="the same, less moved by how rare an answer is">
          {agreedWithin(one.ac1, one.ac1Interval)}
        </Figure>
        <Figure name="Said the same" says="pairs of people with one answer">
          {percent(one.same)}
        </Figure>
        <Figure
          name={verdictWord('failed', one.kind)}
          says={`among answers that say ${word('met')} or ${word('failed')}: where it is rare, alpha falls and AC1 rises`}
        >
          {percent(one.prevalence)}
        </Figure>
        <Figure
          name="From"
          says={one.drawn ? 'drawn contacts, each weighed by its chance' : 'all double reviews, chosen ones too'}
        >
          {`${countOf(one.units, 'double review')} of ${countOf(one.contacts, 'contact')} by ${countOf(one.reviewers, 'person', 'people')}`}
        </Figure>
        {one.machine.map((each) => (
          <Figure
            key={each.marker}
            name={`${sentence(markerWord(each.marker))} against people`}
            says={`in ${countOf(each.contacts, 'reviewed contact')}${each.drawn ? ', each weighed by its chance' : ''}`}
          >
            {`same ${percent(each.same)}; kappa ${agreed(each.kappa)}, alpha ${agreedWithin(each.alpha, each.alphaInterval)}`}
          </Figure>
        ))}
      </dl>
    </details>
  );
}

function Figure({ name, says, children }: { readonly name: string; readonly says: string; readonly children: string }) {
  return (
    <div>
      <dt>
        {name} <small>{says}</small>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What calibrations decided on its wording. */
export function Outcomes({ outcomes }: Pick<AgreementOnWire, 'outcomes'>) {
  if (outcomes.length === 0) return null;
  return (
    <ul className={css.outcomes}>
      {outcomes.map((one) => (
        <li key={one.calibration}>
          <Link to="/calibrations/$id" params={{ id: one.calibration } as never}>
            {one.name}
          </Link>
          {`, ${day(one.on)}: ${decided[one.decision]}. ${one.note}`}
        </li>
      ))}
    </ul>
  );
}

const decided = { keep: 'the wording stays', reword: 'to be reworded', split: 'to be split' } as const;

/** `3 more double reviews`. */
export function doubles(value: number): string {
  return `${counted(value)} more double ${value === 1 ? 'review' : 'reviews'}`;
}
