// Members and invitations on the wire: for owners alone.
import { z } from '@hono/zod-openapi';
import { GrantShape } from '../sign-in/me.shape.ts';

const GrantsShape = z.array(GrantShape).min(1).max(50);

export const MemberShape = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable().describe('null: a person of the demo, whom nobody signs in as.'),
    person: z.string().nullable().describe('The id of the person of the record that they are.'),
    grants: z.array(GrantShape),
    madeAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    seenAt: z.iso.datetime().nullable(),
    password: z.boolean(),
    passkeys: z.int(),
    code: z.boolean().describe('A one-time code is asked for beside the password.'),
  })
  .openapi('Member');
export const MembersShape = z.object({ members: z.array(MemberShape) }).openapi('Members');
export const GrantsAskedShape = z.object({ grants: GrantsShape }).strict().openapi('GrantsAsked');
export const ChangedShape = z.object({ changed: z.boolean() }).openapi('Changed');

export const InvitationAskedShape = z
  .object({
    email: z.email().max(254),
    name: z.string().trim().min(1).max(120),
    person: z
      .string()
      .max(200)
      .optional()
      .describe('The person of the record that they are: a rep sees what is theirs.'),
    grants: GrantsShape,
  })
  .strict()
  .openapi('InvitationAsked');
export const InvitationShape = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    person: z.string().nullable(),
    grants: z.array(GrantShape),
    madeAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .openapi('Invitation');
export const InvitationsShape = z.object({ invitations: z.array(InvitationShape) }).openapi('Invitations');
const address = z.string().nullable().describe('The link, where no mail server is set to send it: pass it on.');
export const InvitedShape = z.object({ invitation: InvitationShape, address }).openapi('Invited');
export const LinkSentShape = z.object({ address }).openapi('LinkSent');

const named = z.array(z.object({ id: z.string(), name: z.string() }));
export const RecordNamesShape = z.object({ sites: named, people: named }).openapi('RecordNames');
export type MembersOnWire = z.infer<typeof MembersShape>;
