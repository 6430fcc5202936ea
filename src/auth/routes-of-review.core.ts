// Who may call the routes of people marking contacts: plans and queues, how far they agree, calibrations.
import { line, own, ownChanges, type RouteLine, writes } from './route-line.core.ts';
import {
  owner,
  thoseWhoChangeStandards,
  thoseWhoImproveIt,
  thoseWhoPlanReviews,
  thoseWhoReadCauses,
  thoseWhoTakeReviewsOut,
} from './route-roles.core.ts';

export const routesOfReview: readonly RouteLine[] = [
  line('GET /v1/reviews', 'listReviews', 'List what waits to be reviewed', thoseWhoImproveIt, own),
  line('GET /v1/reviews/marks', 'takeReviewsOut', 'Take all of people’s marks out', thoseWhoTakeReviewsOut, own),
  line('POST /v1/reviews/next', 'takeNextReview', 'Take the next review in hand', thoseWhoImproveIt, ownChanges),
  line('GET /v1/reviews/{task}', 'readReview', 'Read the form of a review', thoseWhoImproveIt, own),
  line('PUT /v1/reviews/{task}', 'keepReview', 'Keep or send a review', thoseWhoImproveIt, ownChanges),
  line('POST /v1/reviews/{task}/take', 'takeReview', 'Take a review in hand', thoseWhoImproveIt, ownChanges),
  line('POST /v1/reviews/{task}/give-back', 'giveReviewBack', 'Give a review back', thoseWhoImproveIt, ownChanges),
  line('POST /v1/reviews/{task}/skip', 'skipReview', 'Leave a review to somebody else', thoseWhoImproveIt, ownChanges),
  line(
    'GET /v1/contacts/{id}/people',
    'readPeopleSay',
    'Read what people say of a contact',
    [...thoseWhoReadCauses, 'rep'],
    own,
  ),
  line('GET /v1/review-plans', 'listReviewPlans', 'List what is drawn for review', thoseWhoPlanReviews, own),
  line('POST /v1/review-plans', 'makeReviewPlan', 'Plan what is drawn for review', thoseWhoPlanReviews, ownChanges),
  line('PUT /v1/review-plans/{id}', 'changeReviewPlan', 'Change such a plan', thoseWhoPlanReviews, ownChanges),
  line('POST /v1/review-plans/{id}/end', 'endReviewPlan', 'End such a plan', thoseWhoPlanReviews, ownChanges),
  line('POST /v1/review-plans/{id}/draw', 'drawReviews', 'Draw contacts for review', thoseWhoPlanReviews, ownChanges),
  line('GET /v1/review-plans/{id}/draws', 'listReviewDraws', 'List what was drawn', thoseWhoTakeReviewsOut, own),
  line('GET /v1/review-draws/{id}/check', 'checkReviewDraw', 'Draw again what was drawn', thoseWhoTakeReviewsOut, own),
  line('GET /v1/agreement', 'readAgreement', 'Read how far people and machines agree', thoseWhoReadCauses, own),
  line('PUT /v1/agreement/rule', 'setAgreementRule', 'Say when agreement is poor', thoseWhoChangeStandards, writes),
  line('GET /v1/language-model', 'readLanguageModel', 'Read what a language model said', thoseWhoReadCauses),
  line('PUT /v1/language-model', 'setLanguageModel', 'Name a language model as marker', owner, writes),
  line('DELETE /v1/language-model', 'removeLanguageModel', 'Take a language model off again', owner, writes),
  line('POST /v1/language-model/try', 'tryLanguageModel', 'Try a language model on a made-up contact', owner, writes),
  line('POST /v1/language-model/ask', 'askLanguageModel', 'Have contacts sent to a language model', owner, writes),
];
