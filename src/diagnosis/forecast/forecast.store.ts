// The kept forecast's row.
import { keptIn } from '../kept-report.store.ts';
import { forecastReportTable } from './forecast.table.ts';

export const forecasts = keptIn(forecastReportTable);
