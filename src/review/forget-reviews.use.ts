// Reviews forgotten with the contacts that they are of; for the work that erases the contacts themselves.
import type { Work } from '../platform/db/work.ts';
import { dropReviewsOf } from './forget-reviews.store.ts';

/** Takes out tasks, drafts and marks of some contacts, and their places in the frames of draws. */
export async function forgetReviews(work: Work, contacts: readonly string[]): Promise<void> {
  if (contacts.length > 0) await dropReviewsOf(work, contacts);
}
