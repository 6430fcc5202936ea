// Who may bring the written record in: those who answer for it.
import type { Actor } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

/** Owners, district managers and whoever keeps the personnel files may bring records in. */
export function mayImportRecord(actor: Actor): boolean {
  return actor.roles.some((role) => role === 'owner' || role === 'district-manager' || role === 'hr');
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
