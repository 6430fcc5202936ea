// An import as a thing of its own: started, and asked for what it refused.
import { contentId } from '../kernel/digest.ts';
import { Fault } from '../kernel/fault.ts';
import type { Work } from '../platform/db/work.ts';
import { redactFileName } from './redaction/file-names.core.ts';
import type { Reject } from './contact.core.ts';
import { importExists, latestImports, readRejects, writeImport } from './import.store.ts';

/** Begin an import. The label says what it was, e.g. a folder's name; personal data in it isn't kept. Returns its id. */
export async function startImport(work: Work, label: string): Promise<string> {
  const id = contentId('i', work.actor.orgId, work.now, label, crypto.randomUUID());
  await writeImport(work.tx, {
    orgId: work.actor.orgId,
    id,
    label: redactFileName(label, work.key),
    startedAt: work.now,
    counts: {},
  });
  return id;
}

/**
 * That an import of this id was begun here.
 * @throws Fault `import-unknown`
 */
export async function assertImportKnown(work: Work, importId: string): Promise<void> {
  if (await importExists(work.tx, work.actor.orgId, importId)) return;
  throw new Fault(
    'import-unknown',
    'missing',
    'There is no import of this id. It is the importId that customary import contacts PATH --json FILE writes.',
  );
}

/**
 * Everything the import could not take in, in the order it was met.
 * @throws Fault `import-unknown`
 */
export async function listRejects(work: Work, importId: string): Promise<Reject[]> {
  await assertImportKnown(work, importId);
  return readRejects(work.tx, work.actor.orgId, importId);
}

/** The imports begun last, newest first. */
export async function listImports(
  work: Work,
  limit: number,
): Promise<{ id: string; label: string; startedAt: string }[]> {
  return latestImports(work.tx, work.actor.orgId, limit);
}
