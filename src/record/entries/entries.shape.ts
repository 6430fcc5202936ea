// The record as pages show it, on the wire.
import { z } from '@hono/zod-openapi';
import { entryKinds } from './entry.core.ts';

const kind = z.enum(entryKinds);
const named = z.object({ id: z.string(), name: z.string() });
const id = z.string().max(400).optional();

/** Beside the place in the list. */
export const EntriesQueryShape = z.object({
  kind: kind.optional(),
  site: id,
  person: id,
  words: z.string().max(200).optional().describe('What a row says, or whose it is.'),
  day: z.string().optional().describe('Only what held that day, or had been done by it.'),
});

const listed = {
  kind,
  key: z.string(),
  says: z.string(),
  person: named.nullable(),
  site: named.nullable(),
  from: z.string().nullable(),
  to: z.string().nullable().describe('The first day on which it no longer held.'),
};
export const ListedEntryShape = z.object(listed).openapi('RecordEntry');

export const EntryParamsShape = z.object({ kind, key: z.string().min(1).max(1000) });

const cell = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const cells = z.record(z.string(), cell);
const origin = z.object({ file: z.string(), row: z.int().nonnegative().optional() });
const parts = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    serves: z.array(z.string()),
    obstructs: z.array(z.string()),
    step: z
      .object({
        actor: z.string().optional(),
        say: z.string().optional(),
        limit: z.string().optional(),
        goesWrong: z.string().optional(),
      })
      .optional(),
  }),
);

export const EntryShape = z
  .object({
    ...listed,
    cells: cells.describe('By the names that record files use.'),
    parts: parts.describe('Clauses of a policy, steps of a procedure.'),
    origin,
    digest: z.string().describe('Give it back to correct the row as it was seen.'),
    recordedAt: z.string(),
    names: z.record(z.string(), z.string()).describe('Of people and sites that stand in its cells by their ids.'),
    standards: z.array(z.string()),
    versions: z.array(ListedEntryShape).describe('Of the same document, the newest first.'),
    before: z
      .array(z.object({ cells, parts, origin, recordedAt: z.string(), replacedAt: z.string() }))
      .describe('What stood before it was corrected, the newest first.'),
    mayCorrect: z.boolean(),
    mayTakeOut: z.boolean().describe('It was entered by hand, and whoever asks may take it out again.'),
  })
  .openapi('RecordEntryWhole');

export type ListedEntryOnWire = z.infer<typeof ListedEntryShape>;
export type EntryOnWire = z.infer<typeof EntryShape>;
