// On Today: disputed marks that wait for whoever looks, and what was answered to their own lately.
import { Link } from '@tanstack/react-router';
import { useAsked } from './ask.view.tsx';
import { countOf, day } from './words.ts';
import { sees, useMe } from '../me.ts';
import type { DisputesOnWire, ListedDispute } from '../../review/disputes/disputes.shape.ts';
import css from './answers.module.css';

const shown = 5;
const lately = 14 * 86_400_000;

export function DisputesWait() {
  return sees(useMe(), ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'rep']) ? <Waiting /> : null;
}

function Waiting() {
  const { data } = useAsked<DisputesOnWire>('/v1/disputes');
  const forMe = (data?.disputes ?? []).filter((one) => one.waitsForYou);
  const answered = (data?.disputes ?? []).filter(
    (one) => one.mine && one.state === 'answered' && Date.parse(one.movedAt) > Date.now() - lately,
  );
  if (forMe.length + answered.length === 0) return null;
  return (
    <section className={css.waiting} aria-labelledby="disputes-wait">
      <h2 id="disputes-wait">
        {forMe.length > 0
          ? `${countOf(forMe.length, 'disputed mark waits', 'disputed marks wait')} for your answer`
          : countOf(answered.length, 'answer to your dispute', 'answers to your disputes')}
      </h2>
      <ul className={css.list}>
        {forMe.slice(0, shown).map((one) => (
          <OneDispute
            key={one.id}
            dispute={one}
            says={one.late ? 'Late' : one.due === null ? '' : `Until ${day(one.due)}`}
          />
        ))}
        {answered.slice(0, shown).map((one) => (
          <OneDispute key={one.id} dispute={one} says={`Your dispute: ${one.stateSays}`} />
        ))}
      </ul>
    </section>
  );
}

function OneDispute({ dispute, says }: { readonly dispute: ListedDispute; readonly says: string }) {
  return (
    <li>
      <Link to="/disputes/$id" params={{ id: dispute.id } as never}>
        {dispute.standard.title}
      </Link>
      <span className={css.soft}>{[dispute.groundSays, says].filter(Boolean).join('. ')}</span>
    </li>
  );
}
