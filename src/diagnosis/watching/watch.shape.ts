// What was watched, on the wire. Rates here are shares missed.
import { z } from '@hono/zod-openapi';

const count = z.int().nonnegative();
const unit = z.number().min(0).max(1);
const SideShape = z.object({ failed: count, marked: count });
const place = { standard: z.string(), title: z.string(), site: z.string().optional(), siteName: z.string().optional() };

export const WatchedChangeShape = z.object({
  ...place,
  direction: z.enum(['worse', 'better']),
  since: z.iso.date().describe('The likeliest first day of the change.'),
  earliest: z.iso.date(),
  latest: z.iso.date(),
  plainBy: z.iso.date(),
  peak: z.number(),
  p: unit.describe('Chance of such a peak with nothing changed, before the correction for many.'),
  before: SideShape,
  after: SideShape,
  runLength: z
    .object({ unchanged: count, changed: count })
    .describe('Marks up to an alarm with nothing changed, and after this change; simulated.'),
  events: z.array(
    z.object({ day: z.iso.date(), says: z.string(), kind: z.string(), id: z.string(), namesTheStandard: z.boolean() }),
  ),
});

export const RunChartShape = z.object({
  ...place,
  period: z.enum(['week', 'month']),
  centre: unit,
  sigmaZ: z.number().nonnegative(),
  points: z.array(
    z.object({
      from: z.iso.date(),
      failed: count,
      marked: count,
      low: unit,
      high: unit,
      outside: z.enum(['below', 'above']).nullable(),
    }),
  ),
});

export const WatchShape = z
  .object({
    changes: z.array(WatchedChangeShape),
    charts: z.array(RunChartShape),
    watched: count,
    tooFew: count,
    noFailures: z.boolean().optional().describe('Something was marked, and nothing of it was missed.'),
    says: z.array(z.string()),
  })
  .openapi('Watch');
export type WatchOnWire = z.infer<typeof WatchShape>;
