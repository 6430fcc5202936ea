// The list of contacts on the wire: what it can be asked for, and what it says of each.
import { z } from '@hono/zod-openapi';
import { channels } from '../../standards/encounter.core.ts';

const day = z.iso.date();
const short = z.string().min(1).max(200);

/** What may be asked of the list, of a saved view and of a download. */
export const ContactQueryShape = z.object({
  words: z
    .string()
    .max(300)
    .optional()
    .describe('All of these words; "next to each other" in quotes; -without; begin*. Letter case doesn’t matter.'),
  standard: short.optional(),
  verdict: z.enum(['met', 'failed', 'unsure']).optional().describe('Of the standard, `failed` unless said; or of any.'),
  site: short.optional(),
  person: short.optional().describe('For those who may see who served.'),
  channel: z.enum(channels).optional(),
  outcome: z.enum(['won', 'lost', 'pending', 'served', 'unserved']).optional(),
  kind: short.optional(),
  from: day.optional().describe('First day, by the clock of the site.'),
  to: day.optional().describe('Last day.'),
});

const count = z.int().nonnegative();
export const NamedShape = z.object({ id: z.string(), name: z.string() });

export const ListedContactShape = z
  .object({
    id: z.string(),
    version: z.int().positive(),
    channel: z.string(),
    direction: z.string().optional(),
    kind: z.string().optional().describe('What it was about, by its strongest situation.'),
    site: NamedShape.optional(),
    person: NamedShape.optional().describe('The rep, to those who may see.'),
    startedAt: z.iso.datetime().optional().describe('Left out where no more than the day is known.'),
    day: z.iso.date().optional(),
    durationSeconds: z.number().nonnegative().optional(),
    outcome: z.string().optional(),
    words: count,
    met: count,
    failed: count,
    unsure: count,
    atrocities: count,
    reason: z.string().optional().describe('The customer’s own words.'),
    found: z
      .object({ turn: count, from: count, to: count, text: z.string() })
      .optional()
      .describe('The first place of the searched words; `text` is what stands around it.'),
  })
  .openapi('ListedContact');

export const SettlingShape = z.boolean().describe('Newest contacts are still being made ready to be found: ask again.');

export type ListedContact = z.infer<typeof ListedContactShape>;
