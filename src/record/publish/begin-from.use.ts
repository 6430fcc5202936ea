// A draft begun from what stands: the version in force, else the next, else the last, with what was said for its clauses.
import { isToCome, type DocumentKind } from '../../documents/document.core.ts';
import type { DraftContent } from '../../documents/drafts/draft.core.ts';
import { beginDraft, type BegunDraft } from '../../documents/drafts/begin-draft.use.ts';
import { readVersionTexts } from '../../documents/versions/version-texts.use.ts';
import { Fault } from '../../kernel/fault.ts';
import { inForce } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import type { ClauseReasons } from '../../policies/reasons/clause-reasons.core.ts';
import { readClauseReasons } from '../../policies/reasons/clause-reasons.use.ts';
import { contentOfPolicy, contentOfProcedure, withReasons } from './contents.core.ts';
import { wholeVersions, type WholeVersion } from './whole-document.store.ts';

/** @throws Fault `document-forbidden`, `document-missing` */
export async function beginDraftFrom(
  work: Work,
  kind: DocumentKind,
  id: string,
  { letters = [] }: { readonly letters?: readonly string[] } = {},
): Promise<BegunDraft> {
  const versions = await wholeVersions(work, kind, id);
  const today = work.now.slice(0, 10);
  const base =
    versions.find(({ one }) => inForce(one.row, today)) ??
    versions.find(({ one }) => isToCome(one.row, today)) ??
    versions.at(-1);
  if (!base) throw documentMissing();
  const content = await contentOf(work, base);
  return beginDraft(work, { kind, id, content: { ...content, from: '' }, basedOn: base.one.row.version, letters });
}

/** A version's content: as it was published here, else as it was brought; a policy's with what was said for its clauses. */
export async function contentOf(work: Work, whole: WholeVersion): Promise<DraftContent> {
  const { id, version } = whole.one.row;
  const text = (await readVersionTexts(work, whole.kind, id)).find((one) => one.version === version);
  if (whole.kind === 'procedure') return text?.content ?? contentOfProcedure(whole.one.row);
  const reasons = await reasonsFor(work, id, version);
  return text ? withReasons(text.content, reasons, whole.one.row.clauses) : contentOfPolicy(whole.one.row, reasons);
}

async function reasonsFor(work: Work, id: string, version: string): Promise<Map<string, ClauseReasons>> {
  const { clauses } = await readClauseReasons(work, id, version);
  return new Map(
    clauses.flatMap(({ id: clause, standing }) => (standing.state === 'said' ? [[clause, standing.reasons]] : [])),
  );
}

export const documentMissing = (): Fault =>
  new Fault(
    'document-missing',
    'missing',
    'There is no such document, or it is not for your sites. Take one from the list.',
  );
