// A draft begun: of a document that is new, or of one that is written already. A document has one open draft, in which all who
// write it meet.
import { randomBytes } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { rulesOf } from '../approval/approval.store.ts';
import type { DocumentKind } from '../document.core.ts';
import { assertMayWriteDocuments } from '../documents.access.ts';
import { readVersions } from '../documents.use.ts';
import { contentWith, freeId, idFrom, usualReviewMonths, type DraftContent } from './draft.core.ts';
import { draftedIds, openDraftOf, setOfDraft, writeNewDraft, type DraftRow } from './draft.store.ts';

export interface BegunDraft {
  readonly draft: string;
  readonly kind: DocumentKind;
  readonly id: string;
  /** False where one was open already: it is that one. */
  readonly begun: boolean;
}

export interface DraftToBegin {
  readonly kind: DocumentKind;
  /** The document's id; left out: a new document, with an id made from its title. */
  readonly id?: string | undefined;
  readonly content: Partial<DraftContent> & { readonly title: string };
  /** The version that the content was taken from. */
  readonly basedOn?: string | null;
  /** Letters that ask for what is written here. */
  readonly letters?: readonly string[];
}

/** @throws Fault `document-forbidden`, `document-title-missing`, `document-id-malformed` */
export async function beginDraft(
  work: Work,
  { kind, id, content, basedOn = null, letters = [] }: DraftToBegin,
): Promise<BegunDraft> {
  assertMayWriteDocuments(work.actor);
  const document = id === undefined ? await newId(work, kind, content.title) : sound(id);
  const open = await openDraftOf(work, kind, document);
  if (open) return joined(work, open, letters);
  const draft = `D${randomBytes(12).toString('hex')}`;
  const given = {
    id: draft,
    kind,
    document,
    basedOn,
    content: contentWith({ reviewMonths: await usualMonths(work, kind), ...content }),
    letters: [...new Set(letters)],
  };
  if (!(await writeNewDraft(work, given))) {
    const other = await openDraftOf(work, kind, document);
    if (other) return joined(work, other, letters);
    throw new Fault(
      'document-draft-there',
      'conflict',
      'Somebody began a draft of this document just now. Open it again.',
    );
  }
  await append(work, { kind: 'document.draft-begun', subjects: [`${kind}/${document}`, draft] });
  return { draft, kind, id: document, begun: true };
}

async function joined(work: Work, open: DraftRow, letters: readonly string[]): Promise<BegunDraft> {
  const all = [...new Set([...open.letters, ...letters])];
  if (all.length > open.letters.length) {
    await setOfDraft(work, open.id, { letters: all });
    await append(work, {
      kind: 'document.letter-cited',
      subjects: [`${open.kind}/${open.document}`, open.id, ...letters],
    });
  }
  return { draft: open.id, kind: open.kind, id: open.document, begun: false };
}

async function usualMonths(work: Work, kind: DocumentKind): Promise<number> {
  return (await rulesOf(work, kind)).get('*')?.reviewMonths ?? usualReviewMonths;
}

async function newId(work: Work, kind: DocumentKind, title: string): Promise<string> {
  if (title.trim() === '')
    throw new Fault(
      'document-title-missing',
      'malformed',
      'A document needs a title, so that people know what it is about. Write one.',
      [{ pointer: '/content/title', detail: 'Expected a title.' }],
    );
  const versions = await readVersions(work, kind);
  const taken = new Set([...versions.map((one) => one.row.id), ...(await draftedIds(work, kind))]);
  return freeId(idFrom(title) || kind, taken);
}

/** @throws Fault `document-id-malformed` */
function sound(id: string): string {
  // As record files may name them, and as an address can carry.
  if (/^[\p{L}\p{N}][\p{L}\p{N}._ -]{0,99}$/u.test(id)) return id;
  throw new Fault(
    'document-id-malformed',
    'malformed',
    'A document’s id is made of letters, digits, hyphens, dots and underscores, and begins with a letter or a digit. Choose another.',
    [{ pointer: '/id', detail: 'Expected up to 100 letters, digits, hyphens, dots or underscores.' }],
  );
}
