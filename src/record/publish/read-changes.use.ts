// What is different between two versions of one document, part by part.
import type { DocumentKind } from '../../documents/document.core.ts';
import { diffContents, type PartChange } from '../../documents/versions/diff.core.ts';
import type { Work } from '../../platform/db/work.ts';
import { contentOf, documentMissing } from './begin-from.use.ts';
import { wholeVersions } from './whole-document.store.ts';

/** @throws Fault `document-missing` where it has no such versions */
export async function readChanges(
  work: Work,
  kind: DocumentKind,
  id: string,
  from: string,
  to: string,
): Promise<PartChange[]> {
  const versions = await wholeVersions(work, kind, id);
  const find = (version: string) => versions.find(({ one }) => one.row.version === version);
  const [before, after] = [find(from), find(to)];
  if (!before || !after) throw documentMissing();
  return diffContents(await contentOf(work, before), await contentOf(work, after));
}
