// Standards on the wire: the list, one explained, a text tried, packs checked.
import { z } from '@hono/zod-openapi';
import { channels } from './encounter.core.ts';

export const StandardShape = z
  .object({
    id: z.string(),
    version: z.string(),
    pack: z.string(),
    kind: z.enum(['standard', 'atrocity']),
    title: z.string().optional(),
    failing: z.string().optional(),
    applies: z.string().optional(),
    says: z.string(),
    because: z.string().optional(),
    instead: z.string().optional(),
    weight: z.number(),
    channels: z.array(z.string()),
    task: z.string().optional(),
    few: z.boolean(),
    firstImpression: z.boolean(),
    inUse: z.boolean().describe('The organisation keeps it: contacts are marked by it.'),
  })
  .openapi('Standard');

const text = z.string().describe('The same, told in plain text.');

export const StandardListShape = z.object({ standards: z.array(StandardShape), text });
export const StandardToldShape = z.object({ text });

export const TryTextShape = z.object({
  text: z
    .string()
    .min(1)
    .max(200_000)
    .describe('Lines such as "Customer: ..." and "Rep: ...", or one that a rep said.'),
  channel: z.enum(channels).optional(),
});

export const TriedShape = z.object({
  kinds: z.array(z.string()),
  turns: z
    .array(z.object({ speaker: z.enum(['rep', 'customer', 'other']), text: z.string() }))
    .describe('As the text was read: evidence points into these.'),
  marks: z.array(
    z.object({
      standard: z.string(),
      verdict: z.enum(['met', 'failed', 'not-applicable', 'unsure']),
      confidence: z.number(),
      evidence: z.array(z.object({ turn: z.int(), from: z.int(), to: z.int(), at: z.number().optional() })),
      why: z.string().optional(),
    }),
  ),
  text,
});

export const PackFilesShape = z.object({
  files: z
    .array(z.object({ file: z.string(), text: z.string() }))
    .max(1000)
    .describe('Packs to check beside those in use; a pack of the same name takes its place.'),
});

export const CheckedShape = z.object({ ok: z.boolean(), errors: z.int(), examples: z.int(), failing: z.int(), text });
