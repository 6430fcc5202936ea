// Examples of a standard, each a test: what should come out of a few lines, and what does.
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { piecesOf } from '../../web/kit/lit-words.ts';
import { countOf } from '../../web/kit/words.ts';
import type { ExampleTold } from '../one-standard.shape.ts';
import css from './standards.module.css';

const verdicts: Readonly<Record<string, string>> = {
  met: 'met',
  failed: 'missed',
  'not-applicable': 'doesn’t apply',
  unsure: 'can’t be told',
};

export function verdictOf(verdict: string): string {
  return verdicts[verdict] ?? verdict;
}

export function Examples({ examples }: { readonly examples: readonly ExampleTold[] }) {
  const [all, setAll] = useState(false);
  const wrong = examples.filter((one) => !one.passed).length;
  const few = (['met', 'failed', 'not-applicable'] as const).flatMap((verdict) =>
    examples.filter((one) => one.expected === verdict).slice(0, 2),
  );
  const shown = all ? examples : [...examples.filter((one) => !one.passed), ...few.filter((one) => one.passed)];
  return (
    <section className={css.block} aria-labelledby="examples">
      <h2 id="examples">Examples</h2>
      <p className={css.soft}>
        {wrong === 0
          ? `All ${countOf(examples.length, 'example')} come out as they should.`
          : `${wrong} of ${countOf(examples.length, 'example')} come out otherwise.`}
      </p>
      <ExampleList examples={shown} />
      {shown.length < examples.length ? (
        <p>
          <button type="button" className={css.plain} onClick={() => setAll(true)}>
            Show all {examples.length}
          </button>
        </p>
      ) : null}
    </section>
  );
}

export function ExampleList({ examples }: { readonly examples: readonly ExampleTold[] }) {
  return (
    <ul className={css.examples}>
      {examples.map((one, at) => (
        <li key={at} className={css.example} data-passed={one.passed}>
          <header>
            <strong className={one.passed ? undefined : css.wrong}>
              {one.passed ? <IconCheck size={16} aria-hidden /> : <IconX size={16} aria-hidden />}
              {verdictOf(one.expected)}
            </strong>
            {one.passed ? null : <span className={css.wrong}>comes out as {verdictOf(one.got)}</span>}
          </header>
          {one.facts.map((fact) => (
            <p key={fact} className={css.soft}>
              {fact}
            </p>
          ))}
          {one.turns.map((turn, index) => (
            <p key={index}>
              <span className={css.soft}>{turn.speaker}: </span>
              {piecesOf(
                turn.text,
                one.evidence.filter((place) => place.turn === index).map(({ from, to }) => ({ mark: 'it', from, to })),
              ).map((piece) => (piece.marks.length > 0 ? <mark key={piece.from}>{piece.text}</mark> : piece.text))}
            </p>
          ))}
          {one.answers.map((answer) => (
            <p key={answer.question}>
              {answer.question}: <strong>{answer.answer}</strong>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
