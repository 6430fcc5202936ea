// Contacts kept in place while something is written about them, and before they are taken out: marking, and whoever undoes or
// erases, may come to the same contacts at once.
import type { Work } from '../platform/db/work.ts';
import { lockedVersions } from './stay.store.ts';

/** Those of these contacts' versions that are still there; they stay until the unit of work ends. */
export async function whatStays<C extends { readonly id: string; readonly version: number }>(
  { tx, actor }: Work,
  contacts: readonly C[],
): Promise<readonly C[]> {
  const ids = contacts.map((one) => one.id);
  const there = await lockedVersions(tx, actor.orgId, ids, 'write');
  const known = new Set(there.map(({ id, version }) => `${id} ${version}`));
  return contacts.filter(({ id, version }) => known.has(`${id} ${version}`));
}

/** Waits for whoever writes about these contacts, and lets nobody begin until the unit of work ends. Before the first of their rows goes. */
export async function aboutToGo({ tx, actor }: Work, contacts: readonly string[]): Promise<void> {
  await lockedVersions(tx, actor.orgId, contacts, 'take out');
}
