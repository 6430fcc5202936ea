// Save a change of a standard among the organisation's own packs, or take it back. What would be refused when it is loaded is
// refused here, with its line.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { contentId } from '../kernel/digest.ts';
import { Fault } from '../kernel/fault.ts';
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import { changedFileName } from './changed-file.core.ts';
import { changedPacks } from './changed-packs.use.ts';
import type { Pack } from './pack.core.ts';
import { findStandard, outcomesOf, writtenOf } from './standard-told.use.ts';
import { addText } from './standard-text.store.ts';
import { assertMayChangeStandards } from './standards.access.ts';
import { writeWhole } from './write-pack-file.ts';

export interface StandardToSave {
  readonly id: string;
  /** Null goes back to what the standard was before it was changed here. */
  readonly written: string | null;
  /** What changed and why, in a few words. */
  readonly note: string;
  /** The stamp of what the author began with; somebody else's change since then is not written over. */
  readonly began: string;
}

/**
 * Keeps what was written as a file of its own in the folder of own packs, a row of its history and a line of the ledger. Contacts
 * are marked by it the next time that they are marked.
 * @throws Fault `standards-change-forbidden`, `standard-unknown`, `standard-changed-meanwhile`, `pack-refused`
 */
export async function saveStandard(
  work: Work,
  packs: readonly Pack[],
  ownPacks: string,
  { id, written, note, began }: StandardToSave,
): Promise<void> {
  assertMayChangeStandards(work.actor);
  const { stamp } = await writtenOf(findStandard(packs, id));
  if (stamp !== began)
    throw new Fault(
      'standard-changed-meanwhile',
      'conflict',
      'Somebody changed this standard since you began. Open it again, look at what is there now, and make your change to that.',
    );
  const file = written === null ? null : checked(packs, id, written);
  await addText(work.tx, work.actor.orgId, {
    id: contentId('t', work.actor.orgId, work.now, id, crypto.randomUUID()),
    standard: id,
    written,
    note,
    savedAt: work.now,
    savedBy: work.actor.id,
  });
  await append(work, {
    kind: written === null ? 'standard.taken-back' : 'standard.changed',
    subjects: [id],
    digestOf: written ?? '',
  });
  // Last, so that a refused row leaves the file as it was.
  const path = join(ownPacks, changedFileName(id));
  if (file === null) await rm(path, { force: true });
  else await writeWhole(ownPacks, path, file);
}

function checked(packs: readonly Pack[], id: string, written: string): string {
  const changed = changedPacks(packs, id, written);
  const details = changed.errors.map((one) => ({
    pointer: `${one.file}:${one.line}:${one.column}`,
    detail: `${one.what} ${one.write}`,
  }));
  if (changed.packs) {
    const failing = outcomesOf(changed.packs, id).filter((one) => !one.passed);
    details.push(
      ...failing.map(({ line, expected, got }) => ({
        pointer: `${changedFileName(id)}:${line}:1`,
        detail: `This example should be ${expected} and is ${got}. Change the cues, the conditions or the example.`,
      })),
    );
  }
  if (details.length === 0) return changed.file;
  throw new Fault(
    'pack-refused',
    'unready',
    `The standard was not saved. ${details[0]!.pointer}: ${details[0]!.detail}`,
    details,
  );
}
