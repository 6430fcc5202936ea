// Routes of passkeys: in with one, and one's own.
import { createRoute, z } from '@hono/zod-openapi';
import { Fault } from '../../kernel/fault.ts';
import type { Store } from '../../platform/db/open.ts';
import { newApi, type Api } from '../../platform/http/api.ts';
import { actorAsked } from '../../platform/http/asked.ts';
import { myself } from '../members/myself.core.ts';
import { browserOf, giveSession, type Asking } from './browser.ts';
import { NewPasskeyShape, PasskeyAnswerShape, PasskeyAskedShape } from './passkey.shape.ts';
import { addPasskey, askForPasskey, beginPasskey, removePasskey, signInWithPasskey } from './passkeys.use.ts';
import { doorOf, type SignInServer } from './server.core.ts';
import { nameOf, waysHere } from './ways.core.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';

const done = { 200: { description: 'Done.', content: json(z.object({ done: z.literal(true) })) } };
const asks = { 200: { description: 'What to ask the browser for.', content: json(PasskeyAskedShape) } };

const askIn = createRoute({ method: 'post', path: '/v1/sign-in/passkey/options', responses: asks });
const into = createRoute({
  method: 'post',
  path: '/v1/sign-in/passkey',
  request: jsonBody(PasskeyAnswerShape),
  responses: done,
});
const askNew = createRoute({ method: 'post', path: '/v1/me/passkeys/options', responses: asks });
const add = createRoute({
  method: 'post',
  path: '/v1/me/passkeys',
  request: jsonBody(NewPasskeyShape),
  responses: done,
});
const remove = createRoute({
  method: 'post',
  path: '/v1/me/passkeys/{id}/remove',
  request: { params: z.object({ id: z.string() }) },
  responses: done,
});

export function passkeysApi({ store, server }: { readonly store: Store; readonly server: SignInServer }): Api {
  const api = newApi();
  const door = doorOf(server);
  const yes = { done: true } as const;

  api.openapi(askIn, async (context) => {
    const place = placeOf(context);
    return context.json(await store.inWork(door, async (work) => askForPasskey(work, place)), 200);
  });
  api.openapi(into, async (context) => {
    const told = context.req.valid('json');
    const { device } = browserOf(context);
    const place = placeOf(context);
    const signedIn = await store.inWork(door, async (work) => signInWithPasskey(work, place, { ...told, device }));
    giveSession(context, signedIn);
    return context.json(yes, 200);
  });
  api.openapi(askNew, async (context) => {
    const place = placeOf(context);
    return context.json(
      await store.inWork(myself(actorAsked(context.req.raw)), async (work) => beginPasskey(work, place)),
      200,
    );
  });
  api.openapi(add, async (context) => {
    const told = context.req.valid('json');
    const place = placeOf(context);
    await store.inWork(myself(actorAsked(context.req.raw)), async (work) => addPasskey(work, place, told));
    return context.json(yes, 200);
  });
  api.openapi(remove, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(myself(actorAsked(context.req.raw)), async (work) => removePasskey(work, id));
    return context.json(yes, 200);
  });
  return api;

  function placeOf(context: Asking): { name: string; origin: string } {
    const { host, origin } = browserOf(context);
    if (waysHere(server, host).passkey) return { name: nameOf(host), origin };
    throw new Fault(
      'passkey-without-name',
      'unready',
      'A passkey is bound to a name, and this server was called by an address in numbers. Open it as localhost, or by its name.',
    );
  }
}
