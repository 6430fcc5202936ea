// Order and nearness written down plainly, for comparison with the quick way.
import type { Linked } from './compiled.core.ts';
import type { Outcome } from './outcome.ts';
import type { Occurrence, Talk } from './talk.ts';

export interface Near {
  readonly amount: number;
  readonly unit: 'turns' | 'seconds';
}

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
  add(condition.notPartOf, null, (found) => ({ keeps: (one) => !found.overlaps(one) }));
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

// What is compared with, looked through from one end to the other.
class Moments {
  private readonly found: readonly Occurrence[];
  private readonly talk: Talk;

  constructor(found: readonly Occurrence[], talk: Talk) {
    this.found = found;
    this.talk = talk;
  }

  get first(): Occurrence | undefined {
    return this.found.toSorted(inOrderOfTalk)[0];
  }

  lastBefore(one: Occurrence): Occurrence | undefined {
    return this.found
      .filter((other) => precedes(other, one))
      .toSorted((a, b) => a.endTurn - b.endTurn || a.to - b.to)
      .at(-1);
  }

  firstAfter(one: Occurrence): Occurrence | undefined {
    return this.found.toSorted(inOrderOfTalk).find((other) => precedes(one, other));
  }

  overlaps(one: Occurrence): boolean {
    return this.found.some((other) => !precedes(one, other) && !precedes(other, one));
  }

  isNear(one: Occurrence, other: Occurrence | undefined, near: Near | null): boolean {
    return other !== undefined && (near === null || isNear(this.talk, one, other, near) === true);
  }
}

/** Order in the contact: by where they begin. */
export function inOrderOfTalk(a: Occurrence, b: Occurrence): number {
  return a.turn - b.turn || a.from - b.from || a.endTurn - b.endTurn || a.to - b.to;
}

/** Does `a` end before `b` begins? */
function precedes(a: Occurrence, b: Occurrence): boolean {
  return a.endTurn < b.turn || (a.endTurn === b.turn && a.to <= b.from);
}

/** Are two occurrences near each other? Undefined where that takes times and there are none. Turns count as times somebody has the floor. */
function isNear(talk: Talk, a: Occurrence, b: Occurrence, near: Near): boolean | undefined {
  const [first, second] = inOrderOfTalk(a, b) <= 0 ? [a, b] : [b, a];
  if (near.unit === 'turns') return talk.floor[second.turn]! - talk.floor[first.endTurn]! <= near.amount;
  const from = talk.at(first.endTurn, first.to);
  const to = talk.at(second.turn, second.from);
  return from === undefined || to === undefined ? undefined : to - from <= near.amount;
}

/** Chains with one occurrence of each member, each beginning after the one before has ended; for each last link the latest chain. */
export function chains(members: readonly (readonly Occurrence[])[], near: Near | null, talk: Talk): Occurrence[] {
  let done = [...(members[0] ?? [])];
  for (const member of members.slice(1)) {
    const longer: Occurrence[] = [];
    // `done` begins in order, and its latest chain that has ended is the nearest to what follows.
    const ended = done.toSorted((a, b) => a.endTurn - b.endTurn || a.to - b.to);
    let reached = -1;
    let best = -1;
    for (const occurrence of member) {
      while (reached + 1 < ended.length && precedes(ended[reached + 1]!, occurrence)) {
        reached++;
        if (best < 0 || inOrderOfTalk(ended[reached]!, ended[best]!) >= 0) best = reached;
      }
      if (best >= 0) longer.push(together([ended[best]!, occurrence]));
    }
    done = longer;
  }
  return near ? done.filter((one) => spans(talk, one, near)) : done;
}

/** Moments at which every member has been heard: for each occurrence, with the latest of the others before it. */
export function gatherings(members: readonly (readonly Occurrence[])[], near: Near | null, talk: Talk): Occurrence[] {
  const all = members
    .flatMap((member, index) => member.map((occurrence) => ({ occurrence, index })))
    .toSorted((a, b) => inOrderOfTalk(a.occurrence, b.occurrence));
  const latest: (Occurrence | undefined)[] = members.map(() => undefined);
  const found: Occurrence[] = [];
  for (const { occurrence, index } of all) {
    latest[index] = occurrence;
    if (latest.some((one) => one === undefined)) continue;
    const one = together(latest as Occurrence[]);
    if (!near || spans(talk, one, near)) found.push(one);
  }
  return found;
}

function spans(talk: Talk, one: Occurrence, near: Near): boolean {
  if (near.unit === 'turns') return talk.floor[one.endTurn]! - talk.floor[one.turn]! <= near.amount;
  const from = talk.at(one.turn, one.from);
  const to = talk.at(one.endTurn, one.to);
  return from !== undefined && to !== undefined && to - from <= near.amount;
}

function together(parts: readonly Occurrence[]): Occurrence {
  const sorted = parts.toSorted(inOrderOfTalk);
  const last = sorted.reduce((end, one) =>
    one.endTurn > end.endTurn || (one.endTurn === end.endTurn && one.to > end.to) ? one : end,
  );
  return {
    turn: sorted[0]!.turn,
    from: sorted[0]!.from,
    endTurn: last.endTurn,
    to: last.to,
    sureness: parts.reduce((least, one) => Math.min(least, one.sureness), 1),
    evidence: sorted.flatMap((one) => one.evidence),
  };
}
