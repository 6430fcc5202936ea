// On Today: notes to oneself that are new, and for whoever coaches the day to look again and replies of late.
import { Link } from '@tanstack/react-router';
import { useAsked } from './ask.view.tsx';
import { countOf, day } from './words.ts';
import { sees, useMe } from '../me.ts';
import type { CoachingNotes, CoachingNoteTold } from '../../management/coaching/coaching.shape.ts';
import css from './answers.module.css';

const who = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'rep'] as const;
const lately = 7 * 86_400_000;

export function CoachingWaits() {
  return sees(useMe(), who) ? <Waiting /> : null;
}

function Waiting() {
  const { data } = useAsked<CoachingNotes>('/v1/coaching');
  const notes = data?.notes ?? [];
  const toMe = notes.filter((note) => note.own && note.state === 'sent');
  const due = notes.filter((note) => note.mine && !note.own && note.followUpDue);
  const replied = notes.filter((note) => note.mine && !note.own && !note.followUpDue && isFresh(note));
  return (
    <>
      <Group id="coaching-new" notes={toMe} title={`${countOf(toMe.length, 'note')} to you from who coaches you`} />
      <Group id="coaching-due" notes={due} title={`${countOf(due.length, 'coaching note')} to look at again`} />
      <Group
        id="coaching-replied"
        notes={replied}
        title={`${countOf(replied.length, 'reply', 'replies')} to your notes`}
      />
    </>
  );
}

/** Replied to within the week, and not looked at again since. */
function isFresh({ events, state }: CoachingNoteTold): boolean {
  const last = events.at(-1);
  return state === 'acknowledged' && last?.kind === 'acknowledged' && Date.now() - Date.parse(last.at) < lately;
}

function Group({
  id,
  title,
  notes,
}: {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly CoachingNoteTold[];
}) {
  if (notes.length === 0) return null;
  return (
    <section className={css.waiting} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={css.list}>
        {notes.slice(0, 5).map((note) => (
          <li key={note.id}>
            <Link to="/coaching/$id" params={{ id: note.id } as never}>
              {note.standard.title}
            </Link>
            <span className={css.soft}>
              {[
                note.own ? `from ${note.by.name}` : `to ${note.person?.name ?? 'whoever served'}`,
                day(note.givenAt),
              ].join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
