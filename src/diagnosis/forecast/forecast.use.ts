// The kept forecast: reading it, keeping a new one.
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import type { ForecastReport, KeptForecast } from './forecast-report.core.ts';
import { keptForecast, writeForecast } from './forecast.store.ts';

/** @throws Fault `diagnosis-forbidden` */
export async function readForecast(work: Work): Promise<KeptForecast | null> {
  assertMayDiagnose(work.actor);
  return keptForecast(work.tx, work.actor.orgId);
}

/** @throws Fault `diagnosis-forbidden` */
export async function keepForecast(work: Work, from: string, report: ForecastReport): Promise<KeptForecast> {
  assertMayDiagnose(work.actor);
  const kept = { readFrom: from, madeAt: work.now, report };
  await writeForecast(work.tx, work.actor.orgId, kept);
  await append(work, { kind: 'forecast.made', subjects: [], digestOf: JSON.stringify(report) });
  return kept;
}
