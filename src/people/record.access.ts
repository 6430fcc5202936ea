// Who may bring the written record in, add to it by hand, and look at it: those who answer for it; at their own sites those who
// do what it is a record of; everybody their own. The database holds each to their sites and to themself.
import type { Actor, Role } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

const keepers: readonly Role[] = ['owner', 'district-manager', 'hr'];

/** Tables to which others add what they did or saw, at their own sites. */
const alsoBy: Readonly<Record<string, readonly Role[]>> = {
  certificates: ['manager', 'trainer'],
  observations: ['manager', 'trainer'],
  approvals: ['manager'],
  attempts: ['manager'],
  acknowledgements: ['manager', 'trainer'],
  outages: ['manager'],
};

/** Kinds that are only for those who answer for people: what was tried with somebody before anyone decides anything. */
const guarded: ReadonlySet<string> = new Set(['attempts']);
const seesAll: readonly Role[] = [...keepers, 'manager', 'rep', 'auditor'];

/** Owners, district managers and whoever keeps the personnel files may bring records in. */
export function mayImportRecord(actor: Actor): boolean {
  return actor.roles.some((role) => keepers.includes(role));
}

/** @throws Fault `record-import-forbidden` */
export function assertMayImportRecord(actor: Actor): void {
  if (mayImportRecord(actor)) return;
  throw new Fault(
    'record-import-forbidden',
    'forbidden',
    'Only the owner, a district manager or HR may bring records in. Ask one of them to import this.',
  );
}

/** Whether they may add rows to a table, and correct what they see in it. @param table e.g. `certificates` */
export function mayRecord(actor: Actor, table: string): boolean {
  return mayImportRecord(actor) || actor.roles.some((role) => alsoBy[table]?.includes(role) === true);
}

/** @throws Fault `record-import-forbidden` */
export function assertMayRecord(actor: Actor, table: string): void {
  if (!mayRecord(actor, table)) assertMayImportRecord(actor);
}

/** Whether they may see rows of a table at all; which of them is the database's to say. */
export function maySeeKind(actor: Actor, table: string): boolean {
  return !guarded.has(table) || actor.roles.some((role) => seesAll.includes(role));
}
