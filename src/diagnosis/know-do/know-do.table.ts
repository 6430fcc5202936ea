// The table of know it, do it as last told; migrations/0127_know-do-kept.sql says what guards it.
import { keptReportTable } from '../kept-report.table.ts';
import type { KnowDoReport } from './know-do-report.core.ts';

export const knowDoReportTable = keptReportTable<KnowDoReport>('know_do_report');
