// Mail about disputes: that one waits, that one was answered. It has no word of it and no name.
import type { Day } from '../../kernel/moment.ts';
import { answerWords, type DisputeAnswer } from './dispute.core.ts';

export interface DisputeMail {
  readonly subject: string;
  readonly words: string;
}

/** To whom a dispute waits for: no word of it and no name. */
export function waitsMail(due: Day | null, round: 1 | 2): DisputeMail {
  const until = due === null ? '' : ` until ${due}`;
  return {
    subject: `A disputed mark waits for you${until}`,
    words: `${
      round === 1
        ? 'Somebody disputes a mark on a contact that they served.'
        : 'Somebody asks for a second look at a disputed mark; another than before answers it.'
    }\n\nOpen Customary and go to Disputes: read the words, and answer with a reason.${
      due === null ? '' : ` After ${due} it goes to the next by itself.`
    }\n`,
  };
}

/** To whoever disputed. */
export function answeredMail(answer: DisputeAnswer): DisputeMail {
  return {
    subject: `Your dispute was answered: ${answerWords[answer]}`,
    words: 'There is an answer to your dispute of a mark. Open Customary and go to Disputes to read it.\n',
  };
}
