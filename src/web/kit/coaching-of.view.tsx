// On somebody's page: what they were coached about, for those who coach them.
import { Link } from '@tanstack/react-router';
import { useAsked } from './ask.view.tsx';
import { day } from './words.ts';
import { withQuery } from '../api.ts';
import { sees, useMe } from '../me.ts';
import type { CoachingNotes } from '../../management/coaching/coaching.shape.ts';
import css from './answers.module.css';

const states = { sent: 'not read yet', read: 'read', acknowledged: 'replied to', withdrawn: 'taken back' } as const;
const shown = 5;

export function CoachingOf({ person }: { readonly person: string }) {
  const coach = sees(useMe(), ['owner', 'district-manager', 'manager', 'trainer']);
  return coach ? <Notes person={person} /> : null;
}

function Notes({ person }: { readonly person: string }) {
  const { data } = useAsked<CoachingNotes>(withQuery('/v1/coaching', { person }));
  if (!data || data.notes.length === 0) return null;
  return (
    <section className={css.waiting} aria-labelledby="coached">
      <h2 id="coached">Coached from contacts</h2>
      <ul className={css.list}>
        {data.notes.slice(0, shown).map((note) => (
          <li key={note.id}>
            <Link to="/coaching/$id" params={{ id: note.id } as never}>
              {note.standard.title}
            </Link>
            <span className={css.soft}>{`${day(note.givenAt)}, ${states[note.state]}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
