// How well the words of a contact were heard, 0 to 1: what the recogniser said of them, word by word where it did, else of
// their turn. Words of which nobody said anything were heard well.
import type { Turn } from '../encounter.core.ts';
import type { Evidence } from '../standard.core.ts';

const space = 32;
const noBreakSpace = 160;

export class Hearing {
  private readonly turns: readonly Turn[];
  private readonly doubted: boolean;
  // Words and their confidences up to each turn, made where they are first asked for.
  private words: Float64Array | null = null;
  private sums: Float64Array | null = null;
  private count = 0;
  private sum = 0;

  constructor(turns: readonly Turn[]) {
    this.turns = turns;
    let doubted = false;
    for (const { confidence, unclear } of turns) doubted ||= confidence !== undefined || unclear !== undefined;
    this.doubted = doubted;
  }

  /** The mean over the words of some quotes. */
  of(quotes: readonly Evidence[]): number {
    if (!this.doubted) return 1;
    this.count = 0;
    this.sum = 0;
    for (const { turn, from, to } of quotes) this.add(this.turns[turn]!, from, to);
    return this.mean();
  }

  /** The mean over all words of the rep and the customer in some turns, both ends included. */
  ofTurns(fromTurn: number, toTurn: number): number {
    if (!this.doubted) return 1;
    if (this.words === null) this.addUp();
    const from = Math.max(0, fromTurn);
    const to = Math.min(this.turns.length, toTurn + 1);
    this.count = this.words![to]! - this.words![from]!;
    this.sum = this.sums![to]! - this.sums![from]!;
    return this.mean();
  }

  private mean(): number {
    return this.count <= 0 ? 1 : this.sum / this.count;
  }

  private addUp(): void {
    this.words = new Float64Array(this.turns.length + 1);
    this.sums = new Float64Array(this.turns.length + 1);
    this.count = 0;
    this.sum = 0;
    for (const [at, turn] of this.turns.entries()) {
      if (turn.speaker !== 'other') this.add(turn, 0, turn.text.length);
      this.words[at + 1] = this.count;
      this.sums[at + 1] = this.sum;
    }
  }

  // Words are what stands between spaces: no two recognisers count them alike, and a mean doesn't mind.
  private add({ text, confidence = 1, unclear }: Turn, from: number, to: number): void {
    let stretch = 0;
    let at = from;
    while (at < to) {
      while (at < to && isSpace(text.charCodeAt(at))) at++;
      if (at >= to) return;
      const begin = at;
      while (at < to && !isSpace(text.charCodeAt(at))) at++;
      this.count++;
      while (unclear && stretch < unclear.length && unclear[stretch]!.to <= begin) stretch++;
      const doubt = unclear?.[stretch];
      this.sum += doubt && doubt.from < at ? doubt.confidence : confidence;
    }
  }
}

function isSpace(code: number): boolean {
  return code <= space || code === noBreakSpace;
}
