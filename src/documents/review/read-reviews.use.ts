// Reviews of one document, for its page.
import type { Work } from '../../platform/db/work.ts';
import type { DocumentKind } from '../document.core.ts';
import { reviewsOf, type ReviewRow } from '../versions/version-text.store.ts';

/** Oldest first. Of whoever may see the document, which the database decides. */
export async function readReviews(work: Work, kind: DocumentKind, id: string): Promise<ReviewRow[]> {
  return reviewsOf(work, kind, id);
}
