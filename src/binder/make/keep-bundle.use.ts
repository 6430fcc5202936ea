// What is written down while a judge's file is made: how far it is, the line of the history that seals it, and the file itself.
import type { LedgerLine } from '../../kernel/ledger-line.ts';
import { append } from '../../platform/ledger/append.ts';
import { makeCheckpoint, type MadeCheckpoint } from '../../platform/ledger/checkpoints.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayBind } from '../binder.access.ts';
import { changeBundle, keepFile } from '../bundle.store.ts';
import { bundleMade } from '../verify/bundle-format.core.ts';

export type StepNoted =
  | { readonly done: number; readonly of: number; readonly says: string }
  | { readonly state: 'failed' };

/** Whoever calls is making it. */
export async function noteStep({ tx, actor }: Work, id: string, step: StepNoted): Promise<void> {
  assertMayBind(actor);
  await changeBundle(
    tx,
    actor.orgId,
    id,
    'state' in step ? { state: 'failed', says: null } : { state: 'making', ...step },
  );
}

/** The line that names the list of files, and a checkpoint over it, in one transaction. @throws Fault `ledger-not-as-signed` */
export async function sealManifest(
  work: Work,
  id: string,
  manifest: string,
): Promise<{ line: LedgerLine; checkpoint: MadeCheckpoint }> {
  assertMayBind(work.actor);
  const line = await append(work, { kind: bundleMade, subjects: [id, manifest] });
  return { line, checkpoint: await makeCheckpoint(work) };
}

export interface MadeFile {
  readonly file: Uint8Array;
  readonly sha256: string;
  readonly manifest: string;
  readonly pages: number;
  readonly line: number;
  readonly contacts: readonly string[];
}

export async function keepMade(
  { tx, actor, now }: Work,
  id: string,
  { file, sha256, manifest, pages, line, contacts }: MadeFile,
): Promise<void> {
  assertMayBind(actor);
  const first = await changeBundle(tx, actor.orgId, id, {
    state: 'made',
    says: null,
    done: 4,
    of: 4,
    madeAt: new Date(now),
    bytes: file.length,
    pages,
    sha256,
    manifest,
    line,
  });
  // Somebody else made it meanwhile: theirs is the one that is kept.
  if (first) await keepFile(tx, actor.orgId, id, file, [...new Set(contacts)]);
}
