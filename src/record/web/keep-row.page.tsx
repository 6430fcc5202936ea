// The form of one row: new, or corrected with what it said before shown and confirmed. Nothing is kept that a file could not hold.
import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ApiProblem, newKey, send, withQuery } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import type { RowForm, TakenByHand } from '../by-hand/by-hand-row.shape.ts';
import { Changes } from './changes.view.tsx';
import { RowKept } from './row-kept.view.tsx';
import css from './record.module.css';
import { addressOf, kindWords } from './record-words.ts';
import { RowField, type Value } from './row-field.view.tsx';

type Values = Readonly<Record<string, Value>>;

export function Page() {
  const { kind = '', key } = useParams({ strict: false }) as { readonly kind?: string; readonly key?: string };
  return (
    <Ask<RowForm> key={`${kind} ${key}`} path={withQuery('/v1/record/form', { kind, key })}>
      {(form) => <Filled form={form} />}
    </Ask>
  );
}

function Filled({ form }: { readonly form: RowForm }) {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const [begun] = useState(form);
  const [values, setValues] = useState<Values>(() => startingValues(begun, search));
  const [text, setText] = useState(begun.before?.text ?? '');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState<TakenByHand | null>(null);
  const queries = useQueryClient();
  // The same form sent twice, where an answer was lost on the way, is one row.
  const once = useRef(newKey());
  const { kind, before, fields } = begun;
  const keep = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const body = {
        kind,
        cells: { ...(before?.cells.id === undefined ? {} : { id: before.cells.id }), ...filled(values) },
        ...(begun.text ? { text } : {}),
        ...(before ? { replaces: { key: before.key, digest: before.digest } } : {}),
      };
      setKept(await send<TakenByHand>('POST', '/v1/record/rows', body, once.current));
      void queries.invalidateQueries();
    } catch (error) {
      setProblem(error as ApiProblem);
      once.current = newKey();
    }
    setBusy(false);
    setAsking(false);
  };
  if (kept)
    return (
      <RowKept
        kept={kept}
        before={before}
        again={() => {
          setKept(null);
          setValues(startingValues(begun, search));
          once.current = newKey();
        }}
      />
    );
  const wrongs = new Map(problem?.errors.map(({ pointer, detail }) => [pointer.replace('/cells/', ''), detail]));
  const unplaced = problem !== null && !fields.some((one) => wrongs.has(one.name));
  return (
    <div className={css.narrow}>
      <header className={css.section}>
        <p>
          {before ? (
            <Link to={addressOf({ kind, key: before.key })}>Back to it</Link>
          ) : (
            <Link to="/record/add">Add to the record</Link>
          )}
        </p>
        <h1>{before ? `Correct: ${kindWords[kind].one.toLowerCase()}` : kindWords[kind].one}</h1>
        <p className={css.soft}>{kindWords[kind].says}</p>
      </header>
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (before && !asking) setAsking(true);
          else void keep();
        }}
      >
        {fields.map((field) => (
          <RowField
            key={field.name}
            field={field}
            form={begun}
            value={values[field.name] ?? (field.several ? [] : '')}
            was={before?.cells[field.name]}
            wrong={wrongs.get(field.name)}
            set={(value) => {
              setAsking(false);
              setValues((all) => ({ ...all, [field.name]: value }));
            }}
          />
        ))}
        {begun.text ? (
          <Textarea
            label={kind === 'policies' ? 'Its clauses' : 'Its steps'}
            description="One after another, each on a line that begins with its number: “1. Say what the unit costs a month.” Below a line, “serves: close.thanked” names a standard that it helps to keep."
            value={text}
            autosize
            minRows={6}
            size="md"
            onChange={(event) => {
              setAsking(false);
              setText(event.currentTarget.value);
            }}
          />
        ) : null}
        {problem?.slug === 'record-row-there' ? (
          <There kind={kind} problem={problem} />
        ) : unplaced ? (
          <ProblemNotice problem={problem} />
        ) : null}
        {problem && !unplaced ? (
          <p role="alert" className={css.soft}>
            {problem.message}
          </p>
        ) : null}
        {asking && before ? (
          <section className={css.before} aria-label="What changes">
            <h2>Is this what changes?</h2>
            <Changes
              old={{ cells: before.cells }}
              now={{ cells: { ...before.cells, ...values } }}
              names={namesIn(begun)}
            />
            {text === before.text ? null : <p>Its words change as well.</p>}
            <p className={css.small}>What it said before stays to be seen, with the day of the correction.</p>
          </section>
        ) : null}
        <p className={css.actions}>
          <Button type="submit" size="md" loading={busy}>
            {before ? (asking ? 'Yes, correct it' : 'See what changes') : 'Keep it'}
          </Button>
          {asking ? (
            <Button variant="default" size="md" onClick={() => setAsking(false)}>
              Change something else
            </Button>
          ) : null}
        </p>
      </form>
    </div>
  );
}

function There({ kind, problem }: { readonly kind: RowForm['kind']; readonly problem: ApiProblem }) {
  const key = problem.errors.find((one) => one.pointer === '/key')?.detail ?? '';
  return (
    <div role="alert" className={css.before}>
      <p>{problem.message}</p>
      <p>
        <Link to={addressOf({ kind, key })}>Look at it</Link>
      </p>
    </div>
  );
}

/** As it stands; of a new row what the address says, today, and the one place or person that it can be of. */
function startingValues(form: RowForm, search: Readonly<Record<string, unknown>>): Values {
  if (form.before) return form.before.cells;
  const today = new Date().toLocaleDateString('sv-SE');
  return Object.fromEntries(
    form.fields.flatMap(({ name, kind, required, several }): [string, Value][] => {
      if (typeof search[name] === 'string' && search[name] !== '')
        return [[name, several ? [search[name]] : search[name]]];
      if (kind === 'day' && name === 'on') return [[name, today]];
      if (kind === 'day' && name === 'from' && required) return [[name, today]];
      if (kind === 'site' && !several && form.sites.length === 1) return [[name, form.sites[0]!.id]];
      if (name === 'by' && form.own !== null && form.people.some((one) => one.id === form.own))
        return [[name, form.own]];
      return [];
    }),
  );
}

function filled(values: Values): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value.length === 0 ? [] : [[name, typeof value === 'string' ? value : [...value]]],
    ),
  );
}

function namesIn({ people, sites }: RowForm): Record<string, string> {
  return Object.fromEntries([...people, ...sites].map(({ id, name }) => [id, name]));
}
