// Phrases looked for by themselves, without packs: those of words alone by a tree of words, which marking doesn't use, the others by
// the `Ear`, as marking does. For measuring beside other tools.
import { parsePhrase } from '../language/phrase.ts';
import { Ear } from './ear.ts';
import { Hits } from './hits.ts';
import { Line } from './line.ts';
import { LiteralTrie, type Way } from './literal-trie.ts';
import { buildPositions, type PhrasePositions } from './positions.ts';
import { Tokeniser } from './tokenise.ts';
import { Vocabulary } from './vocabulary.ts';
import { waysOf } from './ways.ts';
import { WordSets } from './word-sets.ts';

export class PhraseSet {
  private readonly tokeniser: Tokeniser;
  private readonly line: Line;
  /** For phrases that are more than words. */
  private readonly ear: Ear | null;
  private readonly literals: LiteralTrie;
  private readonly hits = new Hits();

  /** @param phrases in the language of packs, without slots and cues @throws PhraseFault, PatternFault */
  constructor(phrases: readonly string[]) {
    const vocabulary = new Vocabulary();
    const tokeniser = new Tokeniser(vocabulary);
    const sets = new WordSets();
    const ways: Way[] = [];
    const others: PhrasePositions[] = [];
    for (const [phrase, text] of phrases.entries()) {
      const built = buildPositions(parsePhrase(text).node, tokeniser, vocabulary, sets);
      const own = waysOf(built);
      if (own) ways.push(...own.map((words) => ({ phrase, words })));
      else others.push(built);
    }
    vocabulary.freeze();
    this.literals = new LiteralTrie(ways, vocabulary.size);
    this.tokeniser = tokeniser;
    this.line = new Line(vocabulary);
    const cued = others.map((one) => ({ ...one, cue: 0 }));
    this.ear = cued.length === 0 ? null : new Ear(cued, 1, sets, vocabulary, tokeniser, null);
  }

  /** How many finds there are in a text: each phrase at each word where it ends. */
  count(text: string): number {
    const { ear, hits, literals, line } = this;
    line.load(this.tokeniser.read(text));
    hits.clear();
    literals.read(line, hits);
    hits.settle();
    if (ear === null) return hits.count;
    ear.begin(null);
    ear.add(0, text);
    return hits.count + ear.hear(0).count;
  }
}
