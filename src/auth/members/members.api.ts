// Routes by which owners look after who signs in: members, what they may, invitations.
import { createRoute, z } from '@hono/zod-openapi';
import type { Store } from '../../platform/db/open.ts';
import { newApi, type Api } from '../../platform/http/api.ts';
import { actorAsked } from '../../platform/http/asked.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { originOfLinks } from '../sign-in/browser.ts';
import { invite, listInvitations, offerNewPassword, withdrawInvitation } from '../sign-in/links.use.ts';
import type { SignInServer } from '../sign-in/server.core.ts';
import { ChangedShape, GrantsAskedShape, InvitationAskedShape, InvitationsShape } from './member.shape.ts';
import { InvitedShape, LinkSentShape, MembersShape, RecordNamesShape } from './member.shape.ts';
import { changeGrants, endMember, listMembers, namesOnRecord } from './members.use.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';

const params = z.object({ id: z.string() });
const changed = { 200: { description: 'It is so from now on.', content: json(ChangedShape) } };

const list = createRoute({
  method: 'get',
  path: '/v1/members',
  responses: { 200: { description: 'Everybody who signs in or did, by name.', content: json(MembersShape) } },
});
const sites = createRoute({
  method: 'get',
  path: '/v1/members/sites',
  responses: {
    200: { description: 'Sites and people of the record, to choose from.', content: json(RecordNamesShape) },
  },
});
const grants = createRoute({
  method: 'post',
  path: '/v1/members/{id}/grants',
  request: { params, ...jsonBody(GrantsAskedShape) },
  responses: changed,
});
const end = createRoute({ method: 'post', path: '/v1/members/{id}/end', request: { params }, responses: changed });
const password = createRoute({
  method: 'post',
  path: '/v1/members/{id}/new-password',
  request: { params },
  responses: { 200: { description: 'A link to a new password is on its way.', content: json(LinkSentShape) } },
});
const invitations = createRoute({
  method: 'get',
  path: '/v1/invitations',
  responses: { 200: { description: 'Those that still open, newest first.', content: json(InvitationsShape) } },
});
const add = createRoute({
  method: 'post',
  path: '/v1/invitations',
  request: jsonBody(InvitationAskedShape),
  responses: { 201: { description: 'The invitation is on its way.', content: json(InvitedShape) } },
});
const withdraw = createRoute({
  method: 'post',
  path: '/v1/invitations/{id}/withdraw',
  request: { params },
  responses: changed,
});

export interface MembersContext {
  readonly store: Store;
  readonly server: SignInServer;
  readonly mailer: Mailer;
}

export function membersApi({ store, server, mailer }: MembersContext): Api {
  const api = newApi();
  /** The mail goes once the transaction stands; whoever asked doesn't wait for the mail server. */
  const send = (orgId: string): void => void mailer.sendWaiting(orgId);
  const shown = (address: string): string | null => (server.mail ? null : address);

  api.openapi(list, async (context) => {
    const members = await store.inWork(actorAsked(context.req.raw), listMembers);
    return context.json(MembersShape.parse({ members }), 200);
  });
  api.openapi(sites, async (context) => {
    const named = await store.inWork(actorAsked(context.req.raw), namesOnRecord);
    return context.json(RecordNamesShape.parse(named), 200);
  });
  api.openapi(grants, async (context) => {
    const { id } = context.req.valid('param');
    const asked = context.req.valid('json');
    await store.inWork(actorAsked(context.req.raw), async (work) => changeGrants(work, id, asked.grants));
    return context.json({ changed: true }, 200);
  });
  api.openapi(end, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(actorAsked(context.req.raw), async (work) => endMember(work, id));
    return context.json({ changed: true }, 200);
  });
  api.openapi(password, async (context) => {
    const { id } = context.req.valid('param');
    const actor = actorAsked(context.req.raw);
    const origin = originOfLinks(context, server.address);
    const address = await store.inWork(actor, async (work) => offerNewPassword(work, id, origin));
    send(actor.orgId);
    return context.json({ address: shown(address) }, 200);
  });
  api.openapi(invitations, async (context) => {
    const listed = await store.inWork(actorAsked(context.req.raw), listInvitations);
    return context.json(InvitationsShape.parse({ invitations: listed }), 200);
  });
  api.openapi(add, async (context) => {
    const asked = context.req.valid('json');
    const actor = actorAsked(context.req.raw);
    const origin = originOfLinks(context, server.address);
    const { invitation, address } = await store.inWork(actor, async (work) => invite(work, asked, origin));
    send(actor.orgId);
    return context.json(InvitedShape.parse({ invitation, address: shown(address) }), 201);
  });
  api.openapi(withdraw, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(actorAsked(context.req.raw), async (work) => withdrawInvitation(work, id));
    return context.json({ changed: true }, 200);
  });
  return api;
}
