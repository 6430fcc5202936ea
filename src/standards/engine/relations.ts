// before, after, not-before, not-after and nearness: each becomes a filter on what is heard. What is compared with is sorted
// once and searched by halves, so that long contacts stay cheap.
import { inOrderOfTalk, isNear, type Near } from './combine.ts';
import type { Linked } from './compiled.core.ts';
import type { Outcome } from './outcome.ts';
import type { Occurrence, Talk } from './talk.ts';

export interface Filter {
  keeps(occurrence: Occurrence): boolean;
  /** What is missing to tell; then nothing is kept and nothing is denied. */
  readonly unsure?: string;
  /** Turns that it still leaves. */
  readonly fromTurn?: number;
  readonly toTurn?: number;
  readonly beside?: Outcome['beside'];
}

/** The filters that a condition's own relations make. `outcomeOf` evaluates what they name. */
export function relationFilters(condition: Linked, talk: Talk, outcomeOf: (other: Linked) => Outcome): Filter[] {
  const filters: Filter[] = [];
  const own = condition.near && !condition.near.of ? condition.near : null;
  const add = (
    other: Linked | undefined,
    near: Near | null,
    make: (found: Moments, near: Near | null) => Filter,
  ): void => {
    if (!other) return;
    const outcome = outcomeOf(other);
    if (outcome.truth === 'unsure') filters.push(denied(outcome.why ?? 'it depends on what is unsure'));
    else if (near?.unit === 'seconds' && talk.encounter.timing === 'none')
      filters.push(denied('the contact has no times'));
    else filters.push(make(new Moments(outcome.truth === 'yes' ? outcome.found : [], talk), near));
  };
  const relate = (other: Linked | undefined, make: (found: Moments, near: Near | null) => Filter): void =>
    add(other, own ?? anchored(other), make);
  relate(condition.before, (found, near) => {
    const { first } = found;
    if (!first) return { keeps: () => true };
    return {
      keeps: (one) => inOrderOfTalk(one, first) < 0 && found.isNear(one, first, near),
      toTurn: first.turn,
      beside: first.evidence,
    };
  });
  relate(condition.after, (found, near) => ({
    keeps: (one) => found.isNear(one, found.lastBefore(one), near),
    ...(found.first ? { fromTurn: found.first.endTurn, beside: found.first.evidence } : {}),
  }));
  relate(condition.notBefore, (found, near) => ({ keeps: (one) => !found.isNear(one, found.firstAfter(one), near) }));
  relate(condition.notAfter, (found, near) => ({ keeps: (one) => !found.isNear(one, found.lastBefore(one), near) }));
  add(condition.near?.of, condition.near ?? null, (found, near) => ({
    keeps: (one) =>
      found.overlaps(one) ||
      found.isNear(one, found.lastBefore(one), near) ||
      found.isNear(one, found.firstAfter(one), near),
  }));
  return filters;
}

/** Does a condition compare itself with another in time? */
export function hasRelation(condition: Linked): boolean {
  return (condition.before ?? condition.after ?? condition.notBefore ?? condition.notAfter) !== undefined;
}

function denied(why: string): Filter {
  return { keeps: () => false, unsure: why };
}

// `within-turns-of: 2` inside what `after` names: within two turns of what it is compared with.
function anchored(other: Linked | undefined): Near | null {
  return other?.near && !other.near.of && !hasRelation(other) ? other.near : null;
}

// Occurrences by their beginnings and by their ends.
class Moments {
  private readonly byStart: readonly Occurrence[];
  private readonly byEnd: readonly Occurrence[];
  private readonly talk: Talk;

  constructor(found: readonly Occurrence[], talk: Talk) {
    this.byStart = found.toSorted(inOrderOfTalk);
    this.byEnd = found.toSorted((a, b) => a.endTurn - b.endTurn || a.to - b.to);
    this.talk = talk;
  }

  get first(): Occurrence | undefined {
    return this.byStart[0];
  }

  /** The last one that has ended where `one` begins. */
  lastBefore(one: Occurrence): Occurrence | undefined {
    return this.byEnd[
      countWhile(
        this.byEnd,
        (other) => other.endTurn < one.turn || (other.endTurn === one.turn && other.to <= one.from),
      ) - 1
    ];
  }

  /** The first one that begins where `one` has ended. */
  firstAfter(one: Occurrence): Occurrence | undefined {
    return this.byStart[this.begunBefore(one)];
  }

  overlaps(one: Occurrence): boolean {
    const other = this.byStart[this.begunBefore(one) - 1];
    return other !== undefined && (other.endTurn > one.turn || (other.endTurn === one.turn && other.to > one.from));
  }

  isNear(one: Occurrence, other: Occurrence | undefined, near: Near | null): boolean {
    return other !== undefined && (near === null || isNear(this.talk, one, other, near) === true);
  }

  private begunBefore(one: Occurrence): number {
    return countWhile(
      this.byStart,
      (other) => other.turn < one.endTurn || (other.turn === one.endTurn && other.from < one.to),
    );
  }
}

// How many from the front hold, where those that hold come first.
function countWhile(list: readonly Occurrence[], holds: (one: Occurrence) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
