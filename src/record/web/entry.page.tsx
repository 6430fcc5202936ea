// One row of the record: what it says, the words of a document with its versions, where it bears, and what it said before it was
// corrected.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { LessonsFor } from '../../web/kit/lessons-for.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { day, sentence } from '../../web/kit/words.ts';
import type { EntryOnWire } from '../entries/entries.shape.ts';
import { Changes } from './changes.view.tsx';
import css from './record.module.css';
import { addressOf, cellWord, columnWord, kindWords, whenOf } from './record-words.ts';
import { usedBy } from './used-by.ts';

export function Page() {
  const { kind = '', key = '' } = useParams({ strict: false }) as { readonly kind?: string; readonly key?: string };
  return (
    <Ask<EntryOnWire>
      title="The record"
      path={`/v1/record/entries/${encodeURIComponent(kind)}/${encodeURIComponent(key)}`}
    >
      {(entry) => <Told entry={entry} />}
    </Ask>
  );
}

/** Columns that the page says elsewhere. */
const elsewhere: readonly string[] = ['title', 'standards', 'against'];

function Told({ entry }: { readonly entry: EntryOnWire }) {
  const { kind, cells, names, standards, before, versions, parts } = entry;
  const facts = Object.entries(cells).filter(([name]) => !elsewhere.includes(name));
  return (
    <article className={css.narrow}>
      <header className={css.section}>
        <p>
          <Link to="/record">The record</Link>
        </p>
        <p className={css.soft}>{[kindWords[kind].one, whenOf(entry)].filter(Boolean).join(', ')}</p>
        <h1>{sentence(entry.says)}</h1>
        {entry.mayCorrect ? <Acts entry={entry} /> : null}
      </header>
      <dl className={css.facts}>
        {facts.map(([name, cell]) => (
          <Fact key={name} name={name} word={cellWord(name, cell, names)} entry={entry} />
        ))}
        <dt>Stands in</dt>
        <dd>
          {entry.origin.file}
          {entry.origin.row === undefined ? '' : `, row ${entry.origin.row}`}, on record since{' '}
          {day(entry.recordedAt.slice(0, 10))}
        </dd>
      </dl>
      {kind === 'certificates' ? <LessonsFor task={String(cells.task)} /> : null}
      {parts.length > 0 ? (
        <section className={css.section} aria-labelledby="words">
          <h2 id="words">{kind === 'policies' ? 'Its clauses' : 'Its steps'}</h2>
          <ol className={css.parts}>
            {parts.map((part) => (
              <li key={part.id} className={css.part}>
                <p>{part.text}</p>
                <Standards label="Helps to keep" ids={part.serves} names={names} />
                <Standards label="Stands in the way of" ids={part.obstructs} names={names} />
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {versions.length > 1 ? (
        <section className={css.section} aria-labelledby="versions">
          <h2 id="versions">Its versions</h2>
          <ul className={css.rows}>
            {versions.map((one) => (
              <li key={one.key}>
                <Link to={addressOf(one)} className={css.row} aria-current={one.key === entry.key ? 'page' : undefined}>
                  <span className={css.kind}>{one.key === entry.key ? 'This one' : 'Another'}</span>
                  <span>{one.says}</span>
                  <span className={css.when}>{whenOf(one)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className={css.section} aria-labelledby="bears">
        <h2 id="bears">Where it bears</h2>
        <p>{usedBy[kind]}</p>
        <Standards
          label={kind === 'targets' ? 'Makes it sensible to miss' : 'Standards it is about'}
          ids={standards}
          names={names}
        />
      </section>
      <section className={css.section} aria-labelledby="before">
        <h2 id="before">What it said before</h2>
        {before.length === 0 ? <p className={css.soft}>It has not been changed since it came on record.</p> : null}
        {before.map((one, at) => (
          <div key={`${one.recordedAt} ${one.replacedAt}`} className={css.before}>
            <p>
              Until {day(one.replacedAt.slice(0, 10))}, on record since {day(one.recordedAt.slice(0, 10))} (
              {one.origin.file})
            </p>
            <Changes old={one} now={at === 0 ? entry : before[at - 1]!} names={names} />
          </div>
        ))}
      </section>
    </article>
  );
}

function Fact({ name, word, entry }: { readonly name: string; readonly word: string; readonly entry: EntryOnWire }) {
  const { cells } = entry;
  const procedure = name === 'procedure' && cells['procedure-version'] !== undefined;
  const document = name === 'document' && cells.kind !== undefined;
  const to = procedure
    ? `/record/procedures/${encodeURIComponent(`${String(cells.procedure)}~${String(cells['procedure-version'])}`)}`
    : document
      ? `/record/${cells.kind === 'policy' ? 'policies' : 'procedures'}/${encodeURIComponent(`${String(cells.document)}~${String(cells.version)}`)}`
      : name === 'person'
        ? `/people/${encodeURIComponent(String(cells.person))}`
        : null;
  return (
    <>
      <dt>{columnWord(name)}</dt>
      <dd>{to === null ? word : <Link to={to}>{word}</Link>}</dd>
    </>
  );
}

function Standards({
  label,
  ids,
  names,
}: {
  readonly label: string;
  readonly ids: readonly string[];
  readonly names: Readonly<Record<string, string>>;
}) {
  if (ids.length === 0) return null;
  return (
    <div>
      <p className={css.small}>{label}</p>
      <ul className={css.links}>
        {ids.map((id) => (
          <li key={id}>
            <Link to="/standards/$id" params={{ id } as never}>
              {names[id] ?? id}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Acts({ entry }: { readonly entry: EntryOnWire }) {
  const { kind, key, digest } = entry;
  const queries = useQueryClient();
  const go = useNavigate();
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const takeOut = async (): Promise<void> => {
    try {
      await send('POST', '/v1/record/rows/take-out', { kind, key, digest });
      await go({ to: '/record' });
      await queries.invalidateQueries();
    } catch (error) {
      setProblem(error as Error);
    }
  };
  return (
    <>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <div className={css.actions}>
        <Button variant="default" renderRoot={(props) => <Link {...props} to={`${addressOf(entry)}/correct`} />}>
          Correct it
        </Button>
        {!entry.mayTakeOut ? null : sure ? (
          <>
            <Button color="red" onClick={() => void takeOut()}>
              Yes, take it out
            </Button>
            <Button variant="default" onClick={() => setSure(false)}>
              Leave it
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setSure(true)}>
            Take it out
          </Button>
        )}
      </div>
    </>
  );
}
