// Rated dialogues as examples: each is redacted as a stored contact is, its cues are heard, its turns become rows.
import { contentId } from '../kernel/digest.ts';
import { redactContact } from '../contacts/redaction/redact-contact.core.ts';
import type { CompiledPacks } from '../standards/engine/compiled.core.ts';
import { cuesOfTurns } from './cue-events.ts';
import { toExamples, type Examples } from './examples.core.ts';
import { satisfactionAnswers, type LabelledDialogue } from './satisfaction.core.ts';
import { selectRows, SparseRowsBuilder } from './sparse-rows.core.ts';
import { columnCount, TurnFeatures } from './turn-features.core.ts';

/** Takes dialogues one by one, so that a caller may tell how far it is. */
export class LabelledExamples {
  private readonly rows = new SparseRowsBuilder();
  private readonly features = new TurnFeatures(this.rows);
  private readonly ratings: (readonly number[])[] = [];
  private readonly contacts: number[] = [];
  private readonly packs: CompiledPacks;
  private readonly key: Uint8Array;
  private readonly numbers = new Map<string, number>();

  /** @param key the organisation's, for the redaction */
  constructor(packs: CompiledPacks, key: Uint8Array) {
    this.packs = packs;
    this.key = key;
  }

  add(dialogue: LabelledDialogue): void {
    const { texts } = redactContact({
      turns: dialogue.turns.map(({ text, speaker }) => ({ text, label: speaker })),
      answers: [],
      knownNames: [],
      key: this.key,
    });
    const turns = dialogue.turns.map(({ speaker }, index) => ({ speaker, text: texts[index]! }));
    const number = this.numberOf(texts);
    for (const turn of this.features.add({ turns, cues: cuesOfTurns(this.packs, turns) })) {
      this.ratings.push(dialogue.turns[turn]!.ratings);
      this.contacts.push(number);
    }
  }

  // A dialogue that stands twice, in two files say, is one: else it would be on both sides of a test.
  private numberOf(texts: readonly string[]): number {
    const id = contentId('d', ...texts);
    const number = this.numbers.get(id) ?? this.numbers.size;
    this.numbers.set(id, number);
    return number;
  }

  /** Every rated turn so far; turns that nobody rated were only context. */
  build(): Examples {
    const rated = Int32Array.from(this.ratings.keys()).filter((row) => this.ratings[row]!.length > 0);
    return toExamples(selectRows(this.rows.build(), rated), columnCount, {
      answers: satisfactionAnswers,
      ratings: Array.from(rated, (row) => this.ratings[row]!),
      contacts: rated.map((row) => this.contacts[row]!),
    });
  }
}
