// before, after, not-before, not-after, not-part-of and nearness: each becomes a bound on what is heard. What is compared with is sorted
// once and searched by halves, so that long contacts stay cheap.
import type { Evidence } from '../standard.core.ts';
import { inOrderOfEnd, inOrderOfTalk, isNear, type Near, precedes, sorted } from './combine.ts';
import { nothing, type Outcome } from './outcome.ts';
import type { Relation } from './plan.ts';
import type { Occurrence, Talk } from './talk.ts';

/** What one relation leaves of a contact. */
export class Bound {
  /** What is missing to tell; then nothing is kept and nothing is denied. */
  readonly unsure: string | undefined;
  /** Turns that it still leaves. */
  readonly fromTurn: number = 0;
  readonly toTurn: number = Infinity;
  readonly beside: readonly Evidence[] = nothing;
  private readonly kind: Relation['kind'];
  private readonly near: Near | null;
  private readonly talk: Talk;
  private readonly byStart: readonly Occurrence[];
  private readonly byEnd: readonly Occurrence[];

  /** @param outcome what the condition comes to that is compared with */
  constructor({ kind, near }: Relation, outcome: Outcome, talk: Talk) {
    this.kind = kind;
    this.near = near;
    this.talk = talk;
    this.byStart = sorted(outcome.found);
    this.byEnd = sorted(outcome.found, inOrderOfEnd);
    if (outcome.truth === 'unsure') this.unsure = outcome.why ?? 'it depends on what is unsure';
    else if (near?.unit === 'seconds' && talk.encounter.timing === 'none') this.unsure = 'the contact has no times';
    const first = this.byStart[0];
    if (this.unsure !== undefined || first === undefined) return;
    if (kind === 'before') this.toTurn = first.turn;
    if (kind === 'after') this.fromTurn = first.endTurn;
    if (kind === 'before' || kind === 'after') this.beside = first.evidence;
  }

  keeps(one: Occurrence): boolean {
    if (this.unsure !== undefined) return false;
    const first = this.byStart[0];
    switch (this.kind) {
      case 'before':
        return first === undefined || (inOrderOfTalk(one, first) < 0 && this.isNear(one, first));
      case 'after':
        return this.isNear(one, this.lastBefore(one));
      case 'not-before':
        return !this.isNear(one, this.firstAfter(one));
      case 'not-after':
        return !this.isNear(one, this.lastBefore(one));
      case 'not-part-of':
        return !this.overlaps(one);
      case 'near':
        return this.overlaps(one) || this.isNear(one, this.lastBefore(one)) || this.isNear(one, this.firstAfter(one));
    }
  }

  /** The last one that has ended where `one` begins. */
  private lastBefore(one: Occurrence): Occurrence | undefined {
    return this.byEnd[this.endedBefore(one) - 1];
  }

  private endedBefore(one: Occurrence): number {
    let low = 0;
    let high = this.byEnd.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (precedes(this.byEnd[middle]!, one)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first one that begins where `one` has ended. */
  private firstAfter(one: Occurrence): Occurrence | undefined {
    return this.byStart[this.begunBefore(one)];
  }

  // Something has begun before its end that has not ended before its beginning.
  private overlaps(one: Occurrence): boolean {
    return this.begunBefore(one) > this.endedBefore(one);
  }

  private isNear(one: Occurrence, other: Occurrence | undefined): boolean {
    return other !== undefined && (this.near === null || isNear(this.talk, one, other, this.near) === true);
  }

  private begunBefore(one: Occurrence): number {
    let low = 0;
    let high = this.byStart.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (!precedes(one, this.byStart[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
