// Past marks taken in, all or nothing, and read beside the machine's.
import type { Sourced, Taken } from '../kernel/sourced.ts';
import { append } from '../platform/ledger/append.ts';
import { contentId } from '../kernel/digest.ts';
import type { Work } from '../platform/db/work.ts';
import { assertMayImportMarks } from './marking.access.ts';
import { taughtVerdicts } from './learned/taught.store.ts';
import { currentStandards } from './marking.store.ts';
import type { PastMark } from './past-mark.core.ts';
import * as store from './past-marks.store.ts';

export interface PastMarksTaken extends Taken {
  /** Of those given, how many have no chance of being drawn: kept, but in no rate. */
  readonly withoutProbability: number;
  /** Of all that are kept, how many name no contact that is here: they wait for it. */
  readonly waiting: number;
}

/** Takes past marks in by contact, standard and marker; the same rows again change nothing. @throws Fault `past-marks-forbidden` */
export async function importPastMarks(work: Work, rows: readonly Sourced<PastMark>[]): Promise<PastMarksTaken> {
  assertMayImportMarks(work.actor);
  // The same mark in two files of a request is one; the last of them stands.
  const once = new Map(rows.map((one) => [keyOf(one.row), one]));
  const { added, changed, same, addedRows, changedRows } = await store.keepPastMarks(work, [...once.values()]);
  const counts = await store.countPastMarks(work.tx, work.actor.orgId);
  if (added + changed > 0) {
    const digestOf = JSON.stringify([addedRows, changedRows]);
    await append(work, { kind: 'past-marks.recorded', subjects: [contentId('b', digestOf)], digestOf });
  }
  return {
    added,
    changed,
    same,
    withoutProbability: rows.filter(({ row }) => row.probability === undefined).length,
    waiting: counts.all - counts.here,
  };
}

function keyOf({ contact, standard, marker }: PastMark): string {
  return [contact, standard, marker].map((one) => one.trim().toLowerCase()).join('\n');
}

/** Past marks of contacts that are here, each beside the machine's mark in use. */
export async function readMarkedTwice(work: Work, standard?: string): Promise<store.MarkedTwice[]> {
  const versions = (await currentStandards(work.tx, work.actor.orgId)).map((one) => one.version);
  const rows = await store.markedTwice(work.tx, work.actor.orgId, versions, standard);
  const contacts = [...new Set(rows.map((one) => one.contact))];
  // Of a contact that taught the marker in use, what it would have said without it: of what taught it, it is always too right.
  const taught = await taughtVerdicts(work.tx, work.actor.orgId, contacts);
  return rows.flatMap((one) => {
    const unheard = taught.get(`${one.contact} ${one.standard}`);
    if (unheard === undefined) return [one];
    return unheard === 'not-applicable' ? [] : [{ ...one, machine: unheard }];
  });
}

export type { MarkedTwice } from './past-marks.store.ts';
