// Something said in one turn. Most of it is never quoted, so its evidence is made when somebody asks.
import type { Evidence } from '../standard.core.ts';
import type { Occurrence, Talk } from './talk.ts';

export class Saying implements Occurrence {
  readonly turn: number;
  readonly endTurn: number;
  from: number;
  to: number;
  sureness: number;
  private readonly talk: Talk;
  private quoted: readonly Evidence[] | null = null;

  constructor(talk: Talk, turn: number, from: number, to: number, sure: number) {
    this.talk = talk;
    this.turn = turn;
    this.endTurn = turn;
    this.from = from;
    this.to = to;
    this.sureness = sure;
  }

  get evidence(): readonly Evidence[] {
    return (this.quoted ??= [this.talk.evidence(this.turn, this.from, this.to)]);
  }

  /** Takes in what overlaps it. */
  widen(from: number, to: number, sure: number): void {
    this.from = Math.min(this.from, from);
    this.to = Math.max(this.to, to);
    this.sureness = Math.max(this.sureness, sure);
  }
}
