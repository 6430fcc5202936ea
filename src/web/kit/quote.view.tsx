// Somebody's own words, with who said them and a way to the whole. The words come from outside: they are text, never markup.
import type { ReactNode } from 'react';
import css from './quote.module.css';

export interface QuoteProps {
  /** The words themselves; empty where something was left unsaid and `before` and `after` are what was said instead. */
  readonly words: string;
  /** What stands around them in the same turn. */
  readonly before?: string;
  readonly after?: string;
  /** What they were said to, in the customer's words. */
  readonly to?: string | undefined;
  /** e.g. "The rep, a call at Tucson, 3 March 2026". Never a person's name. */
  readonly from: ReactNode;
  /** A link to the contact. */
  readonly more?: ReactNode;
}

export function Quote({ words, before = '', after = '', to, from, more }: QuoteProps) {
  const lit = words !== '' && before + after !== '';
  return (
    <figure className={css.quote}>
      <blockquote>
        {to ? <p className={css.to}>“{to}”</p> : null}
        <p>
          “{before}
          {lit ? <mark>{words}</mark> : words}
          {after}”
        </p>
      </blockquote>
      <figcaption>
        {from}
        {more ? <> · {more}</> : null}
      </figcaption>
    </figure>
  );
}
