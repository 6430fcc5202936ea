// How a customer comes in, by their own first words: upset or in a hurry. Only words that say so count, never a voice.
import type { Turn } from '../../standards/encounter.core.ts';

export interface OpeningMood {
  readonly upset: boolean;
  readonly hurried: boolean;
}

/** The customer's first turns: what comes later may be the service's doing. */
const firstTurns = 2;

const upset =
  /\b(ridiculous|unacceptable|outrag\w*|frustrat\w*|furious|angry|annoyed|upset|disgust\w*|appall\w*|awful|horribl[ey]|terribl[ey]|worst|fed up|sick (?:and tired )?of|tired of|had it with|not happy|unhappy|very disappointed|complain\w*|ripped off|rip ?off|(?:second|third|fourth|fifth) time|how many times|still (?:not|nobody|no one|waiting|hasn't|haven't|isn't)|nobody (?:called|answers|helps|ever)|no one (?:called|answers|helps|ever)|what is (?:wrong|going on)|speak to (?:a|the|your) manager)\b/iu;

const hurried =
  /\b(in a (?:bit of a )?(?:hurry|rush)|(?:be|real|very|super|make (?:it|this)) quick(?:ly)?|quick question|rushing|no time|not (?:a lot of|much) time|don't have (?:long|much time|a lot of time|time)|(?:only|just) (?:have|got|'ve got) (?:a|one|two|five|a few|a couple of)? ?(?:minutes?|seconds?)|on my (?:lunch|break|way)|as (?:fast|soon) as (?:possible|you can)|asap|right away|keep it short)\b/iu;

/** Undefined where the customer says nothing that was written down. */
export function openingMood(turns: readonly Turn[]): OpeningMood | undefined {
  const said = turns.filter((turn) => turn.speaker === 'customer' && turn.text.trim() !== '').slice(0, firstTurns);
  if (said.length === 0) return undefined;
  const text = said.map((turn) => turn.text.replaceAll('’', "'")).join(' ');
  return { upset: upset.test(text), hurried: hurried.test(text) };
}
