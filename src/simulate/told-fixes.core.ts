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

/** Days from the proposal to the beginning, from there until it stands, and the days before that it was picked by. */
const days = { toBegin: 14, toStand: 7, picked: 28 } as const;

/** One fix an event, about the first of its standards that no fix before it is about: many at once would need more proof each. */
export function toldFixes({ events }: Pick<Planned, 'events'>): ToldFix[] {
  const fixes: ToldFix[] = [];
  for (const { fix, kind, says, sites, standards, on } of events) {
    const what = kinds[kind];
    const standard = standards.find((id) => fixes.every((one) => one.standard !== id));
    if (fix !== true || what === undefined || standard === undefined) continue;
    const begunOn = addDays(on, -days.toStand);
    const proposedOn = addDays(begunOn, -days.toBegin);
    fixes.push({
      standard,
      cause: what[0],
      kind: what[1],
      says,
      sites,
      pickedFrom: addDays(proposedOn, -days.picked),
      pickedTo: addDays(proposedOn, -1),
      proposedOn,
      begunOn,
      doneOn: on,
    });
  }
  return fixes;
}
