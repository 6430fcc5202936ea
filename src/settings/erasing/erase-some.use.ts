// Some contacts erased, in one transaction: everything that holds a word or a person of them, wherever it is kept. A test walks
// the database's tables, so that none is forgotten.
import { dropContacts, keysToErase } from '../../contacts/erasing/erase-contacts.use.ts';
import { aboutToGo } from '../../contacts/stay.use.ts';
import { forgetFindings } from '../../diagnosis/forget-findings.use.ts';
import { forgetModelMarks } from '../../learning/language-model/model-marks.use.ts';
import { forgetCoaching } from '../../management/coaching/follow-note.use.ts';
import { forgetMarkAnswers } from '../../marking/answers/mark-answers.use.ts';
import { eraseMarks } from '../../marking/erasing/erase-marks.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { forgetLetters } from '../../policies/forget-letters.use.ts';
import { forgetPins } from '../../training/lessons/pins.use.ts';
import { forgetCalibrations } from '../../review/calibration/forget-calibrations.use.ts';
import { forgetDisputes } from '../../review/disputes/disputes.use.ts';
import { forgetReviews } from '../../review/forget-reviews.use.ts';

/** Whoever calls has asked who may. None of them may be under legal hold: the database refuses, and nothing goes. */
export async function eraseSome(work: Work, contacts: readonly string[]): Promise<void> {
  if (contacts.length === 0) return;
  await aboutToGo(work, contacts);
  const keys = await keysToErase(work, contacts);
  await forgetFindings(work, contacts);
  await forgetMarkAnswers(work, contacts);
  await forgetDisputes(work, contacts);
  await forgetCoaching(work, contacts);
  await forgetPins(work, contacts);
  await forgetReviews(work, contacts);
  await forgetCalibrations(work, contacts);
  await forgetModelMarks(work, contacts);
  const marks = await eraseMarks(work, contacts, keys);
  await forgetLetters(work, marks);
  await dropContacts(work, contacts, keys);
}
