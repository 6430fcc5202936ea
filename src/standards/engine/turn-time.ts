// When the words at a place in a turn were said: by their share of the text, the silences inside the turn left where they were.
import type { Turn } from '../encounter.core.ts';

/**
 * Seconds from the start of the contact at an offset of a turn's text. Between the silences whose place is known, words are
 * taken to be evenly spoken. `start` and `end` are the turn's own.
 */
export function timeInTurn(turn: Turn, start: number, end: number, offset: number): number {
  let [fromTime, fromPlace] = [start, 0];
  let [toTime, toPlace] = [end, turn.text.length];
  for (const pause of turn.pauses ?? []) {
    if (pause.offset === undefined || pause.offset <= fromPlace || pause.at < fromTime) continue;
    if (pause.offset > offset) {
      [toTime, toPlace] = [pause.at, pause.offset];
      break;
    }
    [fromTime, fromPlace] = [pause.at + pause.seconds, pause.offset];
  }
  if (toPlace <= fromPlace) return fromTime;
  return fromTime + ((Math.max(toTime, fromTime) - fromTime) * (offset - fromPlace)) / (toPlace - fromPlace);
}
