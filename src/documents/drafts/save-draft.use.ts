// A save of a draft. It carries the revision that it began from: what others saved meanwhile is put together with it place by
// place, and where both wrote in the same place both texts are kept.
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { contentId } from '../../kernel/digest.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayWriteDocuments } from '../documents.access.ts';
import type { DraftContent } from './draft.core.ts';
import {
  draftOf,
  noteEditor,
  openClashes,
  saveOf,
  settleClash,
  writeClash,
  writeContent,
  type DraftRow,
  type KeptClash,
} from './draft.store.ts';
import { mergeContents, same } from './merge.core.ts';

export interface Saved {
  readonly revision: number;
  readonly content: DraftContent;
  /** Whether somebody else's changes are in it now. */
  readonly merged: boolean;
  /** Places where two wrote and nobody chose yet; `fresh` of them by this save. */
  readonly clashes: readonly KeptClash[];
  readonly fresh: number;
}

/** An open draft, locked until the work ends. @throws Fault `document-draft-missing`, `document-draft-ended` */
export async function openDraft(work: Work, id: string): Promise<DraftRow> {
  const draft = await draftOf(work, id, true);
  if (!draft)
    throw new Fault('document-draft-missing', 'missing', 'There is no such draft. Open the document, and begin one.');
  if (draft.ended === null) return draft;
  throw new Fault(
    'document-draft-ended',
    'conflict',
    draft.ended === 'published'
      ? 'This draft was published and stands as it is. Open the document, and begin a new draft.'
      : 'This draft was thrown away. Open the document, and begin a new one.',
  );
}

/**
 * A save is no act yet, so the history gets no line: what comes of the draft does.
 * @param began the revision that `content` was written from @param settles clashes that this save has chosen in
 * @throws Fault `document-forbidden`, `document-draft-missing`, `document-draft-ended`, `document-save-missing`, `document-parts-malformed`
 */
export async function saveDraft(
  work: Work,
  id: string,
  began: number,
  content: DraftContent,
  settles: readonly string[] = [],
): Promise<Saved> {
  assertMayWriteDocuments(work.actor);
  assertParts(content);
  const draft = await openDraft(work, id);
  const base = began === draft.revision ? draft.content : await saveOf(work, id, began);
  if (!base)
    throw new Fault(
      'document-save-missing',
      'missing',
      'The draft was never at that revision. Open it again, then write.',
      [{ pointer: '/began', detail: 'Expected a revision of this draft.' }],
    );
  const { content: next, clashes } =
    began === draft.revision ? { content, clashes: [] } : mergeContents(base, draft.content, content);
  const changed = !same(next, draft.content);
  const revision = changed ? draft.revision + 1 : draft.revision;
  if (changed) await writeContent(work, id, revision, next);
  for (const { place, mine } of clashes) {
    const name = contentId('k', id, place, canonicalJson(mine), String(began), work.actor.id);
    await writeClash(work, { id: name, draft: id, place, mine, revision: draft.revision });
  }
  for (const one of settles) await settleClash(work, id, one);
  await noteEditor(work, id);
  return {
    revision,
    content: next,
    merged: !same(next, content),
    clashes: await openClashes(work, id),
    fresh: clashes.length,
  };
}

/** @throws Fault `document-parts-malformed` */
function assertParts(content: DraftContent): void {
  const ids = new Set<string>();
  for (const [at, { id }] of content.parts.entries()) {
    if (ids.has(id) || !/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(id))
      throw new Fault(
        'document-parts-malformed',
        'malformed',
        'Each clause or step needs an id of its own, of letters, digits, dots and hyphens. Give it another.',
        [{ pointer: `/content/parts/${at}/id`, detail: 'Expected an id that no other part has.' }],
      );
    ids.add(id);
  }
}
