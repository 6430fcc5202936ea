// Groups of roles that routes are for, each named by what it does.
import { everyRole, type Role } from '../kernel/actor.ts';

export const owner: readonly Role[] = ['owner'];
export const thoseWhoAnswerForTheService: readonly Role[] = ['owner', 'district-manager', 'manager'];
export const thoseWhoKeepTheRecord: readonly Role[] = ['owner', 'district-manager', 'hr'];
/** Those who write down what they did or saw; which tables they may add to, src/people/record.access.ts says. */
export const thoseWhoRecord: readonly Role[] = ['owner', 'district-manager', 'hr', 'manager', 'trainer'];
export const thoseWhoReadTheRecord: readonly Role[] = [...thoseWhoRecord, 'counsel', 'auditor', 'rep'];
export const thoseWhoImproveIt: readonly Role[] = [...thoseWhoAnswerForTheService, 'trainer', 'reviewer'];
export const thoseWhoPlanReviews: readonly Role[] = [...thoseWhoAnswerForTheService, 'trainer'];
export const thoseWhoTakeReviewsOut: readonly Role[] = [...thoseWhoPlanReviews, 'auditor'];
export const thoseWhoEnterByHand: readonly Role[] = [...thoseWhoAnswerForTheService, 'trainer', 'reviewer', 'shopper'];
export const thoseWhoChangeStandards: readonly Role[] = ['owner', 'district-manager', 'trainer'];
/** Those who say which marker stands: everybody is marked by it. */
export const thoseWhoDecideMarkers: readonly Role[] = ['owner', 'district-manager'];
/** Those who answer for people, and trainers. */
export const thoseWhoCoach: readonly Role[] = [...thoseWhoAnswerForTheService, 'trainer'];
/** Whoever may have served a customer: they are marked by the same standards. */
export const thoseWhoServe: readonly Role[] = [...thoseWhoImproveIt, 'rep'];
export const thoseWhoReadMarkAnswers: readonly Role[] = [...thoseWhoAnswerForTheService, 'reviewer'];
export const thoseWhoReadCauses: readonly Role[] = [...thoseWhoImproveIt, 'auditor'];
/** Those who look after procedures. */
export const thoseWhoReadSearches: readonly Role[] = [...thoseWhoAnswerForTheService, 'trainer', 'auditor'];
export const thoseWhoReadJobs: readonly Role[] = [...thoseWhoAnswerForTheService, 'hr', 'auditor'];
export const thoseWhoReadMoney: readonly Role[] = [...thoseWhoAnswerForTheService, 'auditor'];
/** Everybody but whoever only looks on. */
export const thoseWhoWrite: readonly Role[] = everyRole.filter((role) => role !== 'auditor');
export const thoseWhoWriteDocuments: readonly Role[] = [
  'owner',
  'district-manager',
  'hr',
  'manager',
  'trainer',
  'counsel',
];
export const thoseWhoReadDrafts: readonly Role[] = [...thoseWhoWriteDocuments, 'auditor'];
export const thoseWhoSeeSites: readonly Role[] = [...thoseWhoRecord, 'auditor'];
export const thoseWhoErase: readonly Role[] = ['owner', 'counsel'];
export const thoseWhoHold: readonly Role[] = ['owner', 'counsel', 'hr', 'district-manager'];
export const thoseWhoAskForSteps: readonly Role[] = ['owner', 'district-manager', 'hr', 'manager'];
export const thoseWhoAgree: readonly Role[] = [...thoseWhoAskForSteps, 'counsel'];
export const thoseWhoBind: readonly Role[] = ['owner', 'counsel', 'hr'];
export const thoseWhoReadTheBinder: readonly Role[] = [...thoseWhoBind, 'auditor'];
export const thoseWhoWatchTheServer: readonly Role[] = ['owner', 'auditor'];
