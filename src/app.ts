// The roof over the routes: every domain's, in one app. Only wires.
import { importsApi } from './contacts/imports.api.ts';
import { diagnosisApi } from './diagnosis/diagnosis.api.ts';
import { forecastApi } from './diagnosis/forecast/forecast.api.ts';
import { causesApi } from './diagnosis/model/causes.api.ts';
import { moneyApi } from './diagnosis/money/money.api.ts';
import { patternsApi } from './diagnosis/patterns/patterns.api.ts';
import { productionApi } from './diagnosis/production/production.api.ts';
import { ratesApi } from './diagnosis/rates/rates.api.ts';
import { reportApi } from './diagnosis/report.api.ts';
import { undoImportApi } from './diagnosis/undo-import.api.ts';
import { watchApi } from './diagnosis/watching/watch.api.ts';
import { fixesApi } from './fixes/fixes.api.ts';
import { planApi } from './fixes/plan.api.ts';
import { learningApi } from './learning/learning.api.ts';
import { markingApi } from './marking/marking.api.ts';
import { pastMarksApi } from './marking/past-marks.api.ts';
import { newApi, type Api, type ApiContext } from './platform/http/api.ts';
import { recordApi } from './record/record.api.ts';
import { standardsApi } from './standards/standards.api.ts';

/** The whole API over one store. */
export function makeApp(context: ApiContext): Api {
  const app = newApi();
  for (const routes of [
    standardsApi,
    importsApi,
    recordApi,
    markingApi,
    pastMarksApi,
    learningApi,
    diagnosisApi,
    causesApi,
    forecastApi,
    moneyApi,
    productionApi,
    reportApi,
    patternsApi,
    ratesApi,
    watchApi,
    undoImportApi,
    fixesApi,
    planApi,
  ])
    app.route('/', routes(context));
  return app;
}
