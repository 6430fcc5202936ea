// The table of the last report of what failing costs; migrations/0105_money.sql says what guards it.
import { keptReportTable } from '../kept-report.table.ts';
import type { MoneyReport } from './money-report.core.ts';

export const moneyReportTable = keptReportTable<MoneyReport>('money_report');
