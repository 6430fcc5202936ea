// Several things that were heard, taken together: all of them, in order or not, near each other or not. Linear in what was heard.
import type { Occurrence, Talk } from './talk.ts';

export interface Near {
  readonly amount: number;
  readonly unit: 'turns' | 'seconds';
}

/** Order in the contact: by where they begin. */
export function inOrderOfTalk(a: Occurrence, b: Occurrence): number {
  return a.turn - b.turn || a.from - b.from || a.endTurn - b.endTurn || a.to - b.to;
}

/** Does `a` end before `b` begins? */
export function precedes(a: Occurrence, b: Occurrence): boolean {
  return a.endTurn < b.turn || (a.endTurn === b.turn && a.to <= b.from);
}

/** Are two occurrences near each other? Undefined where that takes times and there are none. Turns count as times somebody has the floor. */
export function isNear(talk: Talk, a: Occurrence, b: Occurrence, near: Near): boolean | undefined {
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
