// The marks of a contact: what happened that never should, what was missed, what was met, what can't be told. The one at hand
// is open: what it rests on, what to do instead, and the questions that lead to a cause.
import {
  IconAlertTriangle,
  IconChevronDown,
  IconCircleCheck,
  IconCircleX,
  IconHelpCircle,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { OneContact } from '../../diagnosis/one-contact/one-contact.shape.ts';
import { AnswerMark } from '../../web/kit/answer-mark.view.tsx';
import { useDisputesOf } from '../../web/kit/disputed-mark.view.tsx';
import { counted } from '../../web/kit/words.ts';
import { useMe } from '../../web/me.ts';
import css from './contact.module.css';
import { FromMark, mayBeCoached } from './from-mark.view.tsx';
import { Ladder } from './ladder.view.tsx';

type Mark = OneContact['marks'][number];

export interface MarksProps {
  readonly contact: OneContact;
  readonly chosen: string | null;
  readonly choose: (mark: string | null) => void;
  /** The mark that the pointer or the focus is on. */
  readonly near: (mark: string | null) => void;
}

interface Group {
  readonly title: string;
  readonly sign: string;
  readonly icon: Icon;
  readonly closed?: true;
  readonly has: (mark: Mark) => boolean;
}

const groups: readonly Group[] = [
  {
    title: 'Serious acts',
    sign: 'serious',
    icon: IconAlertTriangle,
    has: ({ kind, verdict }) => kind === 'atrocity' && verdict === 'failed',
  },
  {
    title: 'Missed',
    sign: 'missed',
    icon: IconCircleX,
    has: ({ kind, verdict }) => kind === 'standard' && verdict === 'failed',
  },
  {
    title: 'Met',
    sign: 'met',
    icon: IconCircleCheck,
    has: ({ kind, verdict }) => kind === 'standard' && verdict === 'met',
  },
  {
    title: 'Can’t be told',
    sign: 'open',
    icon: IconHelpCircle,
    closed: true,
    has: (mark) => mark.verdict === 'unsure',
  },
  {
    title: 'Serious acts that could have been and weren’t',
    sign: 'open',
    icon: IconCircleCheck,
    closed: true,
    has: ({ kind, verdict }) => kind === 'atrocity' && verdict === 'met',
  },
];

export function Marks({ contact, chosen, choose, near }: MarksProps) {
  const me = useMe();
  const struck = new Set(useDisputesOf(contact.id).flatMap((one) => (one.effect === 'struck' ? [one.standard] : [])));
  // Where people have said something their word stands: the mark is among those that they make it one of.
  const people = new Map(
    contact.people.flatMap((one) => (one.verdict === 'unsure' ? [] : [[one.standard, one.verdict] as const])),
  );
  const standing = contact.marks.map((one) => ({ ...one, verdict: people.get(one.standard) ?? one.verdict }));
  if (contact.reviewing) return null;
  if (contact.marks.length === 0)
    return <p className={css.note}>It is not marked yet, or no standard that you keep applies to it.</p>;
  return groups.map((group) => {
    const marks = standing.filter(group.has).toSorted((a, b) => b.weight - a.weight);
    if (marks.length === 0) return null;
    const list = (
      <ul className={css.group} data-sign={group.sign}>
        {marks.map((mark) => (
          <OneMark
            key={mark.id}
            mark={mark}
            icon={group.icon}
            ladder={contact.failures.find((one) => one.mark === mark.id)}
            site={contact.site?.id}
            contact={contact.id}
            coached={mayBeCoached(contact, me)}
            mine={contact.person !== undefined && contact.person.id === me.person?.id}
            struck={mark.verdict === 'failed' && struck.has(mark.standard)}
            open={mark.id === chosen}
            press={() => choose(mark.id === chosen ? null : mark.id)}
            near={near}
          />
        ))}
      </ul>
    );
    return group.closed ? (
      <details key={group.title} className={css.rest} open={marks.some((one) => one.id === chosen)}>
        <summary>
          {group.title} ({counted(marks.length)})
        </summary>
        {list}
      </details>
    ) : (
      <div key={group.title}>
        <h2 className={css.groupTitle}>
          {group.title} <span>{counted(marks.length)}</span>
        </h2>
        {list}
      </div>
    );
  });
}

interface OneMarkProps {
  readonly mark: Mark;
  readonly icon: Icon;
  readonly ladder: OneContact['failures'][number] | undefined;
  readonly site: string | undefined;
  readonly contact: string;
  /** Whoever looks may coach whoever served, as far as a page can tell. */
  readonly coached: boolean;
  /** Whoever looks served it. */
  readonly mine: boolean;
  /** Somebody ruled that it is none. */
  readonly struck: boolean;
  readonly open: boolean;
  readonly press: () => void;
  readonly near: MarksProps['near'];
}

function OneMark({ mark, icon: Sign, ladder, site, contact, coached, mine, struck, open, press, near }: OneMarkProps) {
  return (
    <li
      data-open={open || undefined}
      onMouseEnter={() => near(mark.id)}
      onMouseLeave={() => near(null)}
      onFocus={() => near(mark.id)}
      onBlur={() => near(null)}
    >
      <button type="button" className={css.mark} aria-expanded={open} onClick={press}>
        <Sign size={18} aria-hidden className={css.sign} />
        <span>{struck ? <s>{mark.title}</s> : mark.title}</span>
        <IconChevronDown size={16} aria-hidden className={css.turnSign} />
      </button>
      {open ? (
        <div className={css.markTold}>
          <p>{mark.says}</p>
          <RestsOn mark={mark} />
          {mark.verdict === 'failed' && mark.instead ? (
            <p>
              <strong>Instead:</strong> {mark.instead}
            </p>
          ) : null}
          {mark.because ? <p className={css.soft}>{mark.because}</p> : null}
          {ladder ? <Ladder ladder={ladder} /> : null}
          {mark.verdict === 'failed' || mark.verdict === 'met' ? (
            <AnswerMark
              contact={contact}
              mark={mark.id}
              standard={mark.standard}
              failed={mark.verdict === 'failed'}
              mine={mine}
            />
          ) : null}
          <FromMark mark={mark} contact={contact} coached={coached} />
          <p className={css.links}>
            <Link to="/standards/$id" params={{ id: mark.standard } as never}>
              The standard
            </Link>
            {mark.verdict === 'failed' ? (
              <Link to="/causes/failures" search={{ standard: mark.standard, ...(site ? { site } : {}) } as never}>
                All that were missed here
              </Link>
            ) : null}
            {mark.verdict === 'failed' ? (
              <Link to="/letters/new" search={{ mark: mark.id, ...(site ? { site } : {}) } as never}>
                Write a letter about it
              </Link>
            ) : null}
          </p>
        </div>
      ) : null}
    </li>
  );
}

function RestsOn({ mark }: { readonly mark: Mark }) {
  const who =
    mark.marker === 'reviewer' ? 'A reviewer says so' : mark.marker === 'shopper' ? 'A shopper says so' : null;
  const sure = `${Math.round(mark.confidence * 100)} % sure`;
  const quotes = mark.evidence.slice(0, 3);
  return (
    <>
      {quotes.map(({ turn, from, quote }) => (
        <blockquote key={`${turn} ${from}`} className={css.evidence}>
          “{quote}”
        </blockquote>
      ))}
      {quotes.length === 0 && mark.verdict === 'failed' && mark.searched ? (
        <p className={css.soft}>
          Looked for in turns {mark.searched.fromTurn + 1} to {mark.searched.toTurn + 1}, and not heard.
        </p>
      ) : null}
      <p className={css.soft}>{mark.verdict === 'unsure' ? (mark.why ?? 'Not enough is known.') : (who ?? sure)}</p>
      {mark.marker === 'learned' ? (
        <p className={css.soft}>
          {quotes.length > 0
            ? 'Learned from people’s marks: these words weighed most.'
            : 'Learned from people’s marks: no words weighed for it, what was missing did.'}{' '}
          <Link to="/markers/$standard" params={{ standard: mark.standard } as never}>
            How far to trust it
          </Link>
        </p>
      ) : null}
    </>
  );
}
