// One clause or step as its reader has it: the words, why it stands, the Customer Factor in one tap, and "I don't understand this".
import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { send } from '../../web/api.ts';
import { Markdown } from '../../web/kit/markdown.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { ReasonsTold } from '../../web/kit/reasons-told.view.tsx';
import { useMe } from '../../web/me.ts';
import type { Reading } from '../reading/reading.shape.ts';
import css from './reading.module.css';

type Part = Reading['parts'][number];

/** The words, what is new of them lit, what was taken out struck through. */
export function Lit({ part }: { readonly part: Part }) {
  if (part.since === 'new')
    return (
      <p className={css.words}>
        <ins>{part.text}</ins>
      </p>
    );
  return (
    <p className={css.words}>
      {part.pieces.map(({ text, was }, at): ReactNode => {
        // Pieces stand in their order and are never moved.
        const key = `${at}`;
        if (was === 'added') return <ins key={key}>{text}</ins>;
        return was === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>;
      })}
    </p>
  );
}

/** The address that a reader's words on a version go to. */
export function readingPath({ kind, id, version }: Reading['version'], verb: 'answer' | 'factor'): string {
  return `/v1/reading/${[kind, id, version].map(encodeURIComponent).join('/')}/${verb}`;
}

/** Reads again what a reader's word has changed. */
export function useReadAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return async () =>
    queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/v1/reading') });
}

export function ReadPart({ part, told }: { readonly part: Part; readonly told: Reading }) {
  const { readsOnly } = useMe();
  const [unclear, setUnclear] = useState(false);
  const said = told.said.find((one) => one.part === part.id && one.about === 'understanding')?.said;
  const { factor: _factor, ...reasons } = part.reasons;
  const asks = told.forMe && !readsOnly;
  return (
    <li id={`part-${part.id}`}>
      <div className={css.part}>
        <span className={css.number}>{part.id}</span>
        <div className={css.words}>
          <Markdown text={part.text} under={2} />
        </div>
        <div className={css.under}>
          <ReasonsTold reasons={reasons} />
          {asks ? <Taps part={part} told={told} unclear={unclear ? null : () => setUnclear(true)} /> : null}
          {asks && said === 'not-understood' && !unclear ? (
            <p className={css.note}>
              You said that this isn’t clear to you. Whoever answers for it sees your words without your name.
            </p>
          ) : null}
          {unclear ? <Unclear part={part.id} told={told} done={() => setUnclear(false)} /> : null}
        </div>
      </div>
    </li>
  );
}

const factors = [
  ['yes', 'Yes'],
  ['partly', 'Partly'],
  ['no', 'No'],
] as const;

/** @param unclear says that it isn't clear; null while that is being said */
function Taps({
  part,
  told,
  unclear,
}: {
  readonly part: Part;
  readonly told: Reading;
  readonly unclear: (() => void) | null;
}) {
  const readAgain = useReadAgain();
  const [problem, setProblem] = useState<Error | null>(null);
  const said = told.said.find((one) => one.part === part.id && one.about === 'factor')?.said;
  const say = async (answer: string): Promise<void> => {
    try {
      setProblem(null);
      await send('POST', readingPath(told.version, 'factor'), { part: part.id, said: answer });
      await readAgain();
    } catch (error) {
      setProblem(error as Error);
    }
  };
  const label = `factor-${part.id}`;
  return (
    <>
      {part.asksFactor ? (
        <p id={label} className={css.soft}>
          Does it let you act for the customer’s benefit?
        </p>
      ) : null}
      <div className={css.tap}>
        {part.asksFactor ? (
          <div className={css.tap} role="group" aria-labelledby={label}>
            {factors.map(([answer, word]) => (
              <Button
                key={answer}
                size="sm"
                variant={said === answer ? 'filled' : 'default'}
                aria-pressed={said === answer}
                onClick={() => void say(answer)}
              >
                {word}
              </Button>
            ))}
          </div>
        ) : null}
        {unclear ? (
          <Button variant="transparent" size="sm" px="xs" onClick={unclear}>
            I don’t understand this
          </Button>
        ) : null}
      </div>
      {problem ? <ProblemNotice problem={problem} /> : null}
    </>
  );
}

/** Where it isn't clear, in the reader's words. */
export function Unclear({
  part,
  told,
  done,
}: {
  readonly part: string;
  readonly told: Reading;
  readonly done: () => void;
}) {
  const readAgain = useReadAgain();
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const tell = async (): Promise<void> => {
    setBusy(true);
    try {
      setProblem(null);
      await send('POST', readingPath(told.version, 'answer'), { answer: 'not-understood', parts: [{ part, words }] });
      await readAgain();
      done();
    } catch (error) {
      setProblem(error as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void tell();
      }}
    >
      <Textarea
        label="What isn’t clear?"
        description="In your own words. Whoever answers for the document sees them without your name; where few have read it, they may guess."
        autosize
        minRows={2}
        maxLength={1000}
        data-autofocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {problem ? <ProblemNotice problem={problem} /> : null}
      <div className={css.actions}>
        <Button type="submit" loading={busy}>
          Say so
        </Button>
        <Button variant="default" onClick={done}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
