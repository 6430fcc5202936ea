// The table of the last forecast; migrations/0104_forecast.sql says what guards it.
import { keptReportTable } from '../kept-report.table.ts';
import type { ForecastReport } from './forecast-report.core.ts';

export const forecastReportTable = keptReportTable<ForecastReport>('forecast_report');
