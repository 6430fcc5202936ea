// A contact in which what was half heard again was said again: where a verdict would be another in it, it can't be told.
import { inOrderOfTalk, precedes } from './combine.ts';
import type { Heard } from './scan.ts';
import type { Occurrence } from './talk.ts';

/**
 * What would have been heard had each cue that was clearly heard somewhere been said wherever it was half heard too. Null where
 * that adds nothing. Cues that were only half heard stay so: conditions leave those open by themselves.
 */
export function asIfSaid(heard: Heard): Heard | null {
  if (heard.nearly.length === 0) return null;
  const longer: (readonly Occurrence[] | undefined)[] = [];
  for (const [cue, perhaps] of heard.nearly.entries()) {
    const clear = heard.said(cue);
    if (!perhaps || !clear) continue;
    // What overlaps something heard is the same saying.
    const more = perhaps.filter((one) => clear.every((other) => precedes(one, other) || precedes(other, one)));
    if (more.length === 0) continue;
    longer[cue] = [...clear, ...more].sort(inOrderOfTalk);
  }
  if (longer.length === 0) return null;
  const { nearly } = heard;
  return {
    nearly,
    mayHear: (cue) => heard.mayHear(cue),
    said: (cue) => longer[cue] ?? heard.said(cue),
    answers: (cue) => heard.answers(cue),
  };
}
