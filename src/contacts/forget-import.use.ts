// An import looked at and forgotten, page by page: whoever keeps more about its contacts forgets that first.
import { Fault } from '../kernel/fault.ts';
import type { Work } from '../platform/db/work.ts';
import { importExists } from './import.store.ts';
import { dropImport, dropVersions, heldOf, lastBringing, versionsOf } from './undo-import.store.ts';

export interface HeldImport {
  readonly id: string;
  /** Contacts of which it wrote a version that is held. */
  readonly contacts: number;
  readonly facts: number;
}

export interface ContactVersion {
  readonly id: string;
  readonly version: number;
}

/** What is held of an import; `last` is the one begun last that brought anything. @throws Fault `import-unknown` */
export async function readImport(work: Work, id: string): Promise<HeldImport> {
  const { tx, actor } = work;
  const found = id === 'last' ? await lastBringing(tx, actor.orgId) : id;
  if (found === null || !(await importExists(tx, actor.orgId, found)))
    throw new Fault(
      'import-unknown',
      'missing',
      'There is no such import. Its id is the importId that customary import contacts PATH --json FILE writes.',
    );
  return { id: found, ...(await heldOf(tx, actor.orgId, found)) };
}

/** The contact versions that an import wrote, of at most `limit` contacts after an id, in order. */
export async function versionsOfImport(
  work: Work,
  id: string,
  after: string,
  limit: number,
): Promise<ContactVersion[]> {
  return versionsOf(work.tx, work.actor.orgId, id, after, limit);
}

/** Forgets what the import wrote of these contacts; the version before is the latest again. Returns how many have one. */
export async function forgetVersions(work: Work, id: string, contacts: readonly string[]): Promise<number> {
  return dropVersions(work.tx, work.actor.orgId, id, contacts);
}

/** Forgets the import with its facts and rejects, once its contacts are forgotten. */
export async function forgetImport(work: Work, id: string): Promise<void> {
  await dropImport(work.tx, work.actor.orgId, id);
}
