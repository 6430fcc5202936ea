// Routes of single sign-on: off to the provider, and back from it.
import { createRoute, z } from '@hono/zod-openapi';
import { Fault } from '../../kernel/fault.ts';
import type { Store } from '../../platform/db/open.ts';
import { newApi, type Api } from '../../platform/http/api.ts';
import { browserOf, give, giveSession } from './browser.ts';
import { readCookie } from './cookie.core.ts';
import { OpenIdProvider } from './open-id.ts';
import { doorOf, type SignInServer } from './server.core.ts';
import { keepLeaving, signInVouched, takeLeaving } from './single-sign-on.use.ts';

const leave = createRoute({
  method: 'post',
  path: '/v1/sign-in/single-sign-on',
  responses: {
    200: {
      description: 'Where the browser goes.',
      content: { 'application/json': { schema: z.object({ address: z.string() }) } },
    },
  },
});
const arrive = createRoute({
  method: 'get',
  path: '/v1/sign-in/single-sign-on/return',
  responses: { 302: { description: 'To the app, signed in or with the reason why not.' } },
});

const cookie = 'leaving';
const returnPath = '/v1/sign-in/single-sign-on/return';

export function singleSignOnApi({ store, server }: { readonly store: Store; readonly server: SignInServer }): Api {
  const api = newApi();
  const door = doorOf(server);
  const provider = server.singleSignOn === null ? null : new OpenIdProvider(server.singleSignOn);

  api.openapi(leave, async (context) => {
    if (provider === null) throw unset();
    const back = `${browserOf(context).origin}${returnPath}`;
    const { address, kept } = await provider.leave(back).catch(() => {
      throw away();
    });
    const id = await store.inWork(door, async (work) => keepLeaving(work, { ...kept, back }));
    // It must come along when the provider sends the browser back here: the one cookie that may.
    give(context, { name: cookie, value: id, lasts: 600, fromElsewhere: true });
    return context.json({ address }, 200);
  });

  api.openapi(arrive, async (context) => {
    try {
      if (provider === null) throw unset();
      const { host, device } = browserOf(context);
      const id = readCookie(host, context.req.header('cookie'), cookie);
      give(context, { name: cookie, value: '', lasts: 0, fromElsewhere: true });
      const { back, ...kept } = await store.inWork(door, async (work) => takeLeaving(work, id ?? ''));
      const arrivedAt = new URL(back);
      arrivedAt.search = new URL(context.req.url).search;
      const arrived = await provider.arrive(arrivedAt, kept).catch(() => null);
      if (!arrived)
        throw new Fault(
          'single-sign-on-refused',
          'signed-out',
          'The sign-in was cancelled, or what came back does not fit. Begin again.',
        );
      giveSession(context, await store.inWork(door, async (work) => signInVouched(work, arrived, device)));
      return context.redirect('/', 302);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      // A person stands here, not a program: the page tells why.
      return context.redirect(`/?refused=${error.slug}`, 302);
    }
  });
  return api;
}

function unset(): Fault {
  return new Fault(
    'single-sign-on-unset',
    'missing',
    'No single sign-on is set for this server. Sign in with a password.',
  );
}

function away(): Fault {
  return new Fault(
    'single-sign-on-away',
    'unavailable',
    'The accounts of your organisation do not answer. Try again, or sign in with a password.',
  );
}
