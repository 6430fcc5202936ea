// All phrases of all packs as one machine that runs once over the words of a turn: phrases of words alone as a tree, the others by
// their anchors. Time grows with the words read, and for each word by no more than what the compiled packs fix.
import { Anchors } from './anchors.ts';
import { Hits } from './hits.ts';
import { Line } from './line.ts';
import { LiteralTrie, type Way } from './literal-trie.ts';
import { PhraseTable } from './phrase-table.ts';
import type { CountedPhrase, PhrasePositions } from './positions.ts';
import type { Vocabulary } from './vocabulary.ts';
import { waysOf } from './ways.ts';
import type { Words } from './words.ts';

export class Automaton {
  /** The words of the turn being read, with what may be passed over among them. */
  readonly line: Line;
  private readonly hits = new Hits();
  private readonly literals: LiteralTrie;
  private readonly anchors: Anchors;
  private wordsRead = 0;

  /** The vocabulary must be closed: a word that came later would be unknown here. */
  constructor(phrases: readonly PhrasePositions[], vocabulary: Vocabulary) {
    const ways: Way[] = [];
    const others: CountedPhrase[] = [];
    for (const [index, phrase] of phrases.entries()) {
      const own = waysOf(phrase);
      if (own) ways.push(...own.map((words) => ({ phrase: index, words })));
      else others.push({ index, phrase });
    }
    this.line = new Line(vocabulary);
    this.literals = new LiteralTrie(ways, vocabulary.size);
    this.anchors = new Anchors(new PhraseTable(others, vocabulary));
  }

  /** Everything that time was spent on. */
  get work(): number {
    return this.wordsRead + this.literals.steps + this.anchors.steps;
  }

  /** Takes in the words of a turn; `line` then holds them, and more may be let passed over before `find`. */
  load(words: Words): void {
    this.line.load(words);
  }

  /** Every phrase in the words taken in; overwritten by the next call. Indexes are those of `line`. */
  find(): Hits {
    const { line, hits } = this;
    this.wordsRead += line.count + 2;
    hits.clear();
    this.literals.read(line, hits);
    this.anchors.read(line, hits);
    hits.settle();
    return hits;
  }
}
