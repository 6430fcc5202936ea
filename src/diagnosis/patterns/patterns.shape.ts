// Patterns on the wire.
import { z } from '@hono/zod-openapi';
import { FigureShape } from '../money/money.shape.ts';
import { CauseShape, StandingShape } from '../cause.shape.ts';

const count = z.int().nonnegative();

export const FoundPatternShape = z
  .object({
    id: z.string(),
    standard: z.string(),
    title: z.string().describe('The standard in a few words.'),
    site: z.string().optional().describe('Absent: all sites together.'),
    siteName: z.string().optional(),
    cause: CauseShape,
    failures: count,
    expected: z.number().nonnegative().describe('The odds of this cause over these failures, added up.'),
    marked: count.describe('Met or failed there, whatever the cause.'),
    missed: count,
    standing: StandingShape,
    standsOut: z.boolean().describe('The site misses it more often than sites differ by chance (corrected, 5 %).'),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    reasons: z.array(z.object({ detail: z.string(), failures: count, sentence: z.string(), fix: z.string() })),
    example: z.string(),
    costs: z
      .strictObject({ currency: z.string(), money: FigureShape })
      .optional()
      .describe(
        'A month: failures that the pattern accounts for, times what they cost; only where that was counted and stands.',
      ),
  })
  .openapi('FoundPattern');

export const PatternsShape = z
  .object({
    patterns: z.array(FoundPatternShape),
    says: z.string().describe('What can be said, in one sentence.'),
    noFailures: z.boolean().describe('Causes were looked for, and nothing had failed.'),
  })
  .openapi('Patterns');
