// Something said in one turn. Most of it is never quoted, so its evidence is made when somebody asks.
import type { Evidence } from '../standard.core.ts';
import { type Occurrence, sureness, type Talk } from './talk.ts';

export class Saying implements Occurrence {
  readonly turn: number;
  from: number;
  to: number;
  /** Heard by phrases with a gap or a value alone. A fraction of its own would be one thing more to make for each. */
  private loose: boolean;
  private readonly talk: Talk;
  private quoted: readonly Evidence[] | null = null;

  constructor(talk: Talk, turn: number, from: number, to: number, loose: boolean) {
    this.talk = talk;
    this.turn = turn;
    this.from = from;
    this.to = to;
    this.loose = loose;
  }

  get sureness(): number {
    return this.loose ? sureness.loose : sureness.written;
  }

  get endTurn(): number {
    return this.turn;
  }

  get evidence(): readonly Evidence[] {
    return (this.quoted ??= [this.talk.evidence(this.turn, this.from, this.to)]);
  }

  /** Takes in what overlaps it. */
  widen(from: number, to: number, loose: boolean): void {
    this.from = Math.min(this.from, from);
    this.to = Math.max(this.to, to);
    this.loose &&= loose;
  }
}
