// The five causes on the wire, how far a finding may be acted on, and a number for each cause.
import { z } from 'zod';
import { causes } from './finding.core.ts';

export const CauseShape = z.enum(causes);
export const StandingShape = z.enum(['possible', 'probable', 'strong', 'confirmed']);

/** One number for each of the five causes: odds that add up to 1, or failures expected. */
export const PerCauseShape = z.strictObject({
  policy: z.number().nonnegative(),
  procedure: z.number().nonnegative(),
  training: z.number().nonnegative(),
  management: z.number().nonnegative(),
  personnel: z.number().nonnegative(),
});

export type PerCause = z.infer<typeof PerCauseShape>;
