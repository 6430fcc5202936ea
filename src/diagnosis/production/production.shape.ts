// Production on the wire. Shares run from 0 to 1; what is short is below 0 where a site produces more than expected.
import { z } from '@hono/zod-openapi';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const circumstance = z.enum(['size', 'price', 'place']);

const SiteProductionShape = z.strictObject({
  site: z.string(),
  name: z.string(),
  months: count,
  value: z.number().nonnegative().describe('A month, on average.'),
  expected: z.number().nonnegative().describe('What its circumstances would give.'),
  short: z.number().describe('Share of the expected that is missing.'),
  from: z.number(),
  to: z.number(),
  below: z.boolean().describe('Surely more than 5 % below.'),
});

const SharedFigureShape = z.strictObject({
  of: z.enum(['all', 'standard', 'cause']),
  id: z.string(),
  title: z.string(),
  below: z.number().nonnegative().describe('Share of marks missed at the sites below.'),
  rest: z.number().nonnegative(),
  more: z.number().describe('How much more is missed for each tenth that a site is short, over all sites.'),
  from: z.number().describe('Its likely range, corrected for the search.'),
  to: z.number(),
  p: share,
  stands: z.boolean(),
});

export const ProductionShape = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('production'),
      measure: z.enum(['revenue', 'occupancy', 'moveIns']),
      currency: z.string(),
      fromMonth: z.string(),
      toMonth: z.string(),
      takenOut: z.array(circumstance),
      notKnown: z.array(circumstance),
      sites: z.array(SiteProductionShape).describe('Furthest below first.'),
      shared: z.array(SharedFigureShape).describe('Surest first.'),
      told: z.array(z.string()),
    }),
    z.strictObject({
      kind: z.literal('nothing'),
      why: z.enum(['no-months', 'too-few-sites', 'nothing-comparable']),
      told: z.array(z.string()),
    }),
  ])
  .openapi('Production');
export type Production = z.infer<typeof ProductionShape>;
