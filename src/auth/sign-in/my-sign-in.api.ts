// Routes of how oneself signs in: a new password, one-time codes, and how all of it stands.
import { createRoute, z } from '@hono/zod-openapi';
import { Fault } from '../../kernel/fault.ts';
import type { Store } from '../../platform/db/open.ts';
import { newApi, type Api } from '../../platform/http/api.ts';
import { actorAsked } from '../../platform/http/asked.ts';
import { myself } from '../members/myself.core.ts';
import { addressOf } from '../../platform/http/asking-address.ts';
import { attemptOpened, beginAttempt } from './attempts.use.ts';
import { browserOf, giveSession, later } from './browser.ts';
import { beginCode, codeStanding, confirmCode, endCode } from './code.use.ts';
import {
  CodeBegunShape,
  CodeToldShape,
  NewPasswordShape,
  RecoveryShape,
  SignInStandingShape,
} from './passkey.shape.ts';
import { listPasskeys } from './passkeys.use.ts';
import { hashPassword, isPassword } from './password.ts';
import { assertStrongPassword } from './password-strength.ts';
import { changePassword, ownPassword } from './password.use.ts';
import { doorOf, type SignInServer } from './server.core.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';

const done = { 200: { description: 'Done.', content: json(z.object({ done: z.literal(true) })) } };

const standing = createRoute({
  method: 'get',
  path: '/v1/me/sign-in',
  responses: { 200: { description: 'How one signs in.', content: json(SignInStandingShape) } },
});
const password = createRoute({
  method: 'post',
  path: '/v1/me/password',
  request: jsonBody(NewPasswordShape),
  responses: done,
});
const begin = createRoute({
  method: 'post',
  path: '/v1/me/code/begin',
  responses: { 200: { description: 'A secret for an app.', content: json(CodeBegunShape) } },
});
const confirm = createRoute({
  method: 'post',
  path: '/v1/me/code/confirm',
  request: jsonBody(CodeToldShape),
  responses: { 200: { description: 'Codes are asked for from now on.', content: json(RecoveryShape) } },
});
const end = createRoute({ method: 'post', path: '/v1/me/code/end', request: jsonBody(CodeToldShape), responses: done });

export function mySignInApi({ store, server }: { readonly store: Store; readonly server: SignInServer }): Api {
  const api = newApi();
  const yes = { done: true } as const;

  api.openapi(standing, async (context) => {
    const told = await store.inWork(myself(actorAsked(context.req.raw)), async (work) => ({
      password: (await ownPassword(work)).hash !== null,
      code: await codeStanding(work),
      passkeys: await listPasskeys(work),
    }));
    return context.json(SignInStandingShape.parse(told), 200);
  });

  api.openapi(password, async (context) => {
    const { current = '', password: wanted } = context.req.valid('json');
    const actor = myself(actorAsked(context.req.raw));
    const { member, hash } = await store.inWork(actor, ownPassword);
    if (hash !== null) await assertCurrent(context, `current ${member.id}`, current, hash);
    await assertStrongPassword(wanted, [member.name, member.email ?? '']);
    const kept = await hashPassword(wanted, server.cost);
    const { device } = browserOf(context);
    const session = await store.inWork(actor, async (work) => changePassword(work, kept, device));
    giveSession(context, { session, known: null });
    return context.json(yes, 200);
  });

  api.openapi(begin, async (context) =>
    context.json(await store.inWork(myself(actorAsked(context.req.raw)), beginCode), 200),
  );
  api.openapi(confirm, async (context) => {
    const { code } = context.req.valid('json');
    const recovery = await store.inWork(myself(actorAsked(context.req.raw)), async (work) => confirmCode(work, code));
    return context.json({ recovery }, 200);
  });
  api.openapi(end, async (context) => {
    const { code } = context.req.valid('json');
    const actor = myself(actorAsked(context.req.raw));
    await counted(context, `code ${actor.id}`, async () => store.inWork(actor, async (work) => endCode(work, code)));
    return context.json(yes, 200);
  });
  return api;

  async function assertCurrent(
    context: Parameters<typeof counted>[0],
    account: string,
    told: string,
    hash: string,
  ): Promise<void> {
    await counted(context, account, async () => {
      if (await isPassword(told, hash, server.cost)) return;
      throw new Fault('password-refused', 'unready', 'That is not your password until now. Type it again.');
    });
  }

  /** Guesses wait, as at the door: a session that was left open is no place to guess in. */
  async function counted(
    context: Parameters<typeof browserOf>[0] & { readonly env: unknown },
    account: string,
    attempt: () => Promise<void>,
  ): Promise<void> {
    const address = addressOf(context.env);
    const door = doorOf(server);
    const begun = await store.inWork(door, async (work) => beginAttempt(work, { account, address, device: null }));
    if ('wait' in begun) throw later(context, begun.wait);
    await attempt();
    await store.inWork(door, async (work) => attemptOpened(work, begun));
  }
}
