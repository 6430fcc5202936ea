// How strict each reviewer is against the others of the same contacts: a point and a range around nought. Never a ranking: by name.
import { Link } from '@tanstack/react-router';
import { type Column, Rows } from '../../../web/kit/rows.view.tsx';
import { agreed, agreedWithin, counted, countOf, percent } from '../../../web/kit/words.ts';
import type { AgreementOnWire } from '../../agreement/agreement.shape.ts';
import css from './agreement.module.css';

type Reviewer = AgreementOnWire['reviewers'][number];

export function Reviewers({ told: { reviewers, can, rule } }: { readonly told: AgreementOnWire }) {
  const [only] = reviewers;
  if (!can.seeReviewers && only)
    return (
      <section className={css.section} aria-labelledby="yours">
        <h2 id="yours">Your own marks</h2>
        <p>
          {countOf(only.marks, 'mark')} of yours, {counted(only.doubles)} of what somebody else marked too.
        </p>
        <p>{strictSays(only, 'You')}</p>
        {only.alphaInterval ? <p>{agreeSays(only, 'you')}</p> : null}
        {only.disputed > 0 ? (
          <p>{`${countOf(only.disputed, 'mark')} of yours ${only.disputed === 1 ? 'was' : 'were'} disputed, ${counted(only.overturned)} overturned.`}</p>
        ) : null}
      </section>
    );
  const columns: Column<Reviewer>[] = [
    { name: 'Reviewer', of: (one) => `${one.name ?? 'Somebody who signs in no more'}${one.you ? ' (you)' : ''}` },
    { name: 'Marks', number: true, of: (one) => counted(one.marks) },
    { name: 'Also marked by others', number: true, of: (one) => counted(one.doubles) },
    {
      name: 'Agreement with them',
      number: true,
      of: (one) => (one.alphaInterval ? agreedWithin(one.alpha, one.alphaInterval) : 'too few to say'),
    },
    { name: 'Disputed, overturned', number: true, of: (one) => `${counted(one.disputed)}, ${counted(one.overturned)}` },
    { name: 'Strict or lenient', of: (one) => <Strict one={one} /> },
  ];
  return (
    <section className={css.section} aria-labelledby="reviewers">
      <h2 id="reviewers">Reviewers</h2>
      <p className={css.soft}>
        By name, and there to help: who is far from the others takes part in the next{' '}
        <Link to="/calibrations">calibration</Link>. Each sees their own here; nobody else sees these.
      </p>
      <Rows label="Reviewers" rows={reviewers} columns={columns} keyOf={(one) => one.member} />
      <p className={css.soft}>
        Strictness is drawn towards nought as far as reviewers differ by chance alone. Agreement is told from{' '}
        {counted(rule.doubles)} double reviews on.
      </p>
    </section>
  );
}

/** The range over a middle line: left lenient, right strict. Twenty points to either side fill it. */
function Strict({ one }: { readonly one: Reviewer }) {
  const found = one.strictness?.drawn;
  if (!found) return <>nobody else marked the same</>;
  const at = (value: number): number => 50 + 250 * Math.min(0.2, Math.max(-0.2, value));
  return (
    <span className={css.strict}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={strictSays(one, 'They')}>
        <rect className={css.ground} width={100} height={10} />
        <rect
          className={css.range}
          x={at(found.low)}
          y={3}
          width={Math.max(1, at(found.high) - at(found.low))}
          height={4}
        />
        <rect className={css.middle} x={49.8} width={0.4} height={10} />
        <rect className={css.point} x={at(found.by) - 0.6} y={1} width={1.2} height={8} />
      </svg>
      <small>{shortly(found.by)}</small>
    </span>
  );
}

function shortly(by: number): string {
  const points = Math.round(Math.abs(by) * 100);
  if (points === 0) return 'as the others';
  return `${points} in 100 ${by > 0 ? 'stricter' : 'more lenient'}`;
}

function strictSays({ strictness }: Reviewer, who: 'You' | 'They'): string {
  if (!strictness) return 'Nobody else marked the same yet.';
  const { own, others, drawn } = strictness;
  const sure = drawn.low > 0 || drawn.high < 0;
  return `${who} said failed of ${percent(own)}, others of ${percent(others)} of the same: ${sure ? `likely ${shortly(drawn.by)}` : 'no more apart than chance may make it'}.`;
}

function agreeSays({ alpha, alphaInterval }: Reviewer, who: 'you'): string {
  return `Beyond chance, ${who} and the others agree ${agreed(alpha)}, likely between ${agreed(alphaInterval!.low)} and ${agreed(alphaInterval!.high)}; 1 is always, 0 as by chance.`;
}
