// Several things that were heard, taken together: all of them, in order or not, near each other or not. Linear in what was heard.
import type { Evidence } from '../standard.core.ts';
import type { Occurrence, Talk } from './talk.ts';

export interface Near {
  readonly amount: number;
  readonly unit: 'turns' | 'seconds';
}

/** Order in the contact: by where they begin. */
export function inOrderOfTalk(a: Occurrence, b: Occurrence): number {
  return a.turn - b.turn || a.from - b.from || a.endTurn - b.endTurn || a.to - b.to;
}

/** Order in the contact: by where they end. */
export function inOrderOfEnd(a: Occurrence, b: Occurrence): number {
  return a.endTurn - b.endTurn || a.to - b.to;
}

/** The list in an order; itself where it stands in it already, as most do. */
export function sorted(
  list: readonly Occurrence[],
  order: (a: Occurrence, b: Occurrence) => number = inOrderOfTalk,
): readonly Occurrence[] {
  for (let at = 1; at < list.length; at++) if (order(list[at - 1]!, list[at]!) > 0) return list.toSorted(order);
  return list;
}

/** Both lists as one, in order where both are; of equals those of `a` first. */
export function merged(a: readonly Occurrence[], b: readonly Occurrence[]): readonly Occurrence[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  if (!isInOrder(a) || !isInOrder(b)) return a.concat(b);
  const all: Occurrence[] = [];
  let from = 0;
  for (const one of b) {
    while (from < a.length && inOrderOfTalk(a[from]!, one) <= 0) all.push(a[from++]!);
    all.push(one);
  }
  while (from < a.length) all.push(a[from++]!);
  return all;
}

function isInOrder(list: readonly Occurrence[]): boolean {
  for (let at = 1; at < list.length; at++) if (inOrderOfTalk(list[at - 1]!, list[at]!) > 0) return false;
  return true;
}

/** Does `a` end before `b` begins? */
export function precedes(a: Occurrence, b: Occurrence): boolean {
  return a.endTurn < b.turn || (a.endTurn === b.turn && a.to <= b.from);
}

/** Are two occurrences near each other? Undefined where that takes times and there are none. Turns count as times somebody has the floor. */
export function isNear(talk: Talk, a: Occurrence, b: Occurrence, near: Near): boolean | undefined {
  const inOrder = inOrderOfTalk(a, b) <= 0;
  const first = inOrder ? a : b;
  const second = inOrder ? b : a;
  if (near.unit === 'turns') return talk.floor[second.turn]! - talk.floor[first.endTurn]! <= near.amount;
  const from = talk.at(first.endTurn, first.to);
  const to = talk.at(second.turn, second.from);
  return from === undefined || to === undefined ? undefined : to - from <= near.amount;
}

/** Chains with one occurrence of each member, each beginning after the one before has ended; for each last link the latest chain. */
export function chains(
  members: readonly (readonly Occurrence[])[],
  near: Near | null,
  talk: Talk,
): readonly Occurrence[] {
  let done: readonly Occurrence[] = members[0]!;
  for (let index = 1; index < members.length; index++) {
    const longer: Occurrence[] = [];
    // `done` begins in order, and its latest chain that has ended is the nearest to what follows.
    const ended = sorted(done, inOrderOfEnd);
    let reached = -1;
    let best = -1;
    for (const occurrence of members[index]!) {
      while (reached + 1 < ended.length && precedes(ended[reached + 1]!, occurrence)) {
        reached++;
        if (best < 0 || inOrderOfTalk(ended[reached]!, ended[best]!) >= 0) best = reached;
      }
      if (best >= 0) longer.push(new Joined([ended[best]!, occurrence]));
    }
    done = longer;
  }
  return near ? done.filter((one) => spans(talk, one, near)) : done;
}

/** Moments at which every member has been heard: for each occurrence, with the latest of the others before it. */
export function gatherings(
  members: readonly (readonly Occurrence[])[],
  near: Near | null,
  talk: Talk,
): readonly Occurrence[] {
  const lists = members.map((member) => sorted(member));
  if (lists.length === 1 && !near) return lists[0]!;
  const next = lists.map(() => 0);
  const latest: Occurrence[] = [];
  const found: Occurrence[] = [];
  let missing = lists.length;
  for (;;) {
    let first = -1;
    for (let index = 0; index < lists.length; index++) {
      const one = lists[index]![next[index]!];
      if (one && (first < 0 || inOrderOfTalk(one, lists[first]![next[first]!]!) < 0)) first = index;
    }
    if (first < 0) return found;
    if (next[first] === 0) missing--;
    latest[first] = lists[first]![next[first]!++]!;
    if (missing > 0) continue;
    const one = new Joined(latest.slice());
    if (!near || spans(talk, one, near)) found.push(one);
  }
}

function spans(talk: Talk, one: Occurrence, near: Near): boolean {
  if (near.unit === 'turns') return talk.floor[one.endTurn]! - talk.floor[one.turn]! <= near.amount;
  const from = talk.at(one.turn, one.from);
  const to = talk.at(one.endTurn, one.to);
  return from !== undefined && to !== undefined && to - from <= near.amount;
}

// Several occurrences as one, from the first beginning to the last end. Its quotes are put in order only where they are shown.
class Joined implements Occurrence {
  readonly turn: number;
  readonly from: number;
  readonly endTurn: number;
  readonly to: number;
  readonly sureness: number;
  private readonly parts: readonly Occurrence[];

  constructor(parts: readonly Occurrence[]) {
    this.parts = parts;
    let first = parts[0]!;
    let last = first;
    let least = first.sureness;
    for (let at = 1; at < parts.length; at++) {
      const one = parts[at]!;
      if (inOrderOfTalk(one, first) < 0) first = one;
      if (inOrderOfEnd(one, last) > 0) last = one;
      if (one.sureness < least) least = one.sureness;
    }
    this.turn = first.turn;
    this.from = first.from;
    this.endTurn = last.endTurn;
    this.to = last.to;
    this.sureness = least;
  }

  get evidence(): readonly Evidence[] {
    return sorted(this.parts).flatMap((one) => one.evidence);
  }
}
