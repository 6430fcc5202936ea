// Tokens on the wire. The text of one is in the answer that makes it, and in no other.
import { z } from '@hono/zod-openapi';
import { everyRole } from '../kernel/actor.ts';

const roles = z.array(z.enum(everyRole)).min(1).max(everyRole.length);
const sites = z.array(z.string().min(1).max(200)).min(1).max(500);

export const TokenAskedShape = z
  .object({
    says: z.string().trim().min(1).max(200).describe('What it is for.'),
    roles,
    sites: sites.optional().describe('Only these sites; absent: all.'),
    readsOnly: z.boolean().optional().describe('It may read and change nothing.'),
    until: z.iso.date().optional().describe('The last day on which it is good (UTC).'),
  })
  .strict()
  .openapi('TokenAsked');

export const TokenShape = z
  .object({
    id: z.string(),
    says: z.string(),
    roles,
    sites: sites.nullable(),
    readsOnly: z.boolean(),
    until: z.iso.date().nullable(),
    madeAt: z.iso.datetime(),
    madeBy: z.string(),
    endedAt: z.iso.datetime().nullable(),
    standing: z.enum(['good', 'ended', 'expired']),
  })
  .openapi('Token');

export const AddedTokenShape = z
  .object({ token: TokenShape, text: z.string().describe('The token itself: told this once.') })
  .openapi('AddedToken');
export const TokensShape = z.object({ tokens: z.array(TokenShape) }).openapi('Tokens');
export const EndedTokenShape = z
  .object({ changed: z.boolean().describe('false: it had ended already.'), token: TokenShape })
  .openapi('EndedToken');
