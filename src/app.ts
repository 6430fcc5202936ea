// The roof over the routes: every domain's, in one app. Only wires.
import { tokensApi } from './auth/tokens.api.ts';
import { importsApi } from './contacts/imports.api.ts';
import { legalHoldApi } from './contacts/legal-hold/legal-hold.api.ts';
import { previewImportApi } from './contacts/preview-import.api.ts';
import { diagnosisApi } from './diagnosis/diagnosis.api.ts';
import { forecastApi } from './diagnosis/forecast/forecast.api.ts';
import { causesApi } from './diagnosis/model/causes.api.ts';
import { moneyApi } from './diagnosis/money/money.api.ts';
import { knowDoApi } from './diagnosis/know-do/know-do.api.ts';
import { openDisputeApi } from './diagnosis/disputes/open-dispute.api.ts';
import { oneContactApi } from './diagnosis/one-contact/one-contact.api.ts';
import { overviewApi } from './diagnosis/overview/overview.api.ts';
import { outApi } from './diagnosis/out/out.api.ts';
import { onePersonApi } from './diagnosis/one-person/one-person.api.ts';
import { patternsApi } from './diagnosis/patterns/patterns.api.ts';
import { productionApi } from './diagnosis/production/production.api.ts';
import { ratesApi } from './diagnosis/rates/rates.api.ts';
import { reportApi } from './diagnosis/report.api.ts';
import { todayApi } from './diagnosis/today/today.api.ts';
import { undoImportApi } from './diagnosis/undo-import.api.ts';
import { watchApi } from './diagnosis/watching/watch.api.ts';
import { whyApi } from './diagnosis/why/why.api.ts';
import { draftsApi } from './documents/drafts/drafts.api.ts';
import { fixesApi } from './fixes/fixes.api.ts';
import { lettersFollowedApi } from './fixes/letters/letters-followed.api.ts';
import { planApi } from './fixes/plan.api.ts';
import { learningApi } from './learning/learning.api.ts';
import { markersApi } from './learning/markers/markers.api.ts';
import { coachingApi } from './management/coaching/coaching.api.ts';
import { markAnswersApi } from './marking/answers/mark-answers.api.ts';
import { markingApi } from './marking/marking.api.ts';
import { byHandApi } from './marking/by-hand/by-hand.api.ts';
import { actsApi } from './marking/acts/acts.api.ts';
import { oneStandardApi } from './marking/one-standard.api.ts';
import { pastMarksApi } from './marking/past-marks.api.ts';
import { mappedMarksApi } from './marking/other-tools/mapped-marks.api.ts';
import { contactsApi } from './marking/search/contacts.api.ts';
import { letterDraftApi } from './policies/letter-draft.api.ts';
import { lettersApi } from './policies/letters/letters.api.ts';
import { clauseReasonsApi } from './policies/reasons/clause-reasons.api.ts';
import { adverseStepsApi } from './personnel/adverse/adverse-steps.api.ts';
import { newApi, type Api, type ApiContext } from './platform/http/api.ts';
import { proceduresApi } from './procedures/procedures.api.ts';
import { ledgerApi } from './platform/ledger/ledger.api.ts';
import { disputesApi } from './review/disputes/disputes.api.ts';
import { byHandRowApi } from './record/by-hand/by-hand-row.api.ts';
import { uploadsApi } from './platform/jobs/uploads.api.ts';
import { reviewPlansApi } from './review/plans.api.ts';
import { reviewsApi } from './review/reviews.api.ts';
import { recordEntriesApi } from './record/entries/entries.api.ts';
import { jobDescriptionsApi } from './record/job-descriptions/job-descriptions.api.ts';
import { oralTraditionApi } from './record/oral-tradition/oral-tradition.api.ts';
import { recordOutApi } from './record/out/record-out.api.ts';
import { documentFilesApi } from './record/publish/document-files.api.ts';
import { documentsApi } from './record/publish/documents.api.ts';
import { readingApi } from './record/reading/reading.api.ts';
import { recordApi } from './record/record.api.ts';
import { agreementApi } from './review/agreement/agreement.api.ts';
import { calibrationApi } from './review/calibration/calibration.api.ts';
import { backupApi } from './settings/backup/backup.api.ts';
import { erasingApi } from './settings/erasing/erasing.api.ts';
import { historyApi } from './settings/history/history.api.ts';
import { sitesApi } from './settings/sites/sites.api.ts';
import { wordsApi } from './settings/words/words.api.ts';
import { shopsApi } from './shops/shops.api.ts';
import { packsApi } from './standards/packs.api.ts';
import { standardsApi } from './standards/standards.api.ts';
import { lessonsApi } from './training/lessons/lessons.api.ts';

/**
 * The whole API over one store.
 * @param before what stands before every route, where a server answers; mounted first
 */
export function makeApp(context: ApiContext, before?: (app: Api) => void): Api {
  const app = newApi();
  before?.(app);
  for (const routes of [
    standardsApi,
    packsApi,
    importsApi,
    previewImportApi,
    uploadsApi,
    shopsApi,
    recordApi,
    recordEntriesApi,
    recordOutApi,
    byHandRowApi,
    jobDescriptionsApi,
    oralTraditionApi,
    markingApi,
    oneStandardApi,
    actsApi,
    byHandApi,
    pastMarksApi,
    agreementApi,
    calibrationApi,
    mappedMarksApi,
    contactsApi,
    reviewsApi,
    reviewPlansApi,
    knowDoApi,
    oneContactApi,
    markAnswersApi,
    disputesApi,
    openDisputeApi,
    coachingApi,
    lessonsApi,
    onePersonApi,
    outApi,
    learningApi,
    markersApi,
    diagnosisApi,
    causesApi,
    forecastApi,
    moneyApi,
    productionApi,
    reportApi,
    overviewApi,
    todayApi,
    patternsApi,
    ratesApi,
    watchApi,
    whyApi,
    undoImportApi,
    fixesApi,
    planApi,
    draftsApi,
    documentFilesApi,
    documentsApi,
    letterDraftApi,
    proceduresApi,
    lettersApi,
    lettersFollowedApi,
    adverseStepsApi,
    clauseReasonsApi,
    readingApi,
    tokensApi,
    ledgerApi,
    legalHoldApi,
    erasingApi,
    historyApi,
    sitesApi,
    wordsApi,
    backupApi,
  ])
    app.route('/', routes(context));
  return app;
}
