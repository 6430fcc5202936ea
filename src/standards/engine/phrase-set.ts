// Phrases looked for by themselves, without packs: for measuring the machine, and for whoever needs only to find words.
import { parsePhrase } from '../language/phrase.ts';
import { Automaton } from './automaton.ts';
import { buildPositions } from './positions.ts';
import { Tokeniser } from './tokenise.ts';
import { Vocabulary } from './vocabulary.ts';

export class PhraseSet {
  private readonly tokeniser: Tokeniser;
  private readonly automaton: Automaton;

  /** @param phrases in the language of packs, without slots and cues @throws PhraseFault, PatternFault */
  constructor(phrases: readonly string[]) {
    const vocabulary = new Vocabulary();
    this.tokeniser = new Tokeniser(vocabulary);
    const built = phrases.map((phrase) => buildPositions(parsePhrase(phrase).node, this.tokeniser, vocabulary));
    vocabulary.freeze();
    this.automaton = new Automaton(built, vocabulary);
  }

  /** How many finds there are in a text: each phrase at each word where it ends. */
  count(text: string): number {
    this.automaton.load(this.tokeniser.read(text));
    return this.automaton.find().count;
  }
}
