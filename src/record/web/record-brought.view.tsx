// What came of files of the record: what went in, table by table; what could not, and why, to be fetched as a table; what to
// look at all the same.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { countOf, counted } from '../../web/kit/words.ts';
import { fetchRejects } from '../../web/kit/rejects-file.ts';
import { Rows } from '../../web/kit/rows.view.tsx';
import { isEntryKind } from '../entries/entry.core.ts';
import type { RecordImport } from '../record.shape.ts';
import css from './record.module.css';
import { kindWords } from './record-words.ts';

/** As many refusals as are read on a screen; all of them are in the table. */
const shown = 20;

export function RecordBrought({ brought, more }: { readonly brought: RecordImport; readonly more: () => void }) {
  const { rejects, warnings } = brought;
  const taken = Object.entries(brought.taken).filter(([, { added, changed, same }]) => added + changed + same > 0);
  const fresh = taken.reduce((sum, [, { added, changed }]) => sum + added + changed, 0);
  return (
    <section className={css.section} aria-label="What came in">
      <div role="status">
        <h2>
          {fresh > 0
            ? `${countOf(fresh, 'row is', 'rows are')} on record anew`
            : taken.length > 0
              ? 'All of it was on record already'
              : 'Nothing of it could go in'}
        </h2>
      </div>
      {taken.length > 0 ? (
        <Rows
          label="What went in"
          rows={taken}
          keyOf={([name]) => name}
          columns={[
            { name: 'Table', of: ([name]) => (isEntryKind(name) ? kindWords[name].many : 'The organisation') },
            { name: 'New', number: true, of: ([, { added }]) => counted(added) },
            { name: 'Corrected', number: true, of: ([, { changed }]) => counted(changed) },
            { name: 'As before', number: true, of: ([, { same }]) => counted(same) },
          ]}
        />
      ) : null}
      {rejects.length > 0 ? (
        <>
          <h3>{countOf(rejects.length, 'row or file', 'rows and files')} could not go in</h3>
          <ul className={css.refusals}>
            {rejects.slice(0, shown).map((one, at) => (
              <li key={`${at} ${one.file}`}>
                <strong>{placeOf(one)}</strong>: expected {one.expected}. {one.remedy}
              </li>
            ))}
          </ul>
          <p>
            <Button variant="default" onClick={() => fetchRejects(rejects)}>
              Fetch all of them as a table
            </Button>
          </p>
        </>
      ) : null}
      {warnings.length > 0 ? (
        <details>
          <summary>{countOf(warnings.length, 'thing')} to look at</summary>
          <ul className={css.refusals}>
            {warnings.slice(0, shown * 5).map((one, at) => (
              <li key={`${at} ${one.file}`}>
                <strong>{placeOf(one)}</strong>: {one.sentence}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className={css.actions}>
        <Button renderRoot={(props) => <Link {...props} to="/record" />}>See the record</Button>
        <Button variant="default" onClick={more}>
          Bring more
        </Button>
      </p>
    </section>
  );
}

interface Place {
  readonly file: string;
  readonly row?: number | undefined;
  readonly field?: string | undefined;
}

function placeOf({ file, row, field }: Place): string {
  return [file, row === undefined ? '' : `row ${row}`, field ?? ''].filter((one) => one !== '').join(', ');
}
