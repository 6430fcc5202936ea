// The open draft of a document, with what clashes in it and who else has it open.
import type { Work } from '../../platform/db/work.ts';
import type { DocumentKind } from '../document.core.ts';
import { assertMayReadDrafts } from '../documents.access.ts';
import {
  authorsOf,
  editorsSince,
  openClashes,
  openDraftOf,
  setOfDraft,
  type DraftRow,
  type KeptClash,
} from './draft.store.ts';

export interface DraftWithOthers {
  readonly draft: DraftRow;
  readonly clashes: readonly KeptClash[];
  /** Members who had it open within the last minute, but whoever asks. */
  readonly others: readonly string[];
  /** Who ever saved it. */
  readonly authors: readonly string[];
}

const recentMs = 60_000;

/** null where nobody writes it now. @throws Fault `document-forbidden` */
export async function readOpenDraft(work: Work, kind: DocumentKind, id: string): Promise<DraftWithOthers | null> {
  assertMayReadDrafts(work.actor);
  const draft = await openDraftOf(work, kind, id);
  if (!draft) return null;
  return {
    draft,
    clashes: await openClashes(work, draft.id),
    others: await editorsSince(work, draft.id, new Date(Date.parse(work.now) - recentMs)),
    authors: await authorsOf(work, draft.id),
  };
}

/** Ends a draft that became a version; whoever publishes was asked before. */
export async function endAsPublished(work: Work, draft: string): Promise<void> {
  await setOfDraft(work, draft, { ended: 'published', endedAt: new Date(work.now) });
}

/** Who wrote in a draft. @param work of the program itself */
export async function readAuthors(work: Work, draft: string): Promise<string[]> {
  return authorsOf(work, draft);
}
