// The words of a moment, each to be pressed so that it is hidden, and pressed again so that it is shown. What was found to tell whose
// contact it was is hidden already, and stays so.
import { speakerOf } from '../../contacts/contact-words.core.ts';
import { customerWordOf, useMe } from '../../web/me.ts';
import type { MomentLookedAt } from '../lessons/lessons.shape.ts';
import css from './lessons.module.css';

export interface HiddenPlace {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
}

export interface HideWordsProps {
  readonly turns: MomentLookedAt['turns'];
  readonly hide: readonly HiddenPlace[];
  readonly change: (hide: readonly HiddenPlace[]) => void;
}

export function HideWords({ turns, hide, change }: HideWordsProps) {
  const customer = customerWordOf(useMe());
  const is = (turn: number, from: number): boolean => hide.some((one) => one.turn === turn && one.from === from);
  return (
    <ol className={css.turns}>
      {turns.map(({ turn, speaker, text, hidden }) => (
        <li key={turn}>
          <span className={css.soft}>{speakerOf(speaker, customer)}</span>
          <span>
            {[...text.matchAll(/\S+/g)].map((match) => {
              const [from, to] = [match.index, match.index + match[0].length];
              const found = hidden.some((one) => one.word !== '[HIDDEN]' && one.from < to && from < one.to);
              if (found)
                return (
                  <span key={from} className={css.found}>
                    <s>{match[0]}</s>{' '}
                  </span>
                );
              const pressed = is(turn, from);
              return (
                <button
                  key={from}
                  type="button"
                  className={css.word}
                  aria-pressed={pressed}
                  onClick={() =>
                    change(
                      pressed
                        ? hide.filter((one) => one.turn !== turn || one.from !== from)
                        : [...hide, { turn, from, to }],
                    )
                  }
                >
                  {match[0]}
                </button>
              );
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}
