// The kept report with the sentences that it is told in: what goes out of the program.
import type { CausesReport, KeptReport } from './causes-report.core.ts';
import { toldCauses } from './causes-told.core.ts';

export interface ToldCauses {
  readonly madeAt: string;
  readonly told: readonly string[];
  readonly report: CausesReport;
}

export function causesOnWire({ madeAt, report }: KeptReport): ToldCauses {
  return { madeAt, told: toldCauses(report), report };
}
