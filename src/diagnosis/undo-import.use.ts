// An import undone: its contacts, their marks and the causes found with them go, all or nothing.
import {
  forgetImport,
  forgetVersions,
  readImport,
  versionsOfImport,
  type HeldImport,
} from '../contacts/forget-import.use.ts';
import { assertImportNotHeld } from '../contacts/legal-hold/legal-hold.use.ts';
import { aboutToGo } from '../contacts/stay.use.ts';
import { forgetCoachingOfVersions } from '../management/coaching/follow-note.use.ts';
import { forgetModelMarks } from '../learning/language-model/model-marks.use.ts';
import { forgetMarks } from '../marking/forget-marks.use.ts';
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import { forgetCalibrationsOfVersions } from '../review/calibration/forget-calibrations.use.ts';
import { forgetDisputesOfVersions } from '../review/disputes/disputes.use.ts';
import { forgetReviewsOfVersions } from '../review/forget-reviews.use.ts';
import { forgetPinsOfVersions } from '../training/lessons/pins.use.ts';
import { assertMayUndo } from './diagnosis.access.ts';
import { dropDiagnosis } from './finding.store.ts';

const page = 500;

export interface UndoneImport extends HeldImport {
  /** Of its contacts, those of which an earlier or later version stands. */
  readonly remaining: number;
}

/**
 * Takes out everything that an import brought. Causes are found by comparing contacts with each other, so those of the
 * last run go whole where any contact goes; the next run finds them again. What the import's facts changed in contacts of
 * other imports stays changed.
 * @param id an import's id, or `last`
 * @throws Fault `import-unknown`, `undo-forbidden`, `legal-hold-stands`
 */
export async function undoImport(work: Work, id: string): Promise<UndoneImport> {
  assertMayUndo(work.actor);
  const held = await readImport(work, id);
  await assertImportNotHeld(work, held.id);
  let remaining = 0;
  for (;;) {
    const versions = await versionsOfImport(work, held.id, '', page);
    if (versions.length === 0) break;
    const ids = [...new Set(versions.map((one) => one.id))];
    await aboutToGo(work, ids);
    await forgetReviewsOfVersions(work, versions);
    await forgetDisputesOfVersions(work, versions);
    await forgetCalibrationsOfVersions(work, versions);
    await forgetModelMarks(work, ids);
    await forgetCoachingOfVersions(work, versions);
    await forgetPinsOfVersions(work, versions);
    await forgetMarks(work, versions);
    remaining += await forgetVersions(work, held.id, ids);
  }
  await forgetImport(work, held.id);
  if (held.contacts > 0) await dropDiagnosis(work.tx, work.actor.orgId);
  await append(work, { kind: 'import.undone', subjects: [held.id] });
  return { ...held, remaining };
}

/** What undoing an import would take out. @throws Fault `import-unknown`, `undo-forbidden` */
export async function lookAtImport(work: Work, id: string): Promise<HeldImport> {
  assertMayUndo(work.actor);
  return readImport(work, id);
}
