// What happened to something that is answered by a day, the first of it first: the day, what was done, the words that were said to it.
import css from './answered.module.css';

export interface Happened {
  readonly seq: number;
  /** The day, in words. */
  readonly when: string;
  readonly what: string;
  /** Empty where nothing was said to it. */
  readonly words: string;
}

export function WhatHappened({ events }: { readonly events: readonly Happened[] }) {
  return (
    <section className={css.section} aria-labelledby="happened">
      <h2 id="happened">What happened</h2>
      <ol className={css.events}>
        {events.map(({ seq, when, what, words }) => (
          <li key={seq}>
            <span className={css.soft}>{when}</span>
            <span>{what}.</span>
            {words === '' ? null : <span className={css.said}>{words}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
