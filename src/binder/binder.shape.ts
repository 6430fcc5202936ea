// Judge's files and checkpoints on the wire.
import { z } from '@hono/zod-openapi';
import { sections } from './bundle.core.ts';

const count = z.int().nonnegative();
const id = z.string().trim().min(1).max(200);

export const BundleAskedShape = z
  .object({
    from: z.iso.date(),
    to: z.iso.date().describe('The last day; the same as `from` for one day.'),
    site: id.optional(),
    person: id.optional(),
    document: id.optional().describe('`policy/ID` or `procedure/ID`.'),
    standard: id.optional(),
  })
  .openapi('BundleAsked');

export const AskBundleShape = BundleAskedShape.extend({
  hold: z
    .string()
    .trim()
    .min(3)
    .max(500)
    .optional()
    .describe('Why: a legal hold is placed on the site’s contacts of these days. Only where a site is named.'),
}).openapi('AskBundle');

export const BundleSummaryShape = z
  .object({
    sections: z.record(z.enum(sections), count).describe('Rows in each section.'),
    nothing: z.array(z.string()).describe('What was looked for and isn’t on record.'),
  })
  .openapi('BundleSummary');

export const BundleShape = z
  .object({
    id: z.string(),
    asked: BundleAskedShape,
    state: z.enum(['waiting', 'making', 'made', 'failed']),
    done: count,
    of: count.nullable(),
    says: z.string().nullable(),
    askedAt: z.iso.datetime(),
    by: z.string().optional(),
    madeAt: z.iso.datetime().nullable(),
    bytes: count.nullable(),
    pages: count.nullable(),
    sha256: z.string().nullable(),
    line: count.nullable().describe('The line of the history that seals it.'),
    counts: BundleSummaryShape.nullable(),
    kept: z.boolean().describe('Whether the file itself is still here.'),
  })
  .openapi('Bundle');

export const BundlesShape = z.object({ bundles: z.array(BundleShape) }).openapi('Bundles');

const choices = z.array(z.object({ id: z.string(), name: z.string() }));

export const BundleChoicesShape = z
  .object({ sites: choices, people: choices, documents: choices.describe('Ids as `policy/ID`.'), standards: choices })
  .openapi('BundleChoices');

export const CheckpointsShape = z
  .object({
    key: z.string().describe('The public key by which checkpoints and judge’s files are checked.'),
    addresses: z.array(z.string()),
    checkpoints: z.array(
      z.object({
        size: count.describe('Lines of the history that it covers.'),
        root: z.string(),
        madeAt: z.iso.datetime(),
        left: z.array(z.object({ how: z.enum(['taken', 'mailed', 'webhook']), at: z.iso.datetime() })),
      }),
    ),
  })
  .openapi('Checkpoints');

export const CheckpointShape = z.object({ size: count, note: z.string() }).openapi('Checkpoint');

export const AddressesShape = z
  .object({ addresses: z.array(z.email().max(200)).max(10) })
  .openapi('CheckpointAddresses');

export type BundleOnWire = z.infer<typeof BundleShape>;
export type BundlesOnWire = z.infer<typeof BundlesShape>;
export type BundleChoicesOnWire = z.infer<typeof BundleChoicesShape>;
export type BundleSummaryOnWire = z.infer<typeof BundleSummaryShape>;
export type CheckpointsOnWire = z.infer<typeof CheckpointsShape>;
