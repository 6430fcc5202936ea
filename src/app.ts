// The roof over the routes: every domain's, in one app. Only wires.
import { importsApi } from './contacts/imports.api.ts';
import { diagnosisApi } from './diagnosis/diagnosis.api.ts';
import { causesApi } from './diagnosis/model/causes.api.ts';
import { patternsApi } from './diagnosis/patterns/patterns.api.ts';
import { reportApi } from './diagnosis/report.api.ts';
import { undoImportApi } from './diagnosis/undo-import.api.ts';
import { learningApi } from './learning/learning.api.ts';
import { markingApi } from './marking/marking.api.ts';
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
    learningApi,
    diagnosisApi,
    causesApi,
    reportApi,
    patternsApi,
    undoImportApi,
  ])
    app.route('/', routes(context));
  return app;
}
