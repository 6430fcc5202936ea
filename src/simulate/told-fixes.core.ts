// The fixes among a planned organisation's events, in the words in which its managers would have kept them: what was to be
// mended, how, where, and on which days it was proposed, begun and done.
import type { Cause } from '../diagnosis/finding.core.ts';
import type { FixKind } from '../fixes/fix-kinds.core.ts';
import { addDays, type Day } from '../kernel/moment.ts';
import type { Planned, PlannedEvent } from './planned-organisation.core.ts';

export interface ToldFix {
  readonly standard: string;
  readonly cause: Cause;
  readonly kind: FixKind;
  readonly says: string;
  readonly sites: readonly string[];
  /** Must not get worse: what no other event moves. */
  readonly guardrails: readonly string[];
  /** The days whose failures it was picked by. */
  readonly pickedFrom: Day;
  readonly pickedTo: Day;
  readonly proposedOn: Day;
  readonly begunOn: Day;
  readonly doneOn: Day;
}

const kinds: Partial<Record<PlannedEvent['kind'], readonly [Cause, FixKind]>> = {
  'procedure-written': ['procedure', 'written-procedure'],
  'rule-ends': ['policy', 'changed-rule'],
  'rounds-begin': ['management', 'coaching'],
  'everybody-certified': ['training', 'training'],
};

/** A smaller fall is none that anybody planned. */
const leastFall = 0.05;

const guardrails = ['opening.help-offered', 'complaint.feeling-acknowledged'];

/** Days from the proposal to the beginning, from there until it stands, and the days before that it was picked by. */
const days = { toBegin: 14, toStand: 7, picked: 28 } as const;

/**
 * One fix an event, in order of their days, since many at once would need more proof each: about that of its standards of
 * which it was planned to mend most, or where it mends none, that is missed most. What an event about few standards mends is left to it by one about many.
 */
export function toldFixes({ contacts, events }: Pick<Planned, 'contacts' | 'events'>): ToldFix[] {
  const fixes: ToldFix[] = [];
  const taken = new Set<string>();
  for (const event of events.toSorted((a, b) => a.standards.length - b.standards.length)) {
    const { fix, kind, says, sites, standards, on } = event;
    const what = kinds[kind];
    if (fix !== true || what === undefined) continue;
    const promises = promise(contacts, event);
    const standard = standards
      .filter((id) => !taken.has(id))
      .toSorted((a, b) => (promises.get(b) ?? 0) - (promises.get(a) ?? 0))[0];
    if (standard === undefined) continue;
    for (const id of standards) taken.add(id);
    const begunOn = addDays(on, -days.toStand);
    const proposedOn = addDays(begunOn, -days.toBegin);
    fixes.push({
      standard,
      cause: what[0],
      kind: what[1],
      says,
      sites,
      guardrails: guardrails.filter((id) => id !== standard && promises.has(id)),
      pickedFrom: addDays(proposedOn, -days.picked),
      pickedTo: addDays(proposedOn, -1),
      proposedOn,
      begunOn,
      doneOn: on,
    });
  }
  return fixes.toSorted((a, b) => (a.doneOn < b.doneOn ? -1 : 1));
}

/**
 * What can be hoped of each standard at the event's sites: over 1 by as much as its mean chance of being missed falls on the
 * day; where that is next to nothing, the chance itself. 0 where it never came up.
 */
function promise(contacts: Planned['contacts'], { on, sites }: PlannedEvent): Map<string, number> {
  const means = new Map<string, { before: number; befores: number; since: number; sinces: number }>();
  for (const { acts, day, site } of contacts) {
    if (!sites.includes(site)) continue;
    for (const { standard, chance } of acts) {
      const mean = means.get(standard) ?? { before: 0, befores: 0, since: 0, sinces: 0 };
      means.set(standard, mean);
      if (day < on) {
        mean.before += chance;
        mean.befores++;
      } else {
        mean.since += chance;
        mean.sinces++;
      }
    }
  }
  const hoped = ({
    before,
    befores,
    since,
    sinces,
  }: {
    before: number;
    befores: number;
    since: number;
    sinces: number;
  }) => {
    if (befores === 0 || sinces === 0) return 0;
    const fall = before / befores - since / sinces;
    return fall >= leastFall ? 1 + fall : before / befores;
  };
  return new Map([...means].map(([standard, mean]) => [standard, hoped(mean)]));
}
