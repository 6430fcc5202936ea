// Drafts on the wire.
import { z } from '@hono/zod-openapi';

const text = (most: number) => z.string().max(most);
const ids = z.array(text(200)).max(500);
const fieldValue = z.union([text(8000), z.array(text(2000)).max(50), z.record(text(60), text(8000))]);
const fields = z
  .record(text(60), fieldValue)
  .refine((all) => Object.keys(all).length <= 60, 'Expected at most 60 fields.');

export const DocumentKindShape = z.enum(['policy', 'procedure']);

export const DraftPartShape = z
  .object({
    id: text(64).min(1),
    text: text(20_000).describe('Markdown.'),
    serves: ids,
    obstructs: ids,
    fields,
  })
  .openapi('DraftPart');

export const DraftContentShape = z
  .object({
    title: text(300),
    intro: text(20_000).describe('Markdown.'),
    owner: text(200).describe('A person’s id, or a role; empty: nobody yet.'),
    from: z.union([z.iso.date(), z.literal('')]).describe('The day from which it holds; empty: not said yet.'),
    reviewMonths: z.int().min(1).max(120),
    roles: ids,
    sites: ids,
    fields,
    parts: z.array(DraftPartShape).max(1000),
  })
  .openapi('DraftContent');

export const SaveShape = z
  .object({
    began: z.int().positive().describe('The revision that this was written from.'),
    content: DraftContentShape,
    settles: ids.optional().describe('Ids of clashes that were chosen in.'),
  })
  .openapi('DraftSave');

const clash = z.object({
  id: z.string(),
  place: z.string().describe('part:ID, field:NAME, or the name of a part of the head.'),
  mine: z.unknown().describe('What the later writer had there; null: they took the part out.'),
  by: z.string(),
  at: z.string(),
});

export const SavedShape = z
  .object({
    revision: z.int(),
    content: DraftContentShape,
    merged: z.boolean().describe('Somebody else’s changes are in it now.'),
    clashes: z.array(clash).describe('Places where two wrote and nobody chose yet.'),
  })
  .openapi('DraftSaved');

/** A problem that carries both texts of each place. */
export const ClashedShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.literal(409),
    detail: z.string(),
    saved: SavedShape,
  })
  .openapi('DraftClashed');

export const ClashShape = clash.openapi('DraftClash');

export const DecisionsShape = z
  .object({
    material: z.boolean().nullable().optional().describe('null: as the comparison proposes.'),
    materialWhy: text(2000).optional(),
    accepted: z.array(text(200)).max(2000).optional(),
  })
  .openapi('DraftDecisions');

export const SayShape = z
  .object({
    revision: z.int().positive(),
    said: z.enum(['approve', 'object', 'counsel-clear', 'counsel-object', 'sign']),
    why: text(4000).optional(),
  })
  .openapi('DraftSay');

export const RevisionShape = z.object({ revision: z.int().positive() });

export const RuleShape = z
  .object({
    quorum: z.int().min(1).max(20),
    approvers: z.array(text(100)).min(1).max(50).describe('Roles, or members as member:ID.'),
    counsel: z.boolean(),
    counselDays: z.int().min(1).max(60),
    signOff: z.boolean(),
    reviewMonths: z.int().min(1).max(120),
    sunsetAll: z.boolean().describe('Also versions that were brought from elsewhere lapse at their review.'),
  })
  .openapi('DocumentRule');

export const ToldRuleShape = RuleShape.extend({ scope: z.string(), set: z.boolean() });
export const RulesShape = z.object({ rules: z.array(ToldRuleShape) }).openapi('DocumentRules');

export type DraftContentOnWire = z.infer<typeof DraftContentShape>;
export type SavedOnWire = z.infer<typeof SavedShape>;
export type RuleOnWire = z.infer<typeof RuleShape>;
export type RulesOnWire = z.infer<typeof RulesShape>;
