// How a place in the record is named in a sentence.
import type { Origin } from '../../kernel/sourced.ts';

export function placeOf(from: Origin): string {
  return from.row === undefined ? from.file : `${from.file}, row ${from.row}`;
}
