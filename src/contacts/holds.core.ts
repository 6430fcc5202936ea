// Holds and paused recording as a source tells of them: in a list, or as turns in which a tool wrote "[hold music]".
import type { Encounter } from '../standards/encounter.core.ts';

export type Holds = NonNullable<Encounter['holds']>;
export type Hold = Holds[number];

const begins = /^\s*[[({<*♪♫]/;
const opening = String.raw`[\[({<*♪♫][\s\[({<*♪♫]*`;
const held = String.raw`(?:(?:the )?(?:call|caller|customer|client|line) )?(?:is |was )?(?:placed |put )?(?:on )?hold(?:ing)?(?: music| tone| message| time)?(?: playing| plays)?`;
const music = String.raw`(?:(?:hold|background|soft|upbeat|instrumental) )?music(?: playing| plays)?|muzak`;
const paused = String.raw`(?:the )?(?:call )?recording (?:is |was |has been )?(?:paused|stopped|suspended|interrupted|off)|(?:pause|gap|break) in (?:the )?recording|(?:payment|pci)(?: recording)? pause`;
const wrapped = (inner: string): RegExp =>
  new RegExp(String.raw`^\s*${opening}(?:${inner})[\d:. ]*[\s\])}>*♪♫.]*$`, 'i');
const onHold = wrapped(`${held}|${music}`);
const onPause = wrapped(paused);
const notes = /^[\s♪♫]*[♪♫][\s♪♫]*$/;

/** What a turn that is nothing but a tool's mark stands for: a hold, paused recording; null for anybody's words. */
export function holdMark(text: string): Hold['kind'] | null {
  // Every turn of every contact comes by here, and hardly one begins as a mark does.
  if (text.length > 60 || !begins.test(text)) return null;
  if (onPause.test(text)) return 'pause';
  return onHold.test(text) || notes.test(text) ? 'hold' : null;
}

/** The stretches that such turns cover: to their end, else to where the next turn begins. */
export function holdsOfTurns(
  turns: readonly { readonly text: string; readonly start?: number | undefined; readonly end?: number | undefined }[],
): Hold[] {
  return turns.flatMap((turn, index): Hold[] => {
    const kind = holdMark(turn.text);
    const to = turn.end ?? turns[index + 1]?.start;
    return kind === null || turn.start === undefined || to === undefined || to <= turn.start
      ? []
      : [{ from: turn.start, to, kind }];
  });
}

/** In order, none overlapping another: where two do, the second begins where the first ends, and two of a kind are one. */
export function tidyHolds(holds: readonly Hold[]): Hold[] {
  const tidy: { from: number; to: number; kind: Hold['kind'] }[] = [];
  for (const hold of holds.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = tidy[tidy.length - 1];
    if (last !== undefined && hold.from <= last.to && hold.kind === last.kind) last.to = Math.max(last.to, hold.to);
    else if (last === undefined || hold.to > last.to)
      tidy.push({ ...hold, from: Math.max(hold.from, last?.to ?? hold.from) });
  }
  return tidy;
}
