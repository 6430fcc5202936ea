// Who asks, on the wire: what the page needs to know before it shows anything.
import { z } from '@hono/zod-openapi';
import { everyRole } from '../../kernel/actor.ts';

export const GrantShape = z
  .object({
    role: z.enum(everyRole),
    sites: z.array(z.string().min(1).max(200)).min(1).max(500).nullable().describe('null: all of them.'),
  })
  .openapi('Grant');

export const MeShape = z
  .object({
    signedIn: z.boolean(),
    setUpNeeded: z.boolean().describe('Nobody owns the organisation yet: POST /v1/set-up makes the owner.'),
    organisation: z
      .object({ name: z.string(), customerWord: z.string() })
      .nullable()
      .describe('null to strangers, unless it is the demo.'),
    member: z
      .object({ id: z.string(), name: z.string(), email: z.string().nullable() })
      .nullable()
      .describe('Whoever signs in; null for a token.'),
    person: z.object({ id: z.string(), name: z.string() }).nullable().describe('The person of the record they are.'),
    grants: z.array(GrantShape),
    readsOnly: z.boolean(),
    demo: z.boolean(),
    ways: z
      .object({
        password: z.literal(true),
        passkey: z
          .boolean()
          .describe('false where the server is called by an address in numbers, which passkeys refuse.'),
        singleSignOn: z.object({ name: z.string() }).nullable(),
        lookAround: z.boolean(),
        mail: z.boolean().describe('false: no mail server is set, and owners pass links on by hand.'),
      })
      .describe('How one may sign in here.'),
  })
  .openapi('Me');

export type Me = z.infer<typeof MeShape>;
