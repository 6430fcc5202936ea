// The table of the last causes report; migrations/0102_causes.sql says what guards it.
import { keptReportTable } from '../kept-report.table.ts';
import type { CausesReport } from './causes-report.core.ts';

export const causesReportTable = keptReportTable<CausesReport>('causes_report');
