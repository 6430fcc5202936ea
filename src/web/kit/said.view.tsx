// A few turns as they were said, without who they were: an example, a pinned moment. The words come from outside: they are text,
// never markup.
import { speakerOf } from '../../contacts/contact-words.core.ts';
import { customerWordOf, useMe } from '../me.ts';
import css from './said.module.css';

export interface SaidProps {
  readonly turns: readonly { readonly speaker: 'rep' | 'customer' | 'other'; readonly text: string }[];
  /** What kind of moment it is; told by words beside it as well. */
  readonly sort?: 'good' | 'bad';
}

export function Said({ turns, sort }: SaidProps) {
  const customer = customerWordOf(useMe());
  return (
    <ol className={css.said} data-sort={sort}>
      {turns.map((turn, at) => (
        // Turns have no id of their own, and never change places.
        <li key={at} data-speaker={turn.speaker}>
          <span className={css.speaker}>{speakerOf(turn.speaker, customer)}</span>
          <span className={css.text}>{turn.text}</span>
        </li>
      ))}
    </ol>
  );
}
