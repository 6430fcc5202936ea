// One contact in the list: what it was, when and where, the words that speak for it, and how it went. The whole row is its link.
import {
  IconAlertTriangle,
  IconBuildingStore,
  IconMail,
  IconMessage,
  IconPhone,
  IconUserQuestion,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ListedContact } from '../../marking/search/contacts.shape.ts';
import { countOf } from '../../web/kit/words.ts';
import { isRepCode } from '../rep-code.core.ts';
import type { ContactQuery } from './contact-query.ts';
import { clock, kindOf } from '../contact-words.core.ts';
import { outcomeOf, plainly, shortDay } from './contact-words.ts';
import css from './contacts.module.css';

const icons = {
  phone: IconPhone,
  visit: IconBuildingStore,
  chat: IconMessage,
  email: IconMail,
  complaint: IconAlertTriangle,
  shop: IconUserQuestion,
};

export function ContactRow({ contact, asked }: { readonly contact: ListedContact; readonly asked: ContactQuery }) {
  const Icon = icons[contact.channel as keyof typeof icons] ?? IconMessage;
  const time = contact.startedAt === undefined ? undefined : contact.durationSeconds;
  const facts = [
    contact.site?.name,
    contact.person && (isRepCode(contact.person.id) ? 'not on record' : contact.person.name),
    time === undefined ? undefined : clock(time),
    contact.outcome === undefined ? undefined : outcomeOf(contact.outcome),
  ].filter((one) => one !== undefined);
  return (
    <li>
      <Link
        to="/contacts/$id"
        params={{ id: contact.id } as never}
        search={(asked.standard ? { standard: asked.standard } : {}) as never}
        className={css.row}
      >
        <span className={css.what}>
          <Icon size={18} aria-hidden />
          <span>
            <strong>{kindOf(contact.channel)}</strong>
            {contact.day ? <span className={css.soft}> {shortDay(contact.day)}</span> : null}
          </span>
        </span>
        <span className={css.words}>
          <span className={css.said}>{saidIn(contact)}</span>
          <span className={css.soft}>{facts.join(' · ')}</span>
        </span>
        <span className={css.outcome}>
          <Verdicts contact={contact} />
        </span>
      </Link>
    </li>
  );
}

function saidIn({ found, reason, kind, words }: ListedContact) {
  if (found)
    return (
      <>
        … {found.text.slice(0, found.from)}
        <mark>{found.text.slice(found.from, found.to)}</mark>
        {found.text.slice(found.to)} …
      </>
    );
  if (reason) return <>“{reason}”</>;
  if (kind) return plainly(kind);
  return countOf(words, 'word');
}

function Verdicts({ contact: { met, failed, atrocities } }: { readonly contact: ListedContact }) {
  if (met + failed === 0) return <span className={css.soft}>nothing to mark</span>;
  return (
    <>
      {atrocities > 0 ? (
        <span className={css.serious}>
          <IconAlertTriangle size={15} aria-hidden /> {countOf(atrocities, 'serious act')}
        </span>
      ) : null}
      <span>
        <span className={failed > 0 ? css.missed : css.soft}>{failed} missed</span>
        <span className={css.soft}> of {met + failed}</span>
      </span>
    </>
  );
}
