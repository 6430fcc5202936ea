// What reviewers say of a contact, before what a machine says of it: their word stands. No reviewer is named.
import { IconUserCheck } from '@tabler/icons-react';
import type { OneContact } from '../../diagnosis/one-contact/one-contact.shape.ts';
import css from './contact.module.css';

type Said = OneContact['people'][number];

const verdicts: Readonly<Record<Said['verdict'], string>> = {
  met: 'met',
  failed: 'missed',
  'not-applicable': 'does not apply',
  unsure: 'can’t be told',
};
const by: Readonly<Record<Said['by'], string>> = {
  one: 'one reviewer',
  two: 'two reviewers, without seeing each other’s',
  adjudicated: 'two differed, a third decided',
};

export function PeopleSay({ contact }: { readonly contact: OneContact }) {
  if (contact.reviewing)
    return (
      <p className={css.note}>
        You have this one in hand for a review. What anybody has said of it is shown to you once you have sent yours.
      </p>
    );
  if (contact.people.length === 0) return null;
  const machine = new Map(contact.marks.map((one) => [one.standard, one.verdict]));
  return (
    <div>
      <h2 className={css.groupTitle}>
        Reviewers say <span>{contact.people.length}</span>
      </h2>
      <ul className={css.people}>
        {contact.people.map((one) => (
          <li key={one.standard}>
            <p>
              <IconUserCheck size={18} aria-hidden /> <strong>{one.title}</strong>: {verdicts[one.verdict]}
            </p>
            {one.evidence.slice(0, 2).map(({ turn, from, quote }) => (
              <blockquote key={`${String(turn)} ${String(from)}`} className={css.evidence}>
                “{quote}”
              </blockquote>
            ))}
            <p className={css.soft}>
              {by[one.by]}
              {otherwise(one, machine.get(one.standard))}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the machine had said, where it said something else. */
function otherwise({ verdict }: Said, machine: Said['verdict'] | undefined): string {
  const said = machine ?? 'not-applicable';
  return said === verdict ? '; the machine says the same' : `; the machine said: ${verdicts[said]}`;
}
