// Routes of whoever is at the door: who am I, the first set-up, looking around the demo, in with a password, out again.
import { createRoute, z } from '@hono/zod-openapi';
import type { Actor } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Store } from '../../platform/db/open.ts';
import { newApi, type Api } from '../../platform/http/api.ts';
import { askedOf } from '../../platform/http/asked.ts';
import { addressOf } from '../../platform/http/asking-address.ts';
import { myself } from '../members/myself.core.ts';
import { emailOf } from '../members/member.core.ts';
import { beginAttempt } from './attempts.use.ts';
import { browserOf, giveSession, later, takeSession, type Asking } from './browser.ts';
import { lookAroundAs } from './look-around.use.ts';
import { MeShape, type Me } from './me.shape.ts';
import { readMe } from './me.use.ts';
import { hashPassword, isCheap, isPassword } from './password.ts';
import { assertStrongPassword } from './password-strength.ts';
import { doorOf, type SignInServer } from './server.core.ts';
import { endSessions } from './sessions.use.ts';
import { checkSetUp, setUp } from './set-up.use.ts';
import { LookAroundShape, SetUpShape, SignedInShape, SignInShape } from './sign-in.shape.ts';
import { beginPasswordTry, endPasswordTry, signIn, signInRefused, type SignedIn } from './sign-in.use.ts';
import { isTerminalToken } from './terminal-token.ts';
import { sessionOf } from './told-session.ts';
import { waysHere } from './ways.core.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';

const me = createRoute({
  method: 'get',
  path: '/v1/me',
  responses: { 200: { description: 'Who asks, or how to sign in.', content: json(MeShape) } },
});
const first = createRoute({
  method: 'post',
  path: '/v1/set-up',
  request: jsonBody(SetUpShape),
  responses: { 201: { description: 'The owner, signed in.', content: json(MeShape) } },
});
const around = createRoute({
  method: 'post',
  path: '/v1/look-around',
  request: jsonBody(LookAroundShape),
  responses: { 200: { description: 'Somebody of the demo, signed in.', content: json(MeShape) } },
});
const into = createRoute({
  method: 'post',
  path: '/v1/sign-in',
  request: jsonBody(SignInShape),
  responses: {
    200: { description: 'Signed in, or a code is wanted beside the password.', content: json(SignedInShape) },
  },
});
const out = createRoute({
  method: 'post',
  path: '/v1/sign-out',
  responses: {
    200: { description: 'This browser is nobody any more.', content: json(z.object({ signedOut: z.boolean() })) },
  },
});

export function sessionApi({ store, server }: { readonly store: Store; readonly server: SignInServer }): Api {
  const api = newApi();
  const door = doorOf(server);

  api.openapi(me, async (context) =>
    context.json(MeShape.parse(await readAs(context, askedOf(context.req.raw)?.actor ?? null)), 200),
  );

  api.openapi(first, async (context) => {
    const { token, password, ...told } = context.req.valid('json');
    await assertTerminal(context, token);
    await store.inWork(door, checkSetUp);
    await assertStrongPassword(password, [told.name, told.email, told.organisation?.name ?? '']);
    const hash = await hashPassword(password, server.cost);
    const standards = (await server.beginsWith?.()) ?? [];
    const signedIn = await store.inWork(door, async (work) =>
      signIn(work, await setUp(work, told, hash, standards), 'set-up', browserOf(context).device),
    );
    return context.json(await begin(context, signedIn), 201);
  });

  api.openapi(around, async (context) => {
    const { token, as } = context.req.valid('json');
    if (!server.demo)
      throw new Fault(
        'not-the-demo',
        'forbidden',
        'Only the demo may be looked around in. Sign in, or start the demo: npm start.',
      );
    await assertTerminal(context, token);
    const signedIn = await store.inWork(door, async (work) =>
      signIn(work, await lookAroundAs(work, as), 'look-around', browserOf(context).device),
    );
    return context.json(await begin(context, signedIn), 200);
  });

  api.openapi(into, async (context) => {
    const { email: told, password, code } = context.req.valid('json');
    const email = emailOf(told);
    const { device, known } = browserOf(context);
    const address = addressOf(context.env);
    const tried = await store.inWork(door, async (work) => beginPasswordTry(work, email, { address, device: known }));
    if ('wait' in tried) throw later(context, tried.wait);
    const { member, hash, attempt } = tried;
    if (!(await isPassword(password, hash, server.cost)) || member === null || hash === null) throw signInRefused();
    const rehashed = isCheap(hash, server.cost) ? await hashPassword(password, server.cost) : null;
    const signedIn = await store.inWork(door, async (work) =>
      endPasswordTry(work, { attempt, member, email }, { code, device, rehashed }),
    );
    if (signedIn === 'code') return context.json({ needs: 'code' as const, me: null }, 200);
    if (signedIn === null) throw signInRefused();
    return context.json({ needs: null, me: await begin(context, signedIn) }, 200);
  });

  api.openapi(out, async (context) => {
    const telling = sessionOf(context.req.raw);
    takeSession(context);
    if (telling)
      await store.inWork(myself(telling.actor), async (work) => endSessions(work, { id: telling.session.id }));
    return context.json({ signedOut: telling !== null }, 200);
  });
  return api;

  async function readAs(context: Asking, actor: Actor | null): Promise<Me> {
    const ways = waysHere(server, browserOf(context).host);
    return store.inWork(door, async (work) => readMe(work, actor, server.demo, ways));
  }

  async function begin(context: Asking, signedIn: SignedIn): Promise<Me> {
    giveSession(context, signedIn);
    return MeShape.parse(await readAs(context, signedIn.actor));
  }

  /** Guesses at the terminal's token wait like guesses at a password. */
  async function assertTerminal(context: Asking & { readonly env: unknown }, told: string): Promise<void> {
    const address = addressOf(context.env);
    const attempt = await store.inWork(door, async (work) =>
      isTerminalToken(told, server.terminalToken) ? null : beginAttempt(work, { account: null, address, device: null }),
    );
    if (attempt === null) return;
    if ('wait' in attempt) throw later(context, attempt.wait);
    throw new Fault(
      'terminal-token-refused',
      'signed-out',
      'That is not what the server printed in its terminal. Each start prints a new one: copy the last.',
    );
  }
}
