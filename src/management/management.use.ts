// What managers did and asked for, what people waited for and what broke: taken in from the record and read back.
import type { Origin, Sourced, Taken } from '../kernel/sourced.ts';
import { countsOf, prefixed, takeRows } from '../people/take-rows.use.ts';
import type { Work } from '../platform/db/work.ts';
import type { Approval, Observation, Outage, Target } from './management.core.ts';
import * as store from './management.store.ts';

const byId = (row: { readonly id: string }): string => row.id;

/** @throws Fault `record-import-forbidden` */
export async function importObservations(work: Work, rows: readonly Sourced<Observation>[]): Promise<Taken> {
  return countsOf(await takeRows(work, 'observations', async () => store.keepObservations(work, rows), byId));
}

/** @throws Fault `record-import-forbidden` */
export async function importTargets(work: Work, rows: readonly Sourced<Target>[]): Promise<Taken> {
  return countsOf(await takeRows(work, 'targets', async () => store.keepTargets(work, rows), byId));
}

/** @throws Fault `record-import-forbidden` */
export async function importApprovals(work: Work, rows: readonly Sourced<Approval>[]): Promise<Taken> {
  return countsOf(await takeRows(work, 'approvals', async () => store.keepApprovals(work, rows), byId));
}

/** @throws Fault `record-import-forbidden` */
export async function importOutages(work: Work, rows: readonly Sourced<Outage>[]): Promise<Taken> {
  return countsOf(await takeRows(work, 'outages', async () => store.keepOutages(work, rows), byId));
}

export async function readObservations(work: Work): Promise<Observation[]> {
  return store.observationsOf(work);
}

export async function readTargets(work: Work): Promise<Target[]> {
  return store.targetsOf(work);
}

export async function readApprovals(work: Work): Promise<Approval[]> {
  return store.approvalsOf(work);
}

export async function readOutages(work: Work): Promise<Outage[]> {
  return store.outagesOf(work);
}

/** Where rows were last read from, by `kind/key`, e.g. `observation/...`. */
export async function readManagementOrigins(work: Work): Promise<Map<string, Origin>> {
  return new Map([
    ...prefixed('observation', await store.observationOrigins(work)),
    ...prefixed('target', await store.targetOrigins(work)),
    ...prefixed('approval', await store.approvalOrigins(work)),
    ...prefixed('outage', await store.outageOrigins(work)),
  ]);
}
