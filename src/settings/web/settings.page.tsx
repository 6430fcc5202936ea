// Settings: every part of how the organisation is kept, each a line that says what it is for; only those that one may open.
import { Link } from '@tanstack/react-router';
import type { Role } from '../../kernel/actor.ts';
import { sees, useMe } from '../../web/me.ts';
import css from './settings.module.css';
import { TakeBackup } from './take-backup.view.tsx';

interface Part {
  readonly to: string;
  readonly name: string;
  readonly says: string;
  readonly who: readonly Role[];
  /** A file of the server, not a page. */
  readonly file?: true;
}

const readsCauses: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor'];

const groups: readonly { readonly name: string; readonly parts: readonly Part[] }[] = [
  {
    name: 'Yours',
    parts: [
      {
        to: '/settings/words',
        name: 'Your words',
        says: 'Your name, what you call a customer, your products, what a customer is worth.',
        who: ['owner'],
      },
      {
        to: '/settings/sites',
        name: 'Your sites',
        says: 'Each with what people call it, its time zone, who works there.',
        who: ['owner', 'district-manager', 'hr', 'manager', 'trainer', 'auditor'],
      },
      { to: '/standards', name: 'Standards you keep', says: 'Which are on, and how each is judged.', who: readsCauses },
      {
        to: '/settings/language-model',
        name: 'Language model',
        says: 'One more marker, if you want one; none is needed.',
        who: ['owner'],
      },
      {
        to: '/settings/people',
        name: 'People and permissions',
        says: 'Who signs in, what each may see, tokens for programs.',
        who: ['owner'],
      },
    ],
  },
  {
    name: 'Kept and erased',
    parts: [
      {
        to: '/settings/keeping',
        name: 'Keeping and erasing',
        says: 'How long contacts stay, legal holds, erasing on request.',
        who: ['owner', 'counsel', 'hr', 'district-manager', 'auditor'],
      },
      {
        to: '/settings/history',
        name: 'History',
        says: 'What was done, when, by whom; checked line by line.',
        who: ['owner', 'counsel', 'auditor'],
      },
    ],
  },
  {
    name: 'In',
    parts: [
      {
        to: '/contacts/bring',
        name: 'Bring contacts in',
        says: 'Calls, chats, visits, from files as you have them.',
        who: ['owner', 'district-manager', 'manager'],
      },
      {
        to: '/record/bring',
        name: 'Bring the record in',
        says: 'People, posts, certificates, policies, procedures, from files.',
        who: ['owner', 'district-manager', 'hr'],
      },
      {
        to: '/shops/bring',
        name: 'Bring mystery shops in',
        says: 'Past shops, from a CSV or a workbook.',
        who: ['owner', 'district-manager', 'manager'],
      },
      {
        to: '/marks/bring',
        name: 'Bring marks in',
        says: 'Marks that people made in another tool, as it exports them.',
        who: ['owner', 'district-manager', 'manager'],
      },
      {
        to: '/by-hand',
        name: 'Enter by hand',
        says: 'A visit, a complaint, a mystery shop.',
        who: ['owner', 'district-manager', 'manager'],
      },
      {
        to: '/jobs',
        name: 'Long work',
        says: 'Imports, marking, causes: what runs, what was done, what to try again.',
        who: ['owner', 'district-manager', 'manager', 'trainer', 'reviewer'],
      },
      {
        to: '/start',
        name: 'First five minutes',
        says: 'Guess, see, write the letter, try a call of your own.',
        who: readsCauses,
      },
    ],
  },
  {
    name: 'Out',
    parts: [
      {
        to: '/v1/downloads/contacts?form=csv',
        name: 'Contacts as CSV',
        says: 'A row a contact. Safe to open in a spreadsheet.',
        who: readsCauses,
        file: true,
      },
      {
        to: '/v1/downloads/contacts?form=xlsx',
        name: 'Contacts as a workbook',
        says: 'The same as XLSX, up to 50,000 rows.',
        who: readsCauses,
        file: true,
      },
      {
        to: '/v1/vcons',
        name: 'Contacts as vCons',
        says: 'A line of JSON each, with what was said and marked.',
        who: readsCauses,
        file: true,
      },
      {
        to: '/settings/webhooks',
        name: 'Webhooks',
        says: 'Other programs told of what was done, signed, with every try.',
        who: ['owner'],
      },
    ],
  },
];

export function Page() {
  const me = useMe();
  const shown = groups
    .map(({ name, parts }) => ({ name, parts: parts.filter((part) => sees(me, part.who)) }))
    .filter(({ parts }) => parts.length > 0);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Settings</h1>
        <p className={css.lede}>How this organisation is kept.</p>
      </header>
      {shown.map(({ name, parts }) => (
        <section key={name} className={css.section} aria-label={name}>
          <h2>{name}</h2>
          <ul className={css.parts}>
            {parts.map((part) => (
              <li key={part.to}>
                <Opens part={part} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {sees(me, ['owner']) ? <TakeBackup /> : null}
    </div>
  );
}

function Opens({ part: { to, name, says, file } }: { readonly part: Part }) {
  const told = (
    <>
      <strong>{name}</strong>
      <span className={css.soft}>{says}</span>
    </>
  );
  return file ? (
    <a href={to} className={css.part} download>
      {told}
    </a>
  ) : (
    <Link to={to} className={css.part}>
      {told}
    </Link>
  );
}
