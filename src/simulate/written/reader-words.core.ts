// Why rules of a made-up organisation stand, as their owner says it, and what those who must comply say of them.
import type { ClauseReasons } from '../../policies/reasons/clause-reasons.core.ts';

/** In turn; null: nobody has answered for it. */
export const reasonsInTurn: readonly (ClauseReasons | null)[] = [
  {
    purpose: 'It was to keep contacts short.',
    protects: 'nobody that we could name',
    legalBasis: 'none',
    factor: { answer: 'no', reason: 'It saves us a minute and leaves the customer without an answer.' },
  },
  null,
  {
    purpose: 'Every site was to say the same.',
    protects: 'the customer, from being told two things',
    legalBasis: 'none',
    authority: 'Add one sentence of one’s own.',
    factor: { answer: 'partly', reason: 'The same words everywhere help; no words at all don’t.' },
  },
  {
    purpose: 'Nobody remembers; it came with the old handbook.',
    legalBasis: 'none',
    factor: { answer: 'no', reason: 'Nobody at the desk has ever seen it help somebody.' },
  },
];

export const houseReasons: ClauseReasons = {
  purpose: 'Customers see at once whom they may ask.',
  protects: 'the customer',
  legalBasis: 'none',
  authority: 'Take a clean shirt from the store without asking.',
  factor: { answer: 'yes', reason: 'People like to know with whom they speak.' },
};

/** What readers say of a clause that stands in their way, in turn. */
export const readersInTurn = [
  { said: 'disagree', words: 'I tell customers this ten times a day and they don’t believe that it is true.' },
  { said: 'no', words: 'It helps nobody who stands before me.' },
  { said: 'not-understood', words: 'Does it hold for people who rent with us already?' },
  { said: 'no', words: 'I lose the call with it.' },
  { said: 'partly', words: 'It is fair to those who wait in line.' },
] as const;

/** What readers say of a step that isn't clear. */
export const stepsInTurn = [
  'I don’t know which of the two comes first.',
  'Who decides this when the manager is out?',
  'What if they ask by chat?',
] as const;
