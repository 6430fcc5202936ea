// Signing in, on the wire. A session's secret is in the cookie alone, and in no body.
import { z } from '@hono/zod-openapi';
import { longestPassword } from './password-rules.core.ts';
import { lookedAroundAs } from './look-around.core.ts';
import { MeShape } from './me.shape.ts';

// Longer than any that is kept, so that the rule's own sentence is told rather than this shape's.
export const PasswordShape = z
  .string()
  .min(1)
  .max(longestPassword * 4);
export const EmailShape = z.email().max(254);
export const NameShape = z.string().trim().min(1).max(120);
const terminalToken = z.string().max(64).describe('What the server printed in its terminal.');

export const SetUpShape = z
  .object({
    token: terminalToken,
    name: NameShape,
    email: EmailShape,
    password: PasswordShape,
    organisation: z
      .object({
        name: z.string().trim().min(1).max(200),
        customerWord: z.string().trim().min(1).max(60).optional(),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .optional(),
      })
      .strict()
      .optional()
      .describe('Kept where none is on record yet.'),
  })
  .strict()
  .openapi('SetUp');

export const LookAroundShape = z
  .object({ token: terminalToken, as: z.enum(lookedAroundAs) })
  .strict()
  .openapi('LookAround');

export const SignInShape = z
  .object({
    email: z.string().min(1).max(254),
    password: PasswordShape,
    code: z.string().max(20).optional().describe('Of an authenticator app, or a recovery code.'),
  })
  .strict()
  .openapi('SignIn');

export const SignedInShape = z
  .object({ needs: z.literal('code').nullable(), me: MeShape.nullable() })
  .openapi('SignedIn');

export const SessionShape = z
  .object({
    id: z.string(),
    way: z.enum(['password', 'passkey', 'single-sign-on', 'look-around', 'set-up', 'link']),
    device: z.string(),
    madeAt: z.iso.datetime(),
    seenAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    current: z.boolean().describe('The one that asks.'),
  })
  .openapi('Session');

export const SessionsShape = z.object({ sessions: z.array(SessionShape) }).openapi('Sessions');
export const EndedShape = z.object({ ended: z.int() }).openapi('Ended');
