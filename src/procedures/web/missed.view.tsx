// What was searched for and not found in the last half year, the most wanted first; each can be written at once.
import { Link } from '@tanstack/react-router';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { Misses } from '../procedures.shape.ts';
import { writers } from './procedure-words.ts';
import css from './procedures.module.css';

const shown = 12;

export function Missed() {
  const me = useMe();
  const { data } = useAsked<Misses>('/v1/procedures/missed');
  const open = data?.items.filter((one) => !one.found) ?? [];
  if (!data) return null;
  return (
    <section className={css.section} aria-labelledby="missed">
      <h2 id="missed">Searched for and not found</h2>
      {open.length === 0 ? (
        <p className={css.soft}>
          Nothing in the last half year. What somebody looks for and nobody has written will stand here, without who
          looked.
        </p>
      ) : (
        <ul className={css.list}>
          {open.slice(0, shown).map(({ words, times, last, roles, sites }) => (
            <li key={words} className={css.missed}>
              <strong>“{words}”</strong>
              <span className={css.small}>
                {[
                  countOf(times, 'time'),
                  `last on ${day(last)}`,
                  ...(roles.length > 0 ? [`by ${roles.map((one) => one.replaceAll('-', ' ')).join(', ')}`] : []),
                  ...(sites.length > 0 ? [`at ${sites.join(', ')}`] : []),
                ].join(', ')}
              </span>
              {sees(me, writers) && !me.readsOnly ? (
                <Link to="/documents/new" search={{ kind: 'procedure', title: words } as never}>
                  Write it
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {open.length > shown ? <p className={css.small}>and {countOf(open.length - shown, 'more')}</p> : null}
    </section>
  );
}
