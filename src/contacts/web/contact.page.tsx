// One contact: its words with the marks beside them, lit both ways, its time line, its first impression, and why what was
// missed was missed.
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { OneContact } from '../../diagnosis/one-contact/one-contact.shape.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ModelSaysOf } from '../../web/kit/model-says.view.tsx';
import { day } from '../../web/kit/words.ts';
import { customerWordOf, sees, useMe } from '../../web/me.ts';
import { isRepCode } from '../rep-code.core.ts';
import css from './contact.module.css';
import { clock, kindOf } from '../contact-words.core.ts';
import { outcomeOf, plainly } from './contact-words.ts';
import { FirstImpression } from './first-impression.view.tsx';
import { History } from './history.view.tsx';
import { Marks } from './marks.view.tsx';
import { PeopleSay } from './people-say.view.tsx';
import { TimeLine } from './time-line.view.tsx';
import { Transcript } from './transcript.view.tsx';

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  return (
    <Ask<OneContact> title="Contact" path={`/v1/contacts/${encodeURIComponent(id)}`}>
      {(contact) => <Told key={contact.id} contact={contact} />}
    </Ask>
  );
}

function Told({ contact }: { readonly contact: OneContact }) {
  const me = useMe();
  const router = useRouter();
  const search = useSearch({ strict: false }) as { readonly mark?: string; readonly standard?: string };
  const [chosen, choose] = useState<string | null>(
    () => contact.marks.find((one) => one.id === search.mark || one.standard === search.standard)?.id ?? null,
  );
  const [near, setNear] = useState<string | null>(null);
  const lit = near ?? chosen;
  const customer = customerWordOf(me);
  return (
    <article className={css.page}>
      <header className={css.head}>
        <p>
          <Link
            to="/contacts"
            className={css.back}
            onClick={(event) => {
              if (!router.history.canGoBack() || event.metaKey || event.ctrlKey) return;
              event.preventDefault();
              router.history.back();
            }}
          >
            <IconArrowLeft size={16} aria-hidden /> Contacts
          </Link>
        </p>
        <h1>{titleOf(contact)}</h1>
        <Facts contact={contact} />
      </header>
      <TimeLine contact={contact} customer={customer} />
      <FirstImpression contact={contact} />
      <div className={css.sides}>
        <section aria-label="What was said">
          <Transcript contact={contact} customer={customer} lit={lit} choose={choose} />
        </section>
        <section aria-label="Marks" className={css.marks}>
          <PeopleSay contact={contact} />
          <Marks contact={contact} chosen={chosen} choose={choose} near={setNear} />
        </section>
      </div>
      {contact.reviewing ? null : <ModelSaysOf contact={contact.id} turns={contact.turns} />}
      <History contact={contact} />
    </article>
  );
}

function titleOf({ channel, kinds, site }: OneContact): string {
  const about = kinds[0] === undefined ? '' : `, ${plainly(kinds[0])}`;
  return `${kindOf(channel)}${about}${site ? ` at ${site.name}` : ''}`;
}

function Facts({ contact }: { readonly contact: OneContact }) {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['When', whenOf(contact)],
    ['Served by', contact.person ? <ServedBy key="who" person={contact.person} /> : undefined],
    ['Lasted', contact.durationSeconds === undefined ? undefined : clock(contact.durationSeconds)],
    ['Outcome', contact.outcome === undefined ? contact.outcomeStated : outcomeOf(contact.outcome)],
    ['Asked for', contact.productAsked],
    ['Price said', contact.priceQuoted?.toLocaleString('en')],
    ['Direction', contact.direction === 'outbound' ? 'we called them' : undefined],
    ['Written down', contact.heardBy === 'recogniser' ? 'by machine' : undefined],
  ];
  const shown = facts.filter(([, value]) => value !== undefined);
  return (
    <>
      <dl className={css.facts}>
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {contact.repFrom === 'worked-out' && contact.repCertainty < 0.8 ? (
        <p className={css.note}>
          Who the rep is was worked out from the words, and not surely. Marks that rest on who said it may be left open.
        </p>
      ) : null}
      {contact.notes.length > 0 ? <p className={css.note}>{contact.notes.join(' ')}</p> : null}
    </>
  );
}

/** Their name, which opens their page for those who may see it; a code in its place leads to where it is said who that is. */
function ServedBy({ person: { id, name } }: { readonly person: NonNullable<OneContact['person']> }) {
  const opens = sees(useMe(), ['owner', 'district-manager', 'manager']);
  const shown = isRepCode(id) ? 'somebody not on record' : name;
  if (!opens) return <>{shown}</>;
  return (
    <Link to="/people/$id" params={{ id } as never}>
      {isRepCode(id) ? `${shown}: who is it?` : shown}
    </Link>
  );
}

function whenOf({ startedLocal, day: onDay }: OneContact): string | undefined {
  if (startedLocal !== undefined)
    return startedLocal.length > 10 ? `${day(startedLocal)}, ${startedLocal.slice(11, 16)}` : day(startedLocal);
  return onDay === undefined ? undefined : day(onDay);
}
