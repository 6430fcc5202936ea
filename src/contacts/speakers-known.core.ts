// In how many contacts nothing tells who speaks: no label, and words that may be those of one side alone. Said once of what is brought in.
import { counted } from '../kernel/counts.ts';
import { repFloor } from '../standards/encounter.core.ts';
import type { DraftTurn } from './contact.core.ts';

/** Of a contact with words: says neither a label nor a source who speaks, and leave the words doubt? */
export function nobodyKnown(
  { turns }: { readonly turns: readonly Pick<DraftTurn, 'label' | 'speaker'>[] },
  howSure: number,
): boolean {
  const told = turns.some((turn) => turn.speaker !== undefined || (turn.label ?? '').trim() !== '');
  return turns.length > 0 && !told && howSure < repFloor;
}

/** Counts, and says it in one sentence. */
export class SpeakersCounted {
  #unknown = 0;
  #of = 0;

  add(...unknown: readonly boolean[]): void {
    this.#of += unknown.length;
    this.#unknown += unknown.filter(Boolean).length;
  }

  /** Null where it is known of all of them. */
  sentence(): string | null {
    if (this.#unknown === 0) return null;
    const where =
      this.#unknown === this.#of
        ? this.#of === 1
          ? 'The contact doesn’t say'
          : `None of the ${counted(this.#of)} contacts says`
        : `${counted(this.#unknown)} of ${counted(this.#of)} contacts don’t say`;
    return `${where} who speaks, and the words don’t tell: what the rep did is left open there. Where a column says it, name that column (in the terminal with --column "NAME=speaker").`;
  }
}
