// Why clauses stand, on the wire.
import { z } from '@hono/zod-openapi';

const said = z.string().max(2000);
const FactorShape = z.object({ answer: z.enum(['yes', 'no', 'partly']), reason: said });

/** What is said for a clause; what is left out is said no more. */
export const ClauseReasonsShape = z
  .object({
    purpose: said.optional().describe('What it is for.'),
    protects: said.optional().describe('Whom it protects.'),
    legalBasis: said.optional().describe('The law that demands it, by name; `none` where there is none.'),
    authority: said.optional().describe('What the employee may do on their own authority.'),
    factor: FactorShape.optional().describe(
      'The Customer Factor: does it let the employee perform a duty, act on behalf of and in the name of the company, for the benefit of the customer?',
    ),
  })
  .openapi('ClauseReasons');

const ids = z.array(z.string().max(200)).max(100);
export const ClauseLinksShape = z
  .object({ serves: ids, obstructs: ids })
  .openapi('ClauseLinks')
  .describe('Ids of the standards that it serves, and of those in whose way it stands.');

export const ClauseAtShape = z.object({
  policy: z.string().max(200),
  version: z.string().max(200),
  clause: z.string().max(200),
});

const StandingShape = z.object({
  state: z.enum(['said', 'of-other-words', 'none']).describe('Whether what was said is of the words as they are now.'),
  reasons: ClauseReasonsShape,
  at: z.string().optional(),
});

export const PolicyReasonsShape = z
  .object({
    policy: z.object({
      id: z.string(),
      version: z.string(),
      title: z.string(),
      class: z.enum(['customer-service', 'house-rules', 'exempt']),
      legalBasis: z.string().optional(),
    }),
    owes: z.boolean().describe('Its clauses owe reasons; those of exempt policies do not.'),
    mayAnswer: z.boolean().describe('Whoever asks may answer for its clauses.'),
    clauses: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        serves: z.array(z.string()),
        obstructs: z.array(z.string()),
        standing: StandingShape,
        doubt: z.enum(['no-benefit-no-law', 'not-answered']).nullable(),
      }),
    ),
  })
  .openapi('PolicyReasons');

export type PolicyReasons = z.infer<typeof PolicyReasonsShape>;
export type ClauseReasonsOnWire = z.infer<typeof ClauseReasonsShape>;
