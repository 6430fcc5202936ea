// The kept forecast: reading it, keeping a new one.
import type { Work } from '../../platform/db/work.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import { type Asked, askedOf } from '../asked.use.ts';
import { keepReport } from '../kept-report.use.ts';
import type { ForecastReport, KeptForecast } from './forecast-report.core.ts';
import { forecasts } from './forecast.store.ts';

/** @throws Fault `diagnosis-forbidden` */
export async function readForecast(work: Work): Promise<KeptForecast | null> {
  assertMayDiagnose(work.actor);
  return forecasts.read(work.tx, work.actor.orgId);
}

/** @throws Fault `diagnosis-forbidden` */
export async function keepForecast(work: Work, from: string, report: ForecastReport): Promise<KeptForecast> {
  assertMayDiagnose(work.actor);
  return keepReport(work, forecasts, 'forecast.made', { from, report });
}

/** What a forecast is narrowed to, by ids. @throws Fault `diagnosis-forbidden`, `site-unknown`, `standard-unknown` */
export async function forecastAsked(work: Work, asked: Asked): Promise<Asked> {
  assertMayDiagnose(work.actor);
  return askedOf(work, asked);
}
