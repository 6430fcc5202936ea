// The kept causes report: whether it still stands, keeping a new one, reading it.
import { sha256 } from '../../kernel/digest.ts';
import { digestOfMarks } from '../../marking/digest-of-marks.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import { keepReport } from '../kept-report.use.ts';
import { readRecords } from '../read-book.use.ts';
import type { CausesReport, KeptReport } from './causes-report.core.ts';
import { causesReports } from './causes.store.ts';

/** Raised where the model itself changes, so that reports of before are worked out again. */
const modelVersion = 4;

/** A digest of everything that the report depends on; cheap beside the fit. @throws Fault `diagnosis-forbidden` */
export async function readFrom(work: Work): Promise<string> {
  assertMayDiagnose(work.actor);
  return sha256(JSON.stringify([modelVersion, await readRecords(work), await digestOfMarks(work)]));
}

/** @throws Fault `diagnosis-forbidden` */
export async function readCausesReport(work: Work): Promise<KeptReport | null> {
  assertMayDiagnose(work.actor);
  return causesReports.read(work.tx, work.actor.orgId);
}

/** @throws Fault `diagnosis-forbidden` */
export async function keepCausesReport(work: Work, from: string, report: CausesReport): Promise<KeptReport> {
  assertMayDiagnose(work.actor);
  return keepReport(work, causesReports, 'causes.shared', { from, report });
}
