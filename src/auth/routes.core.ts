// Who may call which route of a server: one line a route, read as a sentence. A route without a line is closed to
// everybody; a test walks every route as every role. Use cases ask again for themselves: this is the first of two doors.
import { everyRole, type Role } from '../kernel/actor.ts';
import {
  greets,
  line,
  movesContacts,
  noSite,
  own,
  ownChanges,
  ownSecrets,
  type RouteLine,
  runs,
  untold,
  writes,
  writesUntold,
} from './route-line.core.ts';

const owner: readonly Role[] = ['owner'];
const thoseWhoAnswerForTheService: readonly Role[] = ['owner', 'district-manager', 'manager'];
const thoseWhoKeepTheRecord: readonly Role[] = ['owner', 'district-manager', 'hr'];
/** Those who write down what they did or saw; which tables they may add to, src/people/record.access.ts says. */
const thoseWhoRecord: readonly Role[] = ['owner', 'district-manager', 'hr', 'manager', 'trainer'];
const thoseWhoReadTheRecord: readonly Role[] = [...thoseWhoRecord, 'counsel', 'auditor', 'rep'];
const thoseWhoImproveIt: readonly Role[] = [...thoseWhoAnswerForTheService, 'trainer', 'reviewer'];
const thoseWhoEnterByHand: readonly Role[] = [...thoseWhoAnswerForTheService, 'trainer', 'reviewer', 'shopper'];
const thoseWhoChangeStandards: readonly Role[] = ['owner', 'district-manager', 'trainer'];
/** Whoever may have served a customer: they are marked by the same standards. */
const thoseWhoServe: readonly Role[] = [...thoseWhoImproveIt, 'rep'];
const thoseWhoReadMarkAnswers: readonly Role[] = [...thoseWhoAnswerForTheService, 'reviewer'];
const thoseWhoReadCauses: readonly Role[] = [...thoseWhoImproveIt, 'auditor'];
/** Those who look after procedures. */
const thoseWhoReadSearches: readonly Role[] = [...thoseWhoAnswerForTheService, 'trainer', 'auditor'];
const thoseWhoReadJobs: readonly Role[] = [...thoseWhoAnswerForTheService, 'hr', 'auditor'];
const thoseWhoReadMoney: readonly Role[] = [...thoseWhoAnswerForTheService, 'auditor'];
/** Everybody but whoever only looks on. */
const thoseWhoWrite: readonly Role[] = everyRole.filter((role) => role !== 'auditor');
const thoseWhoWriteDocuments: readonly Role[] = ['owner', 'district-manager', 'hr', 'manager', 'trainer', 'counsel'];
const thoseWhoReadDrafts: readonly Role[] = [...thoseWhoWriteDocuments, 'auditor'];
const thoseWhoSeeSites: readonly Role[] = [...thoseWhoRecord, 'auditor'];
const thoseWhoErase: readonly Role[] = ['owner', 'counsel'];
const thoseWhoHold: readonly Role[] = ['owner', 'counsel', 'hr', 'district-manager'];
const thoseWhoAskForSteps: readonly Role[] = ['owner', 'district-manager', 'hr', 'manager'];
const thoseWhoAgree: readonly Role[] = [...thoseWhoAskForSteps, 'counsel'];
const thoseWhoBind: readonly Role[] = ['owner', 'counsel', 'hr'];
const thoseWhoReadTheBinder: readonly Role[] = [...thoseWhoBind, 'auditor'];
const thoseWhoWatchTheServer: readonly Role[] = ['owner', 'auditor'];

/** Every route that there is. */
export const routeLines: readonly RouteLine[] = [
  line('GET /healthz', 'readHealth', 'Say that the server runs', 'anybody', noSite),
  line('GET /readyz', 'readReadiness', 'Say whether the database answers and is of this version', 'anybody', noSite),
  line('GET /metrics', 'readMetrics', 'Count requests, for Prometheus', thoseWhoWatchTheServer),
  line('GET /v1/openapi.json', 'readOpenApi', 'Read this document', 'anybody', noSite),
  line('GET /v1/reference', 'readReference', 'Read this document as a page', 'anybody', noSite),

  line('GET /v1/me', 'readMe', 'Say who asks, and how to sign in', 'anybody', greets),
  line('POST /v1/set-up', 'setUp', 'Make the first owner', 'anybody', noSite),
  line('POST /v1/look-around', 'lookAround', 'Look around the demo', 'anybody', noSite),
  line('POST /v1/sign-in', 'signIn', 'Sign in with a password', 'anybody', noSite),
  line('POST /v1/sign-in/passkey/options', 'askForPasskey', 'Ask for a passkey', 'anybody', noSite),
  line('POST /v1/sign-in/passkey', 'signInWithPasskey', 'Sign in with a passkey', 'anybody', noSite),
  line('POST /v1/sign-in/single-sign-on', 'leaveForAccounts', 'Go to single sign-on', 'anybody', noSite),
  line('GET /v1/sign-in/single-sign-on/return', 'arriveFromAccounts', 'Come back from it', 'anybody', noSite),
  line('POST /v1/sign-in/forgotten', 'forgotPassword', 'Ask for a link to a new password', 'anybody', noSite),
  line('POST /v1/links/open', 'openLink', 'Read what a link is for', 'anybody', noSite),
  line('POST /v1/links/accept', 'acceptLink', 'Use an invitation or a link to a new password', 'anybody', noSite),
  line('POST /v1/sign-out', 'signOut', 'Sign this browser out', 'anybody', greets),
  line('GET /v1/me/sign-in', 'readMySignIn', 'Read how one signs in', everyRole, own),
  line('POST /v1/me/password', 'changePassword', 'Change one’s password', everyRole, ownSecrets),
  line('POST /v1/me/code/begin', 'beginCode', 'Begin with one-time codes', everyRole, ownSecrets),
  line('POST /v1/me/code/confirm', 'confirmCode', 'Have codes asked for', everyRole, ownSecrets),
  line('POST /v1/me/code/end', 'endCode', 'Have codes asked for no more', everyRole, ownSecrets),
  line('POST /v1/me/passkeys/options', 'beginPasskey', 'Begin a passkey', everyRole, ownSecrets),
  line('POST /v1/me/passkeys', 'addPasskey', 'Add a passkey', everyRole, ownSecrets),
  line('POST /v1/me/passkeys/{id}/remove', 'removePasskey', 'Take a passkey off', everyRole, ownSecrets),
  line('GET /v1/me/sessions', 'listSessions', 'List where one is signed in', everyRole, own),
  line('POST /v1/me/sessions/end', 'endOtherSessions', 'Sign out everywhere else', everyRole, ownSecrets),
  line('POST /v1/me/sessions/{id}/end', 'endSession', 'Sign out somewhere', everyRole, ownSecrets),

  line('GET /v1/standards', 'listStandards', 'List the standards, and which are kept', everyRole, noSite),
  line('GET /v1/standards/{id}/explanation', 'explainStandard', 'Explain a standard', everyRole, noSite),
  line('GET /v1/standards/{id}', 'readStandard', 'Read one standard whole', everyRole, noSite),
  line('PUT /v1/standards/{id}', 'saveStandard', 'Change a standard', thoseWhoChangeStandards, writes),
  line('PUT /v1/standards/{id}/kept', 'keepStandard', 'Keep a standard or not', thoseWhoChangeStandards, writes),
  line('POST /v1/standards/preview', 'previewStandard', 'Try a change of a standard', thoseWhoImproveIt),
  line('POST /v1/standards/try', 'tryText', 'Mark a text without keeping it', everyRole, noSite),
  line('POST /v1/standards/check', 'checkPacks', 'Check sets of standards', thoseWhoImproveIt, noSite),
  line('GET /v1/packs', 'listPacks', 'List the sets of standards', thoseWhoReadCauses),
  line('GET /v1/packs/{name}/file', 'readPackFile', 'Read the file of a set of standards', thoseWhoReadCauses),
  line('PUT /v1/packs/kept', 'choosePacks', 'Choose which sets of standards are kept', thoseWhoChangeStandards, writes),
  line('POST /v1/packs', 'putPack', 'Put an own set of standards in place', thoseWhoChangeStandards, writes),
  line('DELETE /v1/packs/{name}', 'dropPack', 'Take an own set of standards out', thoseWhoChangeStandards, writes),

  line('POST /v1/imports/preview', 'previewImport', 'Show how a file would be read', thoseWhoAnswerForTheService),
  line('POST /v1/imports', 'startImport', 'Begin an import of contacts', thoseWhoAnswerForTheService, writes),
  line('GET /v1/imports/{id}', 'readImport', 'Read what is held of an import', thoseWhoAnswerForTheService),
  line(
    'PUT /v1/imports/{id}/files',
    'importFile',
    'Bring a file of contacts',
    thoseWhoAnswerForTheService,
    movesContacts,
  ),
  line('POST /v1/imports/{id}/finish', 'finishImport', 'Finish an import', thoseWhoAnswerForTheService, writes),
  line('GET /v1/imports/{id}/rejects', 'listRejects', 'List what could not go in', thoseWhoAnswerForTheService),
  line(
    'POST /v1/imports/{id}/undo',
    'undoImport',
    'Take an import out again',
    thoseWhoAnswerForTheService,
    movesContacts,
  ),
  line('GET /v1/by-hand/form', 'readByHandForm', 'Read the form for entering by hand', thoseWhoEnterByHand, own),
  line('POST /v1/by-hand', 'enterByHand', 'Enter a contact by hand', thoseWhoEnterByHand, ownChanges),
  line('POST /v1/shops/preview', 'previewShops', 'Look into a file of mystery shops', thoseWhoAnswerForTheService),
  line(
    'POST /v1/imports/{id}/shops',
    'bringShops',
    'Bring a file of past mystery shops',
    thoseWhoAnswerForTheService,
    movesContacts,
  ),
  line('POST /v1/past-marks', 'importPastMarks', 'Bring marks that people made', thoseWhoAnswerForTheService, writes),

  line('POST /v1/record', 'importRecord', 'Bring the record', thoseWhoKeepTheRecord, writes),
  line('GET /v1/record/as-of', 'readRecordAsOf', 'Read what held on a day', thoseWhoKeepTheRecord),
  line('GET /v1/record/out', 'takeRecordOut', 'Take the whole record out', thoseWhoKeepTheRecord),
  line('GET /v1/record/entries', 'listRecord', 'List the rows of the record', thoseWhoReadTheRecord, own),
  line('GET /v1/record/entries/{kind}/{key}', 'readRecordRow', 'Read one row whole', thoseWhoReadTheRecord, own),
  line('GET /v1/record/form', 'readRecordForm', 'Read the form of a row', thoseWhoRecord, own),
  line('POST /v1/record/rows', 'keepRecordRow', 'Add or correct a row by hand', thoseWhoRecord, ownChanges),
  line('POST /v1/record/rows/take-out', 'takeRecordRowOut', 'Take a row out again', thoseWhoRecord, ownChanges),

  line('POST /v1/marking', 'markContacts', 'Mark the contacts that wait', thoseWhoAnswerForTheService, movesContacts),
  line('POST /v1/jobs', 'askForJob', 'Ask for long work', thoseWhoImproveIt, writes),
  line('GET /v1/jobs', 'listJobs', 'List the jobs', thoseWhoImproveIt),
  line('GET /v1/jobs/{id}', 'readJob', 'Read how far a job is', thoseWhoImproveIt),
  line('POST /v1/jobs/{id}/cancel', 'cancelJob', 'Cancel a job', thoseWhoImproveIt, writes),
  line('POST /v1/jobs/{id}/again', 'tryJobAgain', 'Have a job tried again', thoseWhoImproveIt, writes),
  line('PUT /v1/uploads', 'sendFile', 'Send a file for a job', thoseWhoAnswerForTheService, writes),
  line('DELETE /v1/uploads/{id}', 'dropFile', 'Drop a file that waits', thoseWhoAnswerForTheService, writes),
  line('GET /v1/events', 'hearEvents', 'Hear what changes', everyRole, noSite),

  line('GET /v1/webhooks', 'listWebhooks', 'List the webhooks', owner),
  line('POST /v1/webhooks', 'addWebhook', 'Add a webhook', owner, writes),
  line('DELETE /v1/webhooks/{id}', 'endWebhook', 'End a webhook', owner, writes),
  line('GET /v1/webhooks/{id}/tries', 'listWebhookTries', 'List the tries to tell a webhook', owner),

  line('GET /v1/contacts', 'findContacts', 'Find contacts', [...thoseWhoReadCauses, 'rep'], own),
  line('GET /v1/acts', 'listActs', 'List serious acts from the floor', thoseWhoReadCauses, own),
  line('GET /v1/me/acts', 'listOwnActs', 'List one’s own serious acts', ['rep'], own),
  line('GET /v1/contacts/{id}', 'readContact', 'Read one contact', [...thoseWhoReadCauses, 'rep'], own),
  line(
    'GET /v1/contacts/{id}/answers',
    'listMarkAnswers',
    'Read what was said of its marks',
    [...thoseWhoReadCauses, 'rep'],
    own,
  ),
  line('GET /v1/mark-answers', 'listWaitingAnswers', 'List answers to marks that wait', thoseWhoReadMarkAnswers, own),
  line(
    'POST /v1/marks/{id}/answer/read',
    'readMarkAnswer',
    'Say that an answer was read',
    thoseWhoReadMarkAnswers,
    ownChanges,
  ),
  line('PUT /v1/marks/{id}/answer', 'answerMark', 'Answer a mark on one’s own contact', thoseWhoServe, ownChanges),
  line('DELETE /v1/marks/{id}/answer', 'withdrawMarkAnswer', 'Take one’s answer back', thoseWhoServe, ownChanges),
  line('GET /v1/people', 'listPeople', 'List people by name', thoseWhoRecord, own),
  line('POST /v1/people/code', 'askRepCode', 'Ask whom a code stands for', thoseWhoAnswerForTheService, own),
  line('GET /v1/people/{id}', 'readPerson', 'Read one person’s page', [...thoseWhoRecord, 'rep'], own),
  line('GET /v1/contacts/{id}/vcon', 'readVcon', 'Read one contact as a vCon', thoseWhoReadCauses, own),
  line('GET /v1/vcons', 'listVcons', 'Take contacts out as vCons', thoseWhoReadCauses, own),
  line('GET /v1/downloads/{what}', 'download', 'Take contacts out as a table', thoseWhoReadCauses, own),
  line('GET /v1/views', 'listViews', 'List the searches that one keeps', [...thoseWhoReadCauses, 'rep'], own),
  line('POST /v1/views', 'saveView', 'Keep a search by a name', [...thoseWhoImproveIt, 'rep'], ownChanges),
  line('DELETE /v1/views/{id}', 'dropView', 'Forget a search', [...thoseWhoImproveIt, 'rep'], ownChanges),
  line('POST /v1/diagnosis', 'findCauses', 'Find the causes of all failures', thoseWhoImproveIt, runs),
  line('GET /v1/findings/{id}/explanation', 'explainFinding', 'Tell one failure whole', thoseWhoReadCauses, own),
  line('GET /v1/questions', 'listQuestions', 'List the open questions', thoseWhoReadCauses),
  line('POST /v1/answers', 'answerQuestion', 'Answer an open question', thoseWhoAnswerForTheService, writes),

  line('GET /v1/monday', 'readMonday', 'Read the Monday page', thoseWhoReadMoney),
  line('PUT /v1/monday/choice', 'chooseMonday', 'Have the Monday page by mail or not', owner, writes),
  line('POST /v1/monday/send', 'sendMonday', 'Have the Monday page sent now', owner, writes),
  line('GET /v1/today', 'readToday', 'Read what waits today', everyRole, own),
  line('GET /v1/overview', 'readOverview', 'Read the first look', thoseWhoReadCauses, own),
  line('GET /v1/first-fixes', 'listFirstFixes', 'List what to fix first', thoseWhoReadCauses, own),
  line('GET /v1/failures', 'listToldFailures', 'List failures with their words', thoseWhoReadCauses, own),
  line('GET /v1/report', 'readReport', 'Read the report', thoseWhoReadCauses),
  line('GET /v1/report/contacts', 'listContacts', 'List every contact', thoseWhoReadCauses, own),
  line('GET /v1/report/marks', 'listMarks', 'List every mark', thoseWhoReadCauses, own),
  line('GET /v1/report/findings', 'listFindings', 'List every finding', thoseWhoReadCauses, own),
  line('GET /v1/report/failures', 'listFailures', 'List every failure with its ladder', thoseWhoReadCauses, own),
  line('GET /v1/know-do', 'readKnowDo', 'Read certified against kept', thoseWhoReadCauses, own),
  line('GET /v1/know-do/table', 'downloadKnowDo', 'Take it out as a table', thoseWhoReadCauses, own),
  line('GET /v1/rates', 'readRates', 'Read the rates', thoseWhoReadCauses),
  line('GET /v1/patterns', 'listPatterns', 'List the patterns', thoseWhoReadCauses),
  line('GET /v1/watch', 'watchRates', 'Read which rates changed', thoseWhoReadCauses, { ofSites: 'asked-site' }),

  line('POST /v1/causes', 'shareCauses', 'Work out how much each cause explains', thoseWhoImproveIt, runs),
  line('GET /v1/causes', 'readCauses', 'Read how much each cause explains', thoseWhoReadCauses),
  line('POST /v1/forecast', 'makeForecast', 'Make a forecast', thoseWhoImproveIt, runs),
  line('GET /v1/forecast', 'readForecast', 'Read the forecast', thoseWhoReadCauses),
  line('POST /v1/forecast/tests', 'testForecast', 'Try forecasts of past months', thoseWhoImproveIt, runs),
  line('POST /v1/money', 'countMoney', 'Work out what failing costs', thoseWhoAnswerForTheService, runs),
  line('GET /v1/money', 'readMoney', 'Read what failing costs', thoseWhoReadMoney),
  line('GET /v1/production', 'readProduction', 'Read what sites produce', thoseWhoReadMoney),

  line('GET /v1/fixes', 'listFixes', 'List the fixes', thoseWhoReadCauses),
  line('POST /v1/fixes', 'proposeFix', 'Propose a fix', thoseWhoAnswerForTheService, writes),
  line('POST /v1/fixes/check', 'checkFixes', 'Check the fixes', thoseWhoAnswerForTheService, writes),
  line('GET /v1/fixes/{id}', 'readFix', 'Read one fix', thoseWhoReadCauses),
  line('POST /v1/fixes/{id}/{verb}', 'changeFix', 'Say what became of a fix', thoseWhoAnswerForTheService, writes),
  line('GET /v1/plan', 'planFixes', 'Read which fixes could be proved', thoseWhoReadCauses),
  line('POST /v1/plan', 'answerPlan', 'Ask how much would be enough', thoseWhoReadCauses),

  line(
    'POST /v1/dissatisfied/training',
    'trainDissatisfied',
    'Learn from rated turns',
    thoseWhoAnswerForTheService,
    runs,
  ),
  line('GET /v1/dissatisfied/turns', 'listDissatisfied', 'List dissatisfied turns', thoseWhoReadCauses),
  line(
    'POST /v1/dissatisfied/forget',
    'forgetDissatisfied',
    'Forget what was learned',
    thoseWhoAnswerForTheService,
    writes,
  ),

  line('GET /v1/documents', 'listDocuments', 'List policies and procedures', everyRole, own),
  line('POST /v1/documents', 'beginDocument', 'Begin a draft of a document', thoseWhoWriteDocuments, ownChanges),
  line('GET /v1/documents/{kind}/{id}', 'readDocument', 'Read one document whole', everyRole, own),
  line('GET /v1/documents/{kind}/{id}/changes', 'compareVersions', 'Compare two versions', everyRole, own),
  line('GET /v1/documents/{kind}/{id}/file', 'exportDocument', 'Take a document out as a file', everyRole, own),
  line(
    'POST /v1/documents/{kind}/{id}/review',
    'reviewDocument',
    'Say that a document still stands',
    thoseWhoWrite,
    ownChanges,
  ),
  line('POST /v1/documents/import', 'importDocument', 'Begin a draft from a file', thoseWhoWriteDocuments, ownChanges),
  line('GET /v1/documents/{kind}/{id}/draft', 'readDraft', 'Read the draft of a document', thoseWhoReadDrafts, own),
  line('PUT /v1/document-drafts/{draft}', 'saveDraft', 'Save a draft', thoseWhoWriteDocuments, ownChanges),
  line('DELETE /v1/document-drafts/{draft}', 'dropDraft', 'Throw a draft away', thoseWhoWriteDocuments, ownChanges),
  line('GET /v1/document-drafts/{draft}/saves', 'listSaves', 'List every save of a draft', thoseWhoReadDrafts, own),
  line(
    'GET /v1/document-drafts/{draft}/saves/{revision}',
    'readSave',
    'Read a draft as it was saved once',
    thoseWhoReadDrafts,
    own,
  ),
  line(
    'POST /v1/document-drafts/{draft}/here',
    'beHere',
    'Say that one writes here',
    thoseWhoWriteDocuments,
    ownChanges,
  ),
  line(
    'PUT /v1/document-drafts/{draft}/decisions',
    'decideDraft',
    'Decide whether a change is material',
    thoseWhoWriteDocuments,
    ownChanges,
  ),
  line('POST /v1/document-drafts/{draft}/ask', 'askApproval', 'Ask for approval', thoseWhoWriteDocuments, ownChanges),
  line('POST /v1/document-drafts/{draft}/says', 'sayOfDraft', 'Approve, object or sign', thoseWhoWrite, ownChanges),
  line(
    'POST /v1/document-drafts/{draft}/publish',
    'publishDocument',
    'Publish a draft',
    thoseWhoKeepTheRecord,
    ownChanges,
  ),
  line(
    'GET /v1/document-rules/{kind}',
    'readDocumentRules',
    'Read how documents are approved',
    thoseWhoReadDrafts,
    own,
  ),
  line('PUT /v1/document-rules/{kind}', 'setDocumentRule', 'Say how documents are approved', owner, writes),
  line('DELETE /v1/document-rules/{kind}', 'endDocumentRule', 'Let the wider rule hold again', owner, writes),

  line('GET /v1/letter-draft', 'readLetterDraft', 'Read one’s own unsent letter', everyRole, noSite),
  line('PUT /v1/letter-draft', 'keepLetterDraft', 'Keep one’s own unsent letter', thoseWhoWrite, writesUntold),
  line('DELETE /v1/letter-draft', 'dropLetterDraft', 'Throw one’s own unsent letter away', thoseWhoWrite, writesUntold),

  line('GET /v1/letter-choices', 'listLetterChoices', 'List what a letter may be about', everyRole, own),
  line('GET /v1/letters', 'listLetters', 'List the letters', everyRole, noSite),
  line('POST /v1/letters', 'sendLetter', 'Send a letter', thoseWhoWrite, { ...writes, ...noSite }),
  line('POST /v1/letters/telling', 'askWhatTells', 'Ask what would tell who wrote it', thoseWhoWrite, untold),
  line('POST /v1/letters/shielded', 'sendShieldedLetter', 'Send one without one’s name', thoseWhoWrite, writesUntold),
  line('POST /v1/letters/claim', 'readClaimedLetter', 'Read a shielded letter by its code', 'anybody', untold),
  line('POST /v1/letters/claim/act', 'actByLetterCode', 'Answer back by that code', 'anybody', untold),
  line('GET /v1/letters/rule', 'readLetterRule', 'Read how long answers may take', everyRole, noSite),
  line('PUT /v1/letters/rule', 'keepLetterRule', 'Say how long answers may take', owner, writes),
  line('GET /v1/letters/{id}', 'readLetter', 'Read one letter', everyRole, noSite),
  line(
    'GET /v1/letters/{id}/followed',
    'readLetterFollowed',
    'Read what it cites and what came of it',
    everyRole,
    noSite,
  ),
  line('POST /v1/letters/{id}/answer', 'answerLetter', 'Answer a letter', thoseWhoWrite, { ...writes, ...noSite }),
  line('POST /v1/letters/{id}/look', 'lookAtLetter', 'Look at it for the law', ['counsel'], { ...writes, ...noSite }),
  line('POST /v1/letters/{id}/sign', 'signLetter', 'Sign what was adopted', owner, writes),
  line('POST /v1/letters/{id}/appeal', 'appealLetter', 'Take a refusal a level up', thoseWhoWrite, {
    ...writes,
    ...noSite,
  }),
  line('POST /v1/letters/{id}/say', 'sayOnLetter', 'Say something under it', thoseWhoWrite, { ...writes, ...noSite }),
  line('POST /v1/letters/{id}/grow', 'growLetter', 'Make a letter of a flag', thoseWhoWrite, { ...writes, ...noSite }),
  line('PUT /v1/letters/{id}/support', 'supportLetter', 'Join a letter', thoseWhoWrite, { ...writes, ...noSite }),
  line('DELETE /v1/letters/{id}/support', 'leaveLetter', 'Leave it again', thoseWhoWrite, { ...writes, ...noSite }),

  line('GET /v1/procedures', 'listProcedures', 'Find procedures', everyRole, own),
  line('GET /v1/procedures/missed', 'listMissedSearches', 'List searches that found none', thoseWhoReadSearches, own),
  line('POST /v1/procedures/missed', 'missedSearch', 'Say that a search found none', thoseWhoWrite, ownChanges),
  line('GET /v1/procedures/{id}', 'readProcedure', 'Read one procedure', everyRole, own),
  line('GET /v1/procedures/{id}/runs', 'listProcedureRuns', 'List its newest runs', thoseWhoReadSearches, own),
  line('POST /v1/procedures/{id}/runs', 'beginProcedureRun', 'Run it as a checklist', thoseWhoWrite, ownChanges),
  line('GET /v1/procedure-runs/{id}', 'readProcedureRun', 'Read how a run stands', everyRole, own),
  line(
    'POST /v1/procedure-runs/{id}/steps/{step}',
    'sayOfStep',
    'Tick or skip a step, or call it unclear',
    thoseWhoWrite,
    ownChanges,
  ),
  line('POST /v1/procedure-runs/{id}/end', 'endProcedureRun', 'End a run', thoseWhoWrite, ownChanges),

  line('GET /v1/policies/why', 'readWhy', 'Read which clauses must show their right', thoseWhoReadCauses, own),
  line('GET /v1/policies/why/table', 'downloadWhy', 'Take that out as a table', thoseWhoReadCauses, own),
  line('GET /v1/policies/{policy}/reasons', 'readClauseReasons', 'Read why each clause stands', everyRole, own),
  line(
    'PUT /v1/policies/{policy}/{version}/clauses/{clause}/reasons',
    'sayClauseReasons',
    'Say why a clause stands',
    thoseWhoWrite,
    ownChanges,
  ),
  line(
    'PUT /v1/policies/{policy}/{version}/clauses/{clause}/links',
    'linkClause',
    'Link a clause to standards',
    thoseWhoWrite,
    ownChanges,
  ),
  line('GET /v1/reading', 'listToRead', 'List what one is to read', everyRole, own),
  line('GET /v1/reading/{kind}/{id}', 'readDocument', 'Read a policy or procedure', everyRole, own),
  line(
    'POST /v1/reading/{kind}/{id}/{version}/answer',
    'answerVersion',
    'Say that it is understood, or not',
    thoseWhoWrite,
    ownChanges,
  ),
  line(
    'POST /v1/reading/{kind}/{id}/{version}/factor',
    'answerFactor',
    'Say whether a clause helps customers',
    thoseWhoWrite,
    ownChanges,
  ),
  line('GET /v1/readers/{kind}/{id}', 'readReaders', 'Read who has read a document', everyRole, own),
  line('POST /v1/readers/{kind}/{id}/questions', 'setCheckQuestion', 'Set a check question', thoseWhoWrite, ownChanges),
  line(
    'DELETE /v1/readers/{kind}/{id}/questions/{question}',
    'endCheckQuestion',
    'Ask a check question no more',
    thoseWhoWrite,
    ownChanges,
  ),

  line('GET /v1/adverse-steps', 'listAdverseSteps', 'List steps that need a second approver', thoseWhoAgree, own),
  line('POST /v1/adverse-steps', 'askForAdverseStep', 'Ask for such a step', thoseWhoAskForSteps, ownChanges),
  line('POST /v1/adverse-steps/{id}/answer', 'answerAdverseStep', 'Agree to it or object', thoseWhoAgree, ownChanges),

  line(
    'GET /v1/job-descriptions',
    'listJobDescriptions',
    'List job descriptions that were sent',
    thoseWhoReadJobs,
    own,
  ),
  line('GET /v1/job-descriptions/mine', 'readOwnJob', 'Read one’s own job description', everyRole, own),
  line('PUT /v1/job-descriptions/mine', 'keepOwnJob', 'Write one’s own job description', thoseWhoWrite, ownChanges),
  line('POST /v1/job-descriptions/mine/send', 'sendOwnJob', 'Send it to be evaluated', thoseWhoWrite, ownChanges),
  line('GET /v1/job-descriptions/{id}', 'readJobDescription', 'Read one job description', everyRole, own),
  line(
    'POST /v1/job-descriptions/{id}/evaluation',
    'evaluateJob',
    'Evaluate a job description line by line',
    thoseWhoAnswerForTheService,
    ownChanges,
  ),

  line('GET /v1/dark-ages', 'listUnwritten', 'List what is done and not written', thoseWhoReadSearches, own),
  line('GET /v1/base', 'readBase', 'Read what each duty rests on', thoseWhoReadSearches, own),

  line('GET /v1/sites', 'listSites', 'List the sites with their figures', thoseWhoSeeSites, own),
  line('GET /v1/organisation', 'readWords', 'Read the organisation’s words', thoseWhoReadMoney),
  line('PUT /v1/organisation', 'saveWords', 'Change the organisation’s words', owner, writes),
  line('GET /v1/retention', 'readRetention', 'Read how long contacts are kept', [...thoseWhoErase, 'auditor']),
  line('GET /v1/retention/preview', 'previewRetention', 'See what would be erased', [...thoseWhoErase, 'auditor']),
  line('PUT /v1/retention', 'setRetention', 'Say how long contacts are kept', thoseWhoErase, writes),
  line('POST /v1/retention/erase', 'eraseOld', 'Erase what is older than that', thoseWhoErase, movesContacts),
  line('POST /v1/erasures/preview', 'previewErasing', 'See what is held of a customer', thoseWhoErase),
  line('POST /v1/erasures', 'erase', 'Erase a contact or a customer', thoseWhoErase, movesContacts),
  line('GET /v1/legal-holds', 'listLegalHolds', 'List the legal holds', [...thoseWhoHold, 'auditor']),
  line('POST /v1/legal-holds', 'placeLegalHold', 'Place a legal hold', thoseWhoHold, writes),
  line('POST /v1/legal-holds/{id}/release', 'releaseLegalHold', 'Release a legal hold', thoseWhoErase, writes),

  line('POST /v1/backup', 'makeBackup', 'Take a backup of everything, keys too', owner, writes),

  line('GET /v1/ledger', 'readLedgerHead', 'Read the last line of the history', thoseWhoReadMoney),
  line('GET /v1/ledger/lines', 'listHistory', 'Read the history', [...thoseWhoErase, 'auditor']),
  line('GET /v1/ledger/lines.csv', 'downloadHistory', 'Take the history out as a table', [...thoseWhoErase, 'auditor']),
  line('GET /v1/ledger/check', 'checkHistory', 'Check the history line by line', [...thoseWhoErase, 'auditor']),
  line('POST /v1/bundles/preview', 'previewBundle', 'See what a judge’s file would hold', thoseWhoReadTheBinder),
  line(
    'GET /v1/bundle-choices',
    'readBundleChoices',
    'Read what a judge’s file can be narrowed to',
    thoseWhoReadTheBinder,
  ),
  line('POST /v1/bundles', 'makeBundle', 'Have a judge’s file made', thoseWhoBind, writes),
  line('GET /v1/bundles', 'listBundles', 'List the judge’s files', thoseWhoReadTheBinder),
  line('GET /v1/bundles/{id}', 'readBundle', 'Read how far a judge’s file is', thoseWhoReadTheBinder),
  line('GET /v1/bundles/{id}/file', 'takeBundle', 'Take a judge’s file', thoseWhoReadTheBinder),
  line('DELETE /v1/bundles/{id}/file', 'dropBundle', 'Drop the copy of a judge’s file', thoseWhoBind, writes),
  line('GET /v1/checkpoints', 'listCheckpoints', 'List the signed checkpoints', thoseWhoReadTheBinder),
  line('POST /v1/checkpoints', 'signCheckpoint', 'Seal and sign everything on record', thoseWhoBind, writes),
  line('POST /v1/checkpoints/{size}/take', 'takeCheckpoint', 'Take a checkpoint away', thoseWhoBind, writes),
  line('PUT /v1/checkpoints/addresses', 'chooseCheckpointMail', 'Say who gets checkpoints by mail', owner, writes),
  line('GET /v1/verifier', 'readVerifier', 'Take the page that checks a judge’s file', everyRole, noSite),
  line('GET /v1/members', 'listMembers', 'List who signs in', owner),
  line('GET /v1/members/sites', 'listNamesOnRecord', 'List sites and people by name', owner),
  line('POST /v1/members/{id}/grants', 'changeGrants', 'Say what somebody may', owner, writes),
  line('POST /v1/members/{id}/end', 'endMember', 'Let somebody sign in no more', owner, writes),
  line('POST /v1/members/{id}/new-password', 'offerNewPassword', 'Offer somebody a new password', owner, writes),
  line('GET /v1/invitations', 'listInvitations', 'List the open invitations', owner),
  line('POST /v1/invitations', 'invite', 'Invite somebody', owner, writes),
  line('POST /v1/invitations/{id}/withdraw', 'withdrawInvitation', 'Take an invitation back', owner, writes),
  // It changes nothing, but a link in a letter lets in whoever reads it: not for whoever only reads.
  line('GET /v1/mail/outbox', 'readOutbox', 'Read the mail that waits', owner, writes),
  line('GET /v1/tokens', 'listTokens', 'List the tokens', owner),
  line('POST /v1/tokens', 'addToken', 'Add a token', owner, writes),
  line('POST /v1/tokens/{id}/end', 'endToken', 'End a token', owner, writes),
];

const byRoute = new Map(routeLines.map((one) => [one.route, one]));

/** The line of a route; undefined where it has none, and is closed. */
export function lineOf(route: string): RouteLine | undefined {
  return byRoute.get(route);
}
