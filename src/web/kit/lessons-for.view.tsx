// Lessons about a standard, or for a task, wherever somebody reads of it; nothing where there are none.
import { Link } from '@tanstack/react-router';
import { useAsked } from './ask.view.tsx';
import { countOf } from './words.ts';
import { withQuery } from '../api.ts';
import type { Lessons } from '../../training/lessons/lessons.shape.ts';
import css from './answers.module.css';

export function LessonsFor(asked: { readonly standard?: string; readonly task?: string }) {
  const { data } = useAsked<Lessons>(withQuery('/v1/lessons', { ...asked }));
  const lessons = (data?.lessons ?? []).filter((one) => one.state === 'out');
  if (lessons.length === 0) return null;
  return (
    <section className={css.waiting} aria-labelledby="lessons-for">
      <h2 id="lessons-for">{lessons.length === 1 ? 'A lesson on it' : 'Lessons on it'}</h2>
      <ul className={css.list}>
        {lessons.slice(0, 5).map((one) => (
          <li key={one.id}>
            <Link to="/lessons/$id" params={{ id: one.id } as never}>
              {one.title}
            </Link>
            <span className={css.soft}>{countOf(one.moments, 'moment')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
