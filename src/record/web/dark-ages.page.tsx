// The Dark Ages: what is done, asked and looked for and stands nowhere in writing. Each row begins its procedure.
import { Link } from '@tanstack/react-router';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { UnwrittenList } from '../oral-tradition/oral-tradition.shape.ts';
import css from './dark-ages.module.css';

type Row = UnwrittenList['items'][number];

const groups: Readonly<Record<Row['kind'], { readonly title: string; readonly one: string; readonly many?: string }>> =
  {
    search: { title: 'Looked for and not found', one: 'search', many: 'searches' },
    duty: { title: 'Duties without a procedure', one: 'role' },
    contacts: { title: 'Kinds of contact that no procedure speaks of', one: 'contact' },
    waits: { title: 'Waited for again and again', one: 'time' },
    asks: { title: '“Let me ask”: answers in somebody’s head', one: 'contact' },
  };

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Not in writing: the Dark Ages</h1>
        <p className={css.soft}>
          What is done, asked and looked for, and lives only in what people tell each other. Whoever knows it leaves one
          day. Write one down, and it is gone from here.
        </p>
        <p>
          <Link to="/base">What each duty rests on</Link>
        </p>
      </header>
      <Ask<UnwrittenList>
        path="/v1/dark-ages"
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Empty title="Nothing was seen that is not written" action={<Link to="/procedures">Procedures</Link>}>
            Searches that find nothing, duties without a procedure, kinds of contact that none speaks of and what people
            wait for again and again will stand here.
          </Empty>
        }
      >
        {({ items }) =>
          [...Map.groupBy(items, (one) => one.kind)].map(([kind, rows]) => (
            <section key={kind} className={css.section} aria-labelledby={kind}>
              <h2 id={kind}>{groups[kind].title}</h2>
              <ul className={css.list}>
                {rows.map((row) => (
                  <UnwrittenRow key={row.about} row={row} />
                ))}
              </ul>
            </section>
          ))
        }
      </Ask>
    </div>
  );
}

function UnwrittenRow({ row: { kind, about, times, seen, draft, contacts } }: { readonly row: Row }) {
  const me = useMe();
  const writes = sees(me, ['owner', 'district-manager', 'manager', 'trainer']) && !me.readsOnly;
  const { title, trigger, task } = draft;
  return (
    <li className={css.row}>
      <div className={css.says}>
        <strong>{about}</strong>
        <span className={css.small}>
          {countOf(times, groups[kind].one, groups[kind].many)}. {seen.replaceAll(/\d{4}-\d\d-\d\d/g, day)}
        </span>
      </div>
      <p className={css.actions}>
        {contacts ? (
          <Link to="/contacts" search={{ words: contacts } as never}>
            Read them
          </Link>
        ) : null}
        {kind === 'waits' ? (
          <Link
            to="/letters/new"
            search={
              {
                wrong: `We wait again and again for: ${about}. ${countOf(times, 'time')} in the last quarter.`,
              } as never
            }
            aria-label={`Ask for it in a letter: ${about}`}
          >
            Ask for it in a letter
          </Link>
        ) : null}
        {writes && !(kind === 'waits' && isLeave(about)) ? (
          <Link
            to="/documents/new"
            search={
              {
                kind: 'procedure',
                ...(title === '' ? {} : { title }),
                ...(trigger === undefined ? {} : { trigger }),
                ...(task === undefined ? {} : { task }),
              } as never
            }
            aria-label={`Write it: ${about}`}
          >
            Write it
          </Link>
        ) : null}
      </p>
    </li>
  );
}

/** Leave that somebody has to give is no task that can be written down: it is asked for, in a letter. */
function isLeave(waitedFor: string): boolean {
  return /\b(?:leave|permission|approval|decision|decide|sign.?off)\b/i.test(waitedFor);
}
