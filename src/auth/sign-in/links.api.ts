// Routes of whoever has a link, or forgot their password: nobody is signed in yet.
import { createRoute } from '@hono/zod-openapi';
import type { Store } from '../../platform/db/open.ts';
import { newApi, type Api } from '../../platform/http/api.ts';
import { addressOf } from '../../platform/http/asking-address.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { emailOf } from '../members/member.core.ts';
import { readOrganisation } from '../../people/people-record.use.ts';
import { beginAttempt } from './attempts.use.ts';
import { browserOf, giveSession, later, originOfStrangersLinks } from './browser.ts';
import { asksForCode } from './code.use.ts';
import { acceptLink, forgotPassword, openLink } from './links.use.ts';
import {
  ForgottenShape,
  LinkAcceptedShape,
  LinkTakenShape,
  LinkToldShape,
  OpenedLinkShape,
  SaidShape,
} from './link.shape.ts';
import { hashPassword } from './password.ts';
import { assertStrongPassword } from './password-strength.ts';
import { doorOf, type SignInServer } from './server.core.ts';
import { signIn } from './sign-in.use.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';

const open = createRoute({
  method: 'post',
  path: '/v1/links/open',
  request: jsonBody(LinkToldShape),
  responses: { 200: { description: 'What the link is for.', content: json(OpenedLinkShape) } },
});
const accept = createRoute({
  method: 'post',
  path: '/v1/links/accept',
  request: jsonBody(LinkTakenShape),
  responses: { 200: { description: 'The password is set.', content: json(LinkAcceptedShape) } },
});
const forgotten = createRoute({
  method: 'post',
  path: '/v1/sign-in/forgotten',
  request: jsonBody(ForgottenShape),
  responses: { 200: { description: 'The same answer whoever it is.', content: json(SaidShape) } },
});

export interface LinksContext {
  readonly store: Store;
  readonly server: SignInServer;
  readonly mailer: Mailer;
}

export function linksApi({ store, server, mailer }: LinksContext): Api {
  const api = newApi();
  const door = doorOf(server);

  api.openapi(open, async (context) => {
    const { token } = context.req.valid('json');
    const told = await store.inWork(door, async (work) => {
      const { kind, email, name, grants } = await openLink(work, token);
      return { kind, email, name, grants, organisation: (await readOrganisation(work))?.name ?? null };
    });
    return context.json(OpenedLinkShape.parse(told), 200);
  });

  api.openapi(accept, async (context) => {
    const { token, name, password } = context.req.valid('json');
    const link = await store.inWork(door, async (work) => openLink(work, token));
    await assertStrongPassword(password, [name ?? link.name, link.email]);
    const hash = await hashPassword(password, server.cost);
    const { device } = browserOf(context);
    const signedIn = await store.inWork(door, async (work) => {
      const member = await acceptLink(work, link, { name, hash });
      // Whoever reads the mail alone is not whoever has the telephone too.
      return (await asksForCode(work, member)) ? null : signIn(work, member, 'link', device);
    });
    if (signedIn) giveSession(context, signedIn);
    return context.json({ signedIn: signedIn !== null }, 200);
  });

  api.openapi(forgotten, async (context) => {
    const email = emailOf(context.req.valid('json').email);
    const origin = originOfStrangersLinks(context, server.address);
    const asking = { account: `forgotten ${email}`, address: addressOf(context.env), device: null };
    const attempt = await store.inWork(door, async (work) => {
      const counted = await beginAttempt(work, asking);
      if (!('wait' in counted) && origin !== null) await forgotPassword(work, email, origin);
      return counted;
    });
    if ('wait' in attempt) throw later(context, attempt.wait);
    void mailer.sendWaiting(server.orgId);
    return context.json({ says: saysOfForgotten(server.mail, origin !== null) }, 200);
  });
  return api;
}

function saysOfForgotten(mail: boolean, named: boolean): string {
  if (!named) return 'This server has no name that a link could lead to: ask an owner for a link to a new password.';
  return mail
    ? 'If somebody signs in by this address, a link is on its way to it.'
    : 'This server sends no mail: ask an owner, who sees the link in their settings.';
}
