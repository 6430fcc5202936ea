// The kept causes report's row.
import { keptIn } from '../kept-report.store.ts';
import { causesReportTable } from './causes.table.ts';

export const causesReports = keptIn(causesReportTable);
