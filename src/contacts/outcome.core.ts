// What a source calls the outcome, in our five words where that is plain.
import type { Outcome } from './contact.core.ts';

const said: readonly (readonly [RegExp, Outcome])[] = [
  [
    /\b(not interested|no sale|lost|abandon|did ?n[o']?t (buy|rent|book)|went elsewhere|declined|refused|unsuccessful)\b/,
    'lost',
  ],
  [/\b(not (resolved|served|solved|helped|complete)|unresolved|unserved|incomplete|turned away|failed)\b/, 'unserved'],
  [
    /\b(follow ?up|pending|call ?back|callback|undecided|thinking|quoted?|later|transferred|voicemail|reserved?)\b/,
    'pending',
  ],
  [/\b(won|sale|sold|rented|rental|moved? in|booked|bought|signed|converted|policy issued|purchase)\b/, 'won'],
  [/\b(resolved|served|solved|helped|completed?|answered|closed|ok|yes)\b/, 'served'],
];

/** The outcome that a source's own words plainly mean, or undefined: then only the words are kept. */
export function outcomeOf(stated: string): Outcome | undefined {
  const text = stated.toLowerCase().replaceAll(/[_-]+/g, ' ');
  return said.find(([pattern]) => pattern.test(text))?.[1];
}
