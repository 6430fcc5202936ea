// Coaching: notes to oneself, and for whoever coaches what waits and what was said.
import { Link } from '@tanstack/react-router';
import type { CoachingNotes, CoachingNoteTold } from '../coaching/coaching.shape.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { day } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import css from './coaching.module.css';

export function Page() {
  const coach = sees(useMe(), ['owner', 'district-manager', 'manager', 'trainer']);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Coaching</h1>
        <p className={css.soft}>
          {coach
            ? 'Notes from moments of contacts: yours, and those of others at your sites. They are read by whoever they are to and by those who coach; HR reads none.'
            : 'What those who coach you wrote to you, with the moment it is about. Only you and those who coach read it.'}
        </p>
      </header>
      <Ask<CoachingNotes>
        path="/v1/coaching"
        isEmpty={({ notes }) => notes.length === 0}
        empty={
          <Empty
            title={coach ? 'No note was given yet' : 'Nobody wrote to you yet'}
            action={coach ? <Link to="/contacts">Open the contacts</Link> : <Link to="/lessons">Read the lessons</Link>}
          >
            {coach
              ? 'Open a mark on a contact and choose “Coach from this”. Whoever served reads the note with the words it is about, sees what good sounds like, and replies.'
              : 'A note comes with your own words, what good sounds like, and one thing to try. You reply in your own words.'}
          </Empty>
        }
      >
        {({ notes }) => <Groups notes={notes} />}
      </Ask>
    </div>
  );
}

const groups: readonly (readonly [string, (note: CoachingNoteTold) => boolean])[] = [
  ['To you', (note) => note.own],
  ['To look at again', (note) => !note.own && note.mine && note.followUpDue],
  ['Not read yet', (note) => !note.own && note.state === 'sent'],
  ['Read', (note) => !note.own && note.state === 'read'],
  ['Replied to', (note) => !note.own && note.state === 'acknowledged'],
  ['Taken back', (note) => !note.own && note.state === 'withdrawn'],
];

function Groups({ notes }: { readonly notes: readonly CoachingNoteTold[] }) {
  const shown = new Set<string>();
  return groups.map(([title, has]) => {
    const own = notes.filter((note) => has(note) && !shown.has(note.id));
    for (const note of own) shown.add(note.id);
    return own.length === 0 ? null : (
      <section key={title} className={css.section} aria-label={title}>
        <h2>{title}</h2>
        <ul className={css.list}>
          {own.map((note) => (
            <li key={note.id}>
              <Link to="/coaching/$id" params={{ id: note.id } as never} className={css.row}>
                <strong>{note.standard.title}</strong>
                <span>{shortly(note.says)}</span>
                <span className={css.soft}>
                  {[
                    day(note.givenAt),
                    note.own
                      ? `from ${note.by.name}`
                      : `to ${note.person?.name ?? 'whoever served'}${note.mine ? '' : `, from ${note.by.name}`}`,
                    note.own && note.state === 'sent' ? 'new' : undefined,
                  ]
                    .filter((one) => one !== undefined)
                    .join(', ')}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

const longest = 120;

function shortly(says: string): string {
  return says.length <= longest ? says : `${says.slice(0, longest).replace(/\s\S*$/, '')} …`;
}
