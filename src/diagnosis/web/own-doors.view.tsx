// Today of those who have neither calls of their own nor a team to look after: a shopper, counsel, whoever keeps the people's files.
// What they are here for, each thing a link; nothing that is shut to them.
import { Link } from '@tanstack/react-router';
import type { Role } from '../../kernel/actor.ts';
import { type Me, sees } from '../../web/me.ts';
import css from './today.module.css';

interface OwnDoor {
  readonly who: readonly Role[];
  readonly to: string;
  readonly label: string;
  readonly says: string;
}

const doors: readonly OwnDoor[] = [
  {
    who: ['shopper'],
    to: '/by-hand',
    label: 'Enter what you saw',
    says: 'A mystery shop, a visit or a complaint, on a form that asks what the standards ask. It works on a phone.',
  },
  {
    who: ['shopper'],
    to: '/standards',
    label: 'Read the standards',
    says: 'What good service is here, each with examples of it kept and missed.',
  },
  {
    who: ['counsel', 'hr'],
    to: '/record',
    label: 'The record as of a day',
    says: 'Policies, procedures, certificates and what was done with people, as they stood on the day you ask for.',
  },
  {
    who: ['hr'],
    to: '/people',
    label: 'People',
    says: 'Who serves where, what they were shown, and what is about to lapse.',
  },
  {
    who: ['hr'],
    to: '/record/add',
    label: 'Add to the record',
    says: 'A person, a certificate, a role: one at a time, or all of a file at once.',
  },
  {
    who: ['counsel', 'hr'],
    to: '/settings/keeping',
    label: 'Keeping and erasing',
    says: 'How long contacts are kept, and legal holds: what must not be erased.',
  },
  {
    who: ['counsel'],
    to: '/settings/history',
    label: 'The history',
    says: 'Everything that was done here, line by line, with a check that nothing of it was changed.',
  },
];

/** Whether somebody has doors of their own. */
export function hasOwnDoors(me: Me): boolean {
  return doors.some((one) => sees(me, one.who));
}

export function OwnDoors({ me }: { readonly me: Me }) {
  return (
    <section className={css.section} aria-labelledby="own-doors">
      <h2 id="own-doors">What you can do here</h2>
      <ul className={css.doors}>
        {doors
          .filter((one) => sees(me, one.who))
          .map(({ to, label, says }) => (
            <li key={to} className={css.card}>
              <h3>
                <Link to={to}>{label}</Link>
              </h3>
              <p className={css.soft}>{says}</p>
            </li>
          ))}
      </ul>
    </section>
  );
}
