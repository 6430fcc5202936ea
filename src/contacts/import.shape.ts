// An import on the wire: started, given files one by one, finished.
import { z } from '@hono/zod-openapi';
import { channels } from '../standards/encounter.core.ts';
import type { ColumnField } from './readers/read-item.ts';

const count = z.int().nonnegative();

export const RejectShape = z
  .object({
    file: z.string(),
    row: count.optional(),
    field: z.string().optional(),
    expected: z.string(),
    remedy: z.string(),
  })
  .openapi('Reject');

export const FileCountsShape = z
  .object({
    contacts: count,
    versions: count,
    alreadyHere: count,
    turns: count,
    characters: count,
    facts: count,
    rejects: count,
  })
  .openapi('FileCounts');

export const StartImportShape = z
  .object({ label: z.string().min(1).max(200).openapi({ description: 'What is imported, e.g. the folder’s name.' }) })
  .openapi('StartImport');

export const ImportShape = z.object({ id: z.string() }).openapi('Import');

/** How a table was understood: what a row is, and what each column. */
export const MappingShape = z
  .object({ table: z.string(), columns: z.array(z.object({ column: z.string(), field: z.string() })) })
  .openapi('TableMapping');

/** One line of the reply while a file is read; the last is `done` or `problem`. */
export const ImportLineShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('progress'),
    file: z.string(),
    counts: FileCountsShape,
    of: count.optional().openapi({ description: 'Contacts of the file, where that is known before.' }),
  }),
  z.object({ kind: z.literal('mapping'), file: z.string(), mapping: MappingShape, howSure: z.number() }),
  z.object({ kind: z.literal('said'), file: z.string(), sentence: z.string() }),
  z.object({ kind: z.literal('reject'), reject: RejectShape }),
  z.object({ kind: z.literal('done'), file: z.string(), counts: FileCountsShape }),
]);

/** Fields a column of a table can be; docs/guide/contacts.md says what each means. */
export const columnFields = [
  'contact',
  'file',
  'speaker',
  'text',
  'transcript',
  'time',
  'end',
  'order',
  'question',
  'name',
  'ignore',
  'language',
  'site',
  'rep',
  'direction',
  'channel',
  'outcome',
  'product',
  'price',
  'rings',
  'seconds-to-answer',
  'holds',
  'transcribed-by',
  'duration',
  'customer',
  'consent',
] as const satisfies readonly ColumnField[];

const columns = z
  .string()
  .transform((text, context) => {
    try {
      return z.record(z.string(), z.enum(columnFields)).parse(JSON.parse(text));
    } catch {
      context.addIssue(`expected a JSON object of column names to fields, each one of: ${columnFields.join(', ')}`);
      return z.NEVER;
    }
  })
  .openapi({ type: 'string', description: 'JSON object of column name to field, for tables; outranks every guess.' });

export const FileQueryShape = z.object({
  name: z.string().min(1).max(4000).openapi({ description: 'The file’s path as given, e.g. calls/17.vtt.' }),
  folder: z
    .enum(['yes', 'no'])
    .default('no')
    .openapi({ description: 'yes: the bytes are a tar stream of a folder’s files.' }),
  columns: columns.optional(),
  table: z.enum(['turns', 'transcripts', 'messages', 'visits', 'facts']).optional(),
  rep: z.string().optional().openapi({ description: 'The speaker label that is the rep’s.' }),
  channel: z.enum(channels).optional(),
  transcripts: z
    .enum(['machine', 'person'])
    .optional()
    .openapi({ description: 'Who wrote the words of calls and visits down, where they don’t say.' }),
  rejectsSoFar: z.coerce.number().int().nonnegative().default(0),
});

export const FinishImportShape = z
  .object({ counts: z.record(z.string(), z.number()), rejects: count })
  .openapi('FinishImport');

export const FinishedImportShape = z
  .object({
    changed: count.openapi({ description: 'Contacts that facts from beside them changed.' }),
    rejects: z.array(RejectShape),
  })
  .openapi('FinishedImport');
