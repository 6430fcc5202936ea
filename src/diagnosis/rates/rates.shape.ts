// Rates on the wire. All rates are shares met, 0 to 1; one that nobody can know is null, never 0.
import { z } from '@hono/zod-openapi';
import { IntervalShape } from '../report.shape.ts';

const count = z.int().nonnegative();
const unit = z.number().min(0).max(1);
const CorrectedShape = z.object({ rate: unit, from: unit, to: unit });

export const RateGroupShape = z.object({
  standard: z.string(),
  title: z.string(),
  group: z
    .string()
    .describe('The site, person or month; empty for all together, `unknown` where the contact does not say.'),
  groupName: z.string(),
  marked: count.describe('met + failed'),
  unsure: count,
  met: count.optional().describe('Left out by person.'),
  failed: count.optional(),
  rate: unit.nullable().optional().describe('As counted; left out by person.'),
  wilson: IntervalShape.nullable().optional(),
  shrunk: unit.nullable(),
  shrunkInterval: IntervalShape.nullable(),
  alike: z
    .boolean()
    .describe('The groups of this standard differ no more than chance makes them: drawn together, all have one rate.'),
  claim: z.enum(['machine-only', 'too-few-reviews', 'corrected']),
  reviews: z.object({
    used: count,
    withoutChance: count,
    setAside: count,
    begun: count.describe('Of draws that have only begun over many contacts: they count once there are more of them.'),
    olderWording: count.describe(
      'Made while the standard said something else: they enter no rate of what it says now.',
    ),
  }),
  corrected: z
    .object({
      these: CorrectedShape.describe('How it went in these contacts.'),
      process: CorrectedShape.describe('How it goes, of which these contacts are a sample.'),
      effective: z.number().nonnegative().describe('Reviews drawn evenly that would have said as much.'),
      of: count.describe('Marks of contacts that reviews could have been drawn from: the corrected rate is of these.'),
    })
    .optional(),
  more: z
    .object({ reviews: z.int().positive(), within: unit.describe('Half the width of the interval then.') })
    .nullable()
    .describe('How many more reviews would make it how much surer; null where nothing would.'),
});

export const RatesShape = z
  .object({
    by: z.enum(['standard', 'site', 'person', 'month']),
    rows: z.array(RateGroupShape),
    neverCameUp: z
      .array(z.object({ standard: z.string(), title: z.string() }))
      .describe('Standards in use that applied to no contact.'),
    agreement: z.array(
      z.object({
        standard: z.string(),
        marks: count,
        same: unit,
        kappa: z.number().nullable(),
        ac1: z.number().nullable(),
      }),
    ),
    says: z.array(z.string()),
  })
  .openapi('Rates');
