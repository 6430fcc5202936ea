// The table of the overview as last told; migrations/0109_overview-kept.sql says what guards it.
import { keptReportTable } from '../kept-report.table.ts';

export const overviewReportTable = keptReportTable<unknown>('overview_report');
