// Versions as they were published here: whole, with what was decided of each change.
import type { Work } from '../../platform/db/work.ts';
import type { DocumentKind } from '../document.core.ts';
import type { VersionText } from './version-text.core.ts';
import { publishedHere, textsOf } from './version-text.store.ts';

/** Of whoever may see the versions at all, which the database decides. Oldest first; none for a document that was brought. */
export async function readVersionTexts(work: Work, kind: DocumentKind, id: string): Promise<VersionText[]> {
  return textsOf(work, kind, id);
}

/** Which versions were published here, as `kind/id/version`. */
export async function readPublishedHere(work: Work): Promise<Set<string>> {
  return publishedHere(work);
}
