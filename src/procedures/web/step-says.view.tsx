// What one step says: who, what, the words to use, how far one may go, what can go wrong. Where there is advice its words are lit.
import type { ReactNode } from 'react';
import type { Procedure } from '../procedures.shape.ts';
import css from './procedures.module.css';

type Step = Procedure['steps'][number];
type Lit = NonNullable<Procedure['advice']>[number];

export function StepSays({
  step,
  lit = [],
  big = false,
}: {
  readonly step: Step;
  readonly lit?: readonly Lit[];
  readonly big?: boolean;
}) {
  const { text, actor, say, limit, goesWrong } = step;
  return (
    <div className={css.says} data-big={big}>
      {actor ? <p className={css.actor}>{actor}</p> : null}
      <p className={css.words}>{withLit(text, lit)}</p>
      {say ? (
        <blockquote className={css.say}>
          <span className={css.kicker}>Words to use</span>
          <p>“{say.replace(/^[“"']+|[”"']+$/g, '')}”</p>
        </blockquote>
      ) : null}
      {limit ? (
        <p className={css.limit}>
          <strong>How far you may go:</strong> {limit}
        </p>
      ) : null}
      {goesWrong ? (
        <p className={css.wrong}>
          <strong>What can go wrong:</strong> {goesWrong}
        </p>
      ) : null}
      {lit.length > 0 ? (
        <ul className={css.advice} aria-label="Advice">
          {lit.map((one) => (
            <li key={`${one.from} ${one.kind}`}>
              {one.words.length > 60 ? '' : `“${one.words}”: `}
              {one.instead}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The words that advice is about, lit; advice on the whole step lights nothing. */
function withLit(text: string, lit: readonly Lit[]): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to } of lit) {
    if (from < at || to - from > 60) continue;
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return [...parts, text.slice(at)];
}
