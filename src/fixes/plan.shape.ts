// Plans on the wire: what is asked, and how many contacts, shops or reviews answer it.
import { z } from '@hono/zod-openapi';
import { causes } from '../diagnosis/finding.core.ts';
import { planAsks } from './plan-answer.core.ts';

const share = z.number().min(0).max(1);
const count = z.int().nonnegative();

export const PlanQuestionShape = z
  .object({
    ask: z.enum(planAsks),
    standard: z.string().optional().describe('Its own rates and flow are the defaults.'),
    site: z.string().optional(),
    sites: z.array(z.string()).max(500).optional(),
    rate: share.optional().describe('The failing rate now.'),
    to: share.optional().describe('As it should become; or the second site’s.'),
    within: z.number().gt(0).lt(0.5).optional().describe('Half the width that an interval should have.'),
    perDay: z.number().positive().optional().describe('Contacts a day (a site).'),
    icc: share.optional().describe('How alike two marks of one person are.'),
    aim: z.number().gt(0).lt(1).optional().describe('The part of a person’s rate that is the person.'),
    rho: share.optional().describe('Correlation of the machine’s marks with a reviewer’s.'),
    changedSites: z.int().positive().max(10_000).optional(),
    unchangedSites: z.int().nonnegative().max(10_000).optional(),
    beforeDays: z.int().positive().max(3650).optional(),
  })
  .openapi('PlanQuestion');

export const PlanAnswerShape = z
  .object({
    ask: z.enum(planAsks),
    provable: z.boolean().optional(),
    steps: z.array(z.object({ what: z.string(), contacts: count.nullable(), days: count.nullable() })),
    says: z.array(z.string()),
    assumed: z.array(z.string()),
  })
  .openapi('PlanAnswer');

export const ProvableFixesShape = z
  .object({
    fixes: z.array(
      z.object({
        pattern: z.string(),
        standard: z.string(),
        title: z.string(),
        site: z.string().optional(),
        siteName: z.string().optional(),
        cause: z.enum(causes),
        failures: count,
        sites: z.array(z.string()),
        siteNames: z.array(z.string()),
        answer: PlanAnswerShape,
      }),
    ),
    noFailures: z.boolean().describe('Causes were looked for, and nothing had failed.'),
    says: z.string(),
  })
  .openapi('ProvableFixes');
