// Reviews forgotten with the contacts that they are of; for the work that erases the contacts themselves.
import type { Work } from '../platform/db/work.ts';
import { dropReviewsOf, dropReviewsOfVersions } from './forget-reviews.store.ts';

/** Takes out tasks, drafts and marks of some contacts, and their places in the frames of draws. */
export async function forgetReviews(work: Work, contacts: readonly string[]): Promise<void> {
  if (contacts.length > 0) await dropReviewsOf(work, contacts);
}

/** The same of versions of contacts that an undone import had brought. */
export async function forgetReviewsOfVersions(
  work: Work,
  versions: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  if (versions.length > 0) await dropReviewsOfVersions(work, versions);
}
