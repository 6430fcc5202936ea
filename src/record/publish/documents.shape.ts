// Documents on the wire: the register, one document whole, and its draft with all that decides what can be done with it.
import { z } from '@hono/zod-openapi';
import {
  ClashShape,
  DocumentKindShape,
  DraftContentShape,
  DraftPartShape,
  RuleShape,
} from '../../documents/drafts/drafts.shape.ts';
import { registerStates } from './register-states.core.ts';

const count = z.int().nonnegative();
const names = z.record(z.string(), z.string()).describe('Of people, members and sites that are named by their ids.');
const reading = z
  .object({ readers: count, waiting: count })
  .nullable()
  .describe('Who serves where it is for, and how many of them have not acknowledged it; null: not for whoever asks.');

export const RegisterQueryShape = z.object({
  day: z.string().max(20).optional().describe('As of this day; today where left out.'),
  kind: DocumentKindShape.optional(),
  state: z.enum(registerStates).optional(),
  words: z.string().max(200).optional().describe('Of the title or the id.'),
  asked: z.enum(['yes']).optional().describe('yes: only drafts of which approval is asked for.'),
  due: z.enum(['yes']).optional().describe('yes: only what is due for review soon, or was.'),
});

export const ListedDocumentShape = z
  .object({
    kind: DocumentKindShape,
    id: z.string(),
    version: z.string().nullable(),
    title: z.string(),
    owner: z.string().nullable(),
    ownerName: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    due: z.string().nullable().describe('The day by which it has to be looked at again.'),
    state: z.enum(registerStates),
    class: z.string().nullable(),
    draft: z.string().nullable(),
    asked: z.boolean().describe('Approval of its draft is asked for.'),
    reading,
  })
  .openapi('ListedDocument');

/** What waits for a decision of whoever asks. */
export const DocumentsToDecideShape = z
  .object({
    items: z.array(
      z.object({
        kind: DocumentKindShape,
        id: z.string(),
        title: z.string(),
        decision: z
          .enum(['approve', 'look', 'sign', 'publish', 're-justify'])
          .describe('look: as counsel; re-justify: it is suspended, and they may say why it still stands.'),
      }),
    ),
  })
  .openapi('DocumentsToDecide');

const said = z.object({
  revision: z.int(),
  said: z.enum(['approve', 'object', 'counsel-clear', 'counsel-object', 'sign']),
  why: z.string().nullable(),
  alone: z.boolean().describe('Whoever approved wrote it alone: nobody else may.'),
  member: z.string(),
  at: z.string(),
});

const piece = z.object({ text: z.string(), was: z.enum(['kept', 'added', 'removed']) });
const change = z.object({
  part: z.string().describe('Empty: the head.'),
  field: z.string(),
  what: z.enum(['added', 'removed', 'changed', 'moved']),
  weight: z.enum(['material', 'editorial']),
  because: z.array(z.string()),
});
export const PartChangeShape = change.extend({ words: z.array(piece) }).openapi('DocumentChange');
const weight = z.enum(['material', 'editorial']);

const toldVersion = z.object({
  version: z.string(),
  title: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  held: z
    .array(z.object({ from: z.string(), to: z.string().optional() }))
    .describe('More than one where it was suspended.'),
  origin: z.string(),
  text: z
    .object({
      sha256: z.string().describe('Of its canonical JSON.'),
      material: z.boolean(),
      materialSince: z.string(),
      change: z.object({ proposed: weight, decided: weight, why: z.string().nullable(), changes: z.array(change) }),
      letters: z.array(z.string()),
      publishedBy: z.string(),
      publishedAt: z.string(),
    })
    .nullable()
    .describe('null: it was brought from elsewhere.'),
  said: z.array(said),
});

/** A page of the register, as far as whoever reads on needs it. */
export const ListedDocumentsShape = z.object({ items: z.array(ListedDocumentShape) });

export const WholeDocumentShape = z
  .object({
    kind: DocumentKindShape,
    id: z.string(),
    shown: toldVersion.nullable(),
    state: z.enum(registerStates),
    content: DraftContentShape.nullable(),
    versions: z.array(toldVersion).describe('The newest first.'),
    reviews: z.array(
      z.object({
        version: z.string(),
        on: z.string(),
        nextDue: z.string(),
        why: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    ),
    due: z.string().nullable(),
    review: z.enum(['none', 'on-time', 'soon', 'overdue', 'suspended']),
    draft: z
      .object({ id: z.string(), revision: z.int(), changedAt: z.string(), asked: z.boolean(), title: z.string() })
      .nullable(),
    reading,
    can: z.array(z.enum(['write', 'review'])),
    names,
  })
  .openapi('Document');

export const DraftStateShape = z
  .object({
    draft: z.object({
      id: z.string(),
      kind: DocumentKindShape,
      document: z.string(),
      basedOn: z.string().nullable(),
      revision: z.int(),
      content: DraftContentShape,
      letters: z.array(z.string()),
      begunBy: z.string(),
      begunAt: z.string(),
      changedBy: z.string(),
      changedAt: z.string(),
      askedRevision: z.int().nullable(),
      askedAt: z.string().nullable(),
      material: z.boolean().nullable(),
      materialWhy: z.string().nullable(),
      accepted: z.array(z.string()),
    }),
    clashes: z.array(ClashShape),
    others: z.array(z.string()).describe('Members who have it open too.'),
    authors: z.array(z.string()),
    before: DraftContentShape.nullable().describe('The version that it began from.'),
    changes: z.array(PartChangeShape),
    proposed: weight,
    rule: RuleShape,
    said: z.array(said),
    standing: z.object({
      approved: count,
      quorum: count,
      objections: z.array(said),
      counsel: z.enum(['none', 'waits', 'late', 'clear', 'objects']),
      counselBy: z.string().nullable(),
      signed: z.boolean(),
      signOff: z.boolean(),
      complete: z.boolean(),
    }),
    items: z.array(
      z.object({
        key: z.string(),
        weight: z.enum(['must', 'advice']),
        place: z.string(),
        says: z.string(),
        todo: z.string(),
        words: z.string().optional(),
      }),
    ),
    ready: z.boolean(),
    can: z.array(z.enum(['write', 'publish', 'approve', 'object', 'counsel-clear', 'counsel-object', 'sign'])),
    names,
  })
  .openapi('DocumentDraft');

export const BeginShape = z
  .object({
    kind: DocumentKindShape,
    id: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('Of a document that there is: its draft begins from the version in force.'),
    title: z.string().max(300).optional(),
    fields: z.record(z.string().max(60), z.string().max(8000)).optional(),
    roles: z.array(z.string().max(200)).max(500).optional(),
    sites: z.array(z.string().max(200)).max(500).optional(),
    intro: z.string().max(20_000).optional(),
    parts: z.array(DraftPartShape).max(1000).optional(),
    letters: z.array(z.string().max(100)).max(50).optional().describe('Letters that ask for it.'),
  })
  .openapi('DraftToBegin');

export const BegunShape = z
  .object({ draft: z.string(), kind: DocumentKindShape, id: z.string(), begun: z.boolean() })
  .openapi('DraftBegun');

export const PublishedShape = z
  .object({ kind: DocumentKindShape, id: z.string(), version: z.string(), sha256: z.string(), material: z.boolean() })
  .openapi('DocumentPublished');

export const ReviewAskedShape = z
  .object({ why: z.string().max(4000), nextDue: z.string().max(20) })
  .openapi('DocumentReview');

export type ListedDocumentOnWire = z.infer<typeof ListedDocumentShape>;
export type DocumentsToDecideOnWire = z.infer<typeof DocumentsToDecideShape>;
export type WholeDocumentOnWire = z.infer<typeof WholeDocumentShape>;
export type DraftStateOnWire = z.infer<typeof DraftStateShape>;
export type PartChangeOnWire = z.infer<typeof PartChangeShape>;
export type ToldVersionOnWire = z.infer<typeof toldVersion>;
