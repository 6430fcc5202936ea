// All phrases of all packs as one machine that runs once over the words of a turn. It is made of parts, since phrases with
// gaps would multiply each other's states: a word costs one look-up in each part.
import { Part, type NumberedPhrase, unknown } from './part.ts';
import type { PhrasePositions } from './positions.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Positions in a part: phrases of words alone stand together in large parts, phrases with gaps in small ones. */
const partSize = { exact: 4000, loose: 240 } as const;

export class Automaton {
  /** Words read, times parts, and steps back to where phrases began. */
  steps = 0;
  private readonly parts: readonly Part[];
  // The tables and widths of the parts side by side: this loop is where marking spends most of its time.
  private readonly tables: Uint16Array[];
  private readonly widths: Int32Array;
  private readonly classOf: Uint16Array;
  private readonly states: Int32Array;

  /** The vocabulary must be closed: a word that came later would have no class. */
  constructor(phrases: readonly PhrasePositions[], vocabulary: Vocabulary) {
    const groups = grouped(phrases);
    this.classOf = new Uint16Array(vocabulary.size * groups.length);
    this.states = new Int32Array(groups.length);
    this.parts = groups.map((group, index) => new Part(group, vocabulary, this.classOf, index, groups.length));
    this.tables = this.parts.map((part) => part.table);
    this.widths = Int32Array.from(this.parts, (part) => part.width);
  }

  /** Everything that time was spent on: it grows with the words read, whatever stands in a pack. */
  get work(): number {
    return this.parts.reduce((sum, part) => sum + part.moves, this.steps);
  }

  /** Back to the state before anything was read. */
  restart(): void {
    this.states.fill(0);
  }

  /** Reads a word; the phrases that end at it are added to `ended`. */
  read(word: number, ended: number[]): void {
    const { tables, widths, states, classOf } = this;
    const count = tables.length;
    const base = word * count;
    this.steps += count;
    for (let index = 0; index < count; index++) {
      const before = states[index]!;
      const wordClass = classOf[base + index]!;
      let entry = tables[index]![before * widths[index]! + wordClass]!;
      if (entry === unknown) {
        const part = this.parts[index]!;
        entry = part.move(before, wordClass);
        tables[index] = part.table;
      }
      const state = entry >> 1;
      states[index] = state;
      if ((entry & 1) === 1) {
        const ends = this.parts[index]!.endsAt(state);
        for (let at = 0; at < ends.length; at++) ended.push(ends[at]!);
      }
    }
  }
}

// Phrases that begin alike are live at the same time, so they multiply states least when they share a part.
function grouped(phrases: readonly PhrasePositions[]): NumberedPhrase[][] {
  const groups: NumberedPhrase[][] = [];
  const numbered = phrases.map((phrase, index) => ({ index, phrase }));
  const beginning = ({ phrase }: NumberedPhrase): number => phrase.positions[phrase.first[0]!]!.word;
  for (const kind of ['exact', 'loose'] as const) {
    let group: NumberedPhrase[] = [];
    let size = 0;
    const members = numbered
      .filter(({ phrase }) => phrase.loose === (kind === 'loose'))
      .toSorted((a, b) => beginning(a) - beginning(b) || a.index - b.index);
    for (const one of members) {
      if (size > 0 && size + one.phrase.positions.length > partSize[kind]) {
        groups.push(group);
        group = [];
        size = 0;
      }
      group.push(one);
      size += one.phrase.positions.length;
    }
    if (group.length > 0) groups.push(group);
  }
  return groups;
}
