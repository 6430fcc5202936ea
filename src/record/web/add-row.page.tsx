// Which kind of row to add by hand: what each is for. Then its form.
import { Link } from '@tanstack/react-router';
import { sees, useMe } from '../../web/me.ts';
import type { EntryKind } from '../entries/entry.core.ts';
import css from './record.module.css';
import { kindGroups, kindWords } from './record-words.ts';

/** What those may add who keep no record but write down what they did; the server decides. */
const ownSites: Readonly<Record<string, readonly EntryKind[]>> = {
  manager: ['observations', 'certificates', 'approvals', 'attempts', 'acknowledgements', 'outages'],
  trainer: ['observations', 'certificates', 'acknowledgements'],
};

export function Page() {
  const me = useMe();
  const all = sees(me, ['owner', 'district-manager', 'hr']);
  const may = new Set(me.grants.flatMap((grant) => ownSites[grant.role] ?? []));
  return (
    <div className={css.page}>
      <header className={css.section}>
        <p>
          <Link to="/record">The record</Link>
        </p>
        <h1>Add to the record</h1>
        <p className={css.soft}>
          What was done and is not written down yet. It counts from its own day on, and is checked as files are.
        </p>
      </header>
      {kindGroups.map(({ title, kinds }) => {
        const shown = kinds.filter((kind) => all || may.has(kind));
        return shown.length === 0 ? null : (
          <section key={title} className={css.section}>
            <h2>{title}</h2>
            <ul className={css.kinds}>
              {shown.map((kind) => (
                <li key={kind}>
                  <Link to={`/record/add/${kind}`} className={css.kindCard}>
                    <strong>{kindWords[kind].one}</strong>
                    <span className={css.small}>{kindWords[kind].says}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
