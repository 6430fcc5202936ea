// What an ear reads of all phrases, as plain numbers: made once for some packs, and read by every thread that marks by them.
import { type AnchorRows, anchorRows } from './anchor-rows.ts';
import type { PhraseData } from './phrase-data.ts';
import { PhraseTable } from './phrase-table.ts';
import type { Vocabulary } from './vocabulary.ts';
import { SetTable, type WordSets } from './word-sets.ts';

export interface EarTables {
  /** By position, as in `PhraseTable`. */
  readonly spots: Int32Array;
  readonly phraseOf: Int32Array;
  /** What may come next and before, as in `FollowSets`. */
  readonly after: Int32Array;
  readonly before: Int32Array;
  /** Which words are in which sets, as in `SetTable`. */
  readonly members: Int32Array;
  readonly anchors: AnchorRows;
}

/** The vocabulary must be closed. @param askedOf by cue, of whom it is asked */
export function earTables(phrases: PhraseData, askedOf: Uint8Array, sets: WordSets, vocabulary: Vocabulary): EarTables {
  const table = new SetTable(sets, vocabulary);
  const phraseTable = new PhraseTable(phrases, table);
  const anchors = anchorRows(phraseTable, table, vocabulary.size, (phrase) => phrases.cues[phrase]!, askedOf);
  const { spots, phraseOf, next, previous } = phraseTable;
  return { spots, phraseOf, after: next.data, before: previous.data, members: table.members, anchors };
}
