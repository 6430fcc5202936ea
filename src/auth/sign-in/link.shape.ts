// Links on the wire. What opens one is in the body, never in an address.
import { z } from '@hono/zod-openapi';
import { GrantShape } from './me.shape.ts';
import { EmailShape, NameShape, PasswordShape } from './sign-in.shape.ts';

const token = z.string().min(1).max(100).describe('What stands after # in the link.');

export const LinkToldShape = z.object({ token }).strict().openapi('LinkTold');
export const OpenedLinkShape = z
  .object({
    kind: z.enum(['invitation', 'new-password']),
    organisation: z.string().nullable(),
    email: z.string(),
    name: z.string(),
    grants: z.array(GrantShape),
  })
  .openapi('OpenedLink');
export const LinkTakenShape = z
  .object({ token, name: NameShape.optional(), password: PasswordShape })
  .strict()
  .openapi('LinkTaken');
export const LinkAcceptedShape = z
  .object({ signedIn: z.boolean().describe('false: sign in with the new password and a code.') })
  .openapi('LinkAccepted');
export const ForgottenShape = z.object({ email: EmailShape }).strict().openapi('Forgotten');
export const SaidShape = z.object({ says: z.string() }).openapi('Said');
