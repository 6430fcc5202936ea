// What is decided of a draft beside its text: whether its change is material, which advice is left as it is, and that it goes
// no further.
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { assertMayReadDrafts, assertMayWriteDocuments } from '../documents.access.ts';
import type { DraftContent } from './draft.core.ts';
import { draftOf, dropEditor, noteEditor, saveOf, savesOf, setOfDraft } from './draft.store.ts';
import { openDraft } from './save-draft.use.ts';

export interface Decisions {
  /** null: as the comparison proposes. */
  readonly material?: boolean | null | undefined;
  readonly materialWhy?: string | undefined;
  /** Keys of advice that is left as it is; replaces the list. */
  readonly accepted?: readonly string[] | undefined;
}

/** Small decisions on the way: what stands in the end is told to the history with the version. @throws Fault `document-forbidden`, `document-draft-missing`, `document-draft-ended` */
export async function decideDraft(
  work: Work,
  id: string,
  { material, materialWhy, accepted }: Decisions,
): Promise<void> {
  assertMayWriteDocuments(work.actor);
  await openDraft(work, id);
  const set = {
    ...(material === undefined ? {} : { material }),
    ...(materialWhy === undefined ? {} : { materialWhy: materialWhy.trim() === '' ? null : materialWhy.trim() }),
    ...(accepted === undefined ? {} : { accepted: [...new Set(accepted)] }),
  };
  if (Object.keys(set).length > 0) await setOfDraft(work, id, set);
}

/** Ends a draft without a version; its saves can still be read. @throws Fault `document-forbidden`, `document-draft-missing`, `document-draft-ended` */
export async function dropDraft(work: Work, id: string): Promise<void> {
  assertMayWriteDocuments(work.actor);
  const { kind, document } = await openDraft(work, id);
  await setOfDraft(work, id, { ended: 'dropped', endedAt: new Date(work.now) });
  await append(work, { kind: 'document.draft-dropped', subjects: [`${kind}/${document}`, id] });
}

/** Notes that they have it open, or no more; leaving one that has ended is no fault: whoever publishes leaves after. @throws Fault `document-forbidden`, `document-draft-missing`, `document-draft-ended` */
export async function beHere(work: Work, id: string, here: boolean): Promise<void> {
  assertMayWriteDocuments(work.actor);
  if (here) {
    await openDraft(work, id);
    return noteEditor(work, id);
  }
  if (!(await draftOf(work, id))) throw missing();
  await dropEditor(work, id);
}

/** Every save of a draft, latest first. @throws Fault `document-forbidden`, `document-draft-missing` */
export async function listSaves(work: Work, id: string): Promise<{ revision: number; by: string; at: string }[]> {
  assertMayReadDrafts(work.actor);
  if (!(await draftOf(work, id))) throw missing();
  return savesOf(work, id);
}

/** The draft as it was saved once. @throws Fault `document-forbidden`, `document-save-missing` */
export async function readSave(work: Work, id: string, revision: number): Promise<DraftContent> {
  assertMayReadDrafts(work.actor);
  const content = await saveOf(work, id, revision);
  if (content) return content;
  throw new Fault(
    'document-save-missing',
    'missing',
    'The draft was never at that revision. Take one from its list of saves.',
  );
}

const missing = (): Fault =>
  new Fault('document-draft-missing', 'missing', 'There is no such draft. Open the document, and begin one.');
