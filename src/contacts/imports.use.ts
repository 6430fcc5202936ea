// An import as a thing of its own: started, and asked for what it refused.
import { contentId } from '../kernel/digest.ts';
import { Fault } from '../kernel/fault.ts';
import type { Work } from '../platform/db/work.ts';
import { redactFileName } from './redaction/file-names.core.ts';
import type { Reject } from './contact.core.ts';
import { assertMayBringContacts } from './import.access.ts';
import { importExists, importFinished, latestImports, readRejects, writeImport } from './import.store.ts';

/** Begin an import. The label says what it was, e.g. a folder's name; personal data in it isn't kept. Returns its id. @throws Fault `import-forbidden` */
export async function startImport(work: Work, label: string): Promise<string> {
  assertMayBringContacts(work.actor);
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
 * That the import of this id was begun here and takes files still: what an import brought is said once it is finished, and undone whole.
 * @throws Fault `import-forbidden`, `import-unknown`, `import-finished`
 */
export async function assertImportOpen(work: Work, importId: string): Promise<void> {
  assertMayBringContacts(work.actor);
  await assertImportKnown(work, importId);
  if (!(await importFinished(work.tx, work.actor.orgId, importId))) return;
  throw new Fault(
    'import-finished',
    'conflict',
    'This import is finished and takes no more files. Begin another: POST /v1/imports.',
  );
}

async function assertImportKnown(work: Work, importId: string): Promise<void> {
  if (await importExists(work.tx, work.actor.orgId, importId)) return;
  throw new Fault(
    'import-unknown',
    'missing',
    'There is no import of this id. It is the importId that customary import contacts PATH --json FILE writes.',
  );
}

/**
 * Everything the import could not take in, in the order it was met.
 * @throws Fault `import-forbidden`, `import-unknown`
 */
export async function listRejects(work: Work, importId: string): Promise<Reject[]> {
  assertMayBringContacts(work.actor);
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
