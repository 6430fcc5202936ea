// Somebody's own words, with who said them and a way to the whole. The words come from outside: they are text, never markup.
import type { ReactNode } from 'react';
import css from './quote.module.css';

export interface QuoteProps {
  readonly words: string;
  /** e.g. "The rep, a call at Tucson, 3 March 2026". Never a person's name. */
  readonly from: ReactNode;
  /** A link to the contact. */
  readonly more?: ReactNode;
}

export function Quote({ words, from, more }: QuoteProps) {
  return (
    <figure className={css.quote}>
      <blockquote>
        <p>“{words}”</p>
      </blockquote>
      <figcaption>
        {from}
        {more ? <> · {more}</> : null}
      </figcaption>
    </figure>
  );
}
