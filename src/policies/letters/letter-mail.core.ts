// Mail about letters: that one waits, that one was answered. It has the letter's number and no word of it.
import { letterStateWords, type LetterStateName } from './letter.core.ts';
import { dayWords } from '../../kernel/day-words.ts';
import type { Day } from '../../kernel/moment.ts';

export interface LetterMail {
  readonly subject: string;
  readonly words: string;
}

export function waitsMail(number: number, due: Day | null, why: string): LetterMail {
  return {
    subject: due === null ? `Letter ${number} waits for you` : `Letter ${number} waits for you until ${dayWords(due)}`,
    words: `${why}\n\nOpen Customary and go to Letters: adopt it, adopt a part of it, or refuse it with a reason.${
      due === null ? '' : ` After ${dayWords(due)} it goes a level up by itself.`
    }\n`,
  };
}

export function answeredMail(number: number, state: LetterStateName): LetterMail {
  return {
    subject: `Your letter ${number}: ${letterStateWords[state]}`,
    words: `There is an answer to your letter ${number}. Open Customary and go to Letters to read it.\n`,
  };
}
