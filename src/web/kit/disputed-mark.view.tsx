// What became of a disputed mark, beside it: one's own however it stands; of others' only what was upheld.
import { Link } from '@tanstack/react-router';
import { useAsked } from './ask.view.tsx';
import { day } from './words.ts';
import { useMe } from '../me.ts';
import type { DisputesOfContact } from '../../review/disputes/disputes.shape.ts';
import css from './answers.module.css';

type OfContact = DisputesOfContact['disputes'];

/** Disputes in a contact that whoever looks may know of; none while they are read. */
export function useDisputesOf(contact: string): OfContact {
  const { data } = useAsked<DisputesOfContact>(`/v1/contacts/${encodeURIComponent(contact)}/disputes`);
  return data?.disputes ?? [];
}

/** Of a mark that only reviewers made: what became of its dispute, or the way to dispute it. */
export function MayDispute({
  contact,
  mark,
  standard,
  mine,
}: {
  readonly contact: string;
  readonly mark: string;
  readonly standard: string;
  readonly mine: boolean;
}) {
  const me = useMe();
  const dispute = useDisputesOf(contact).find((one) => one.standard === standard);
  if (dispute && dispute.state !== 'withdrawn')
    return (
      <div className={css.answer}>
        <DisputedMark dispute={dispute} />
      </div>
    );
  if (!mine || me.readsOnly) return null;
  return (
    <p>
      <Link to="/disputes/new" search={{ mark } as never}>
        That’s not what happened
      </Link>
    </p>
  );
}

const does: Readonly<Record<OfContact[number]['effect'], string>> = {
  struck: 'Struck after it was disputed: it counts no more.',
  'not-theirs': 'It was somebody else: it counts no more for whoever disputed it.',
  instruction: 'An instruction was followed: the mark stays, and its cause is read with it.',
  none: '',
};

export function DisputedMark({ dispute }: { readonly dispute: OfContact[number] }) {
  const { id, mine, state, stateSays, effect, reason, on } = dispute;
  return (
    <>
      <p>
        <strong>
          {effect !== 'none'
            ? does[effect]
            : `${state === 'open' ? 'You dispute this: it' : 'Your dispute:'} ${stateSays}.`}
        </strong>
      </p>
      {reason === null ? null : (
        <p>
          {reason} {on === null ? null : <span className={css.soft}>{day(on)}</span>}
        </p>
      )}
      {mine ? (
        <p>
          <Link to="/disputes/$id" params={{ id } as never}>
            See how it stands
          </Link>
        </p>
      ) : null}
    </>
  );
}
