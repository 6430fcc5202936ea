// Why a learned marker may not stand, in words: after "It may not take the place of the cues:".
import type { WhyNot } from './marker-card.core.ts';

export const whyNotSays: Readonly<Record<WhyNot, string>> = {
  'agrees-no-better': 'it may agree with people no better than the cues do',
  'not-shown-yet': 'what it won over the cues could still be luck',
  'depends-on-who-speaks': 'more than 1 in 100 of its verdicts depend on who speaks',
  'says-something-else': 'the standard says something else by now',
  'older-program': 'another version of the program learned it',
};
