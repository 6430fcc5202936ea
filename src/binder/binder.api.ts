// Routes of judge's files and of checkpoints. Who may: src/auth/routes.core.ts.
import { createRoute, z } from '@hono/zod-openapi';
import type { Actor } from '../kernel/actor.ts';
import type { Store } from '../platform/db/open.ts';
import { newApi, type Api } from '../platform/http/api.ts';
import { json, jsonBody } from '../platform/http/json-content.ts';
import {
  AddressesShape,
  AskBundleShape,
  BundleChoicesShape,
  BundleAskedShape,
  BundleShape,
  BundlesShape,
  BundleSummaryShape,
  CheckpointShape,
  CheckpointsShape,
} from './binder.shape.ts';
import type { Bundle, BundleAsked, BundleSummary } from './bundle.core.ts';
import { askForBundle, dropBundle, listBundles, previewBundle, readBundle, takeBundle } from './bundles.use.ts';
import { readChoices } from './choices.use.ts';
import { chooseAddresses, giveCheckpoint, readCheckpoints } from './seal/checkpoint.use.ts';
import { sealAll } from './seal/seal.job.ts';
import { offlinePage } from './verify/offline-page.ts';

const params = z.object({ id: z.string() });
const preview = createRoute({
  method: 'post',
  path: '/v1/bundles/preview',
  request: jsonBody(BundleAskedShape),
  responses: {
    200: { description: 'What would be in it, and what is not on record.', content: json(BundleSummaryShape) },
  },
});
const choices = createRoute({
  method: 'get',
  path: '/v1/bundle-choices',
  responses: {
    200: { description: 'Sites, people, documents and standards by name.', content: json(BundleChoicesShape) },
  },
});
const ask = createRoute({
  method: 'post',
  path: '/v1/bundles',
  request: jsonBody(AskBundleShape),
  responses: { 202: { description: 'It is being made.', content: json(BundleShape) } },
});
const list = createRoute({
  method: 'get',
  path: '/v1/bundles',
  responses: { 200: { description: 'The newest first.', content: json(BundlesShape) } },
});
const read = createRoute({
  method: 'get',
  path: '/v1/bundles/{id}',
  request: { params },
  responses: { 200: { description: 'How far it is, or what it came to.', content: json(BundleShape) } },
});
const take = createRoute({
  method: 'get',
  path: '/v1/bundles/{id}/file',
  request: { params },
  responses: { 200: { description: 'The file.', content: { 'application/zip': { schema: z.string() } } } },
});
const drop = createRoute({
  method: 'delete',
  path: '/v1/bundles/{id}/file',
  request: { params },
  responses: { 204: { description: 'The copy is here no more; that it was made, and its hash, stay.' } },
});
const checkpoints = createRoute({
  method: 'get',
  path: '/v1/checkpoints',
  responses: { 200: { description: 'The newest first, with the public key.', content: json(CheckpointsShape) } },
});
const sign = createRoute({
  method: 'post',
  path: '/v1/checkpoints',
  responses: { 200: { description: 'Everything on record is sealed and signed.', content: json(CheckpointShape) } },
});
const give = createRoute({
  method: 'post',
  path: '/v1/checkpoints/{size}/take',
  request: {
    params: z.object({
      size: z
        .string()
        .regex(/^\d{1,15}$/)
        .describe('Lines of the history that it covers.'),
    }),
  },
  responses: { 200: { description: 'The signed note; that it left is noted.', content: json(CheckpointShape) } },
});
const address = createRoute({
  method: 'put',
  path: '/v1/checkpoints/addresses',
  request: jsonBody(AddressesShape),
  responses: { 204: { description: 'They get each day’s checkpoint from now on.' } },
});
const verifier = createRoute({
  method: 'get',
  path: '/v1/verifier',
  responses: {
    200: {
      description: 'The page that checks a judge’s file offline.',
      content: { 'text/html': { schema: z.string() } },
    },
  },
});

export interface BinderContext {
  readonly store: Store;
  readonly actorOf: (request: Request) => Actor;
  /** A job was asked for. */
  readonly look: () => void;
}

export function binderApi({ store, actorOf, look }: BinderContext): Api {
  const api = newApi();
  api.openapi(preview, async (context) => {
    const asked = askedIn(context.req.valid('json'));
    return context.json(
      summary(await store.inWork(actorOf(context.req.raw), async (work) => previewBundle(work, asked))),
      200,
    );
  });
  api.openapi(choices, async (context) => context.json(await store.inWork(actorOf(context.req.raw), readChoices), 200));
  api.openapi(ask, async (context) => {
    const { hold, ...rest } = context.req.valid('json');
    const asked = askedIn(rest);
    const bundle = await store.inWork(actorOf(context.req.raw), async (work) => askForBundle(work, asked, hold));
    look();
    return context.json(told(bundle), 202);
  });
  api.openapi(list, async (context) => {
    const bundles = await store.inWork(actorOf(context.req.raw), listBundles);
    return context.json({ bundles: bundles.map((one) => ({ ...told(one), by: one.by })) }, 200);
  });
  api.openapi(read, async (context) => {
    const { id } = context.req.valid('param');
    return context.json(told(await store.inWork(actorOf(context.req.raw), async (work) => readBundle(work, id))), 200);
  });
  api.openapi(take, async (context) => {
    const { id } = context.req.valid('param');
    const { bundle, file } = await store.inWork(actorOf(context.req.raw), async (work) => takeBundle(work, id));
    const name = `judges-file-${bundle.asked.from}${bundle.asked.to === bundle.asked.from ? '' : `-to-${bundle.asked.to}`}.zip`;
    return new Response(Uint8Array.from(file), {
      headers: {
        'content-type': 'application/zip',
        'content-length': String(file.length),
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
    }) as never;
  });
  api.openapi(drop, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => dropBundle(work, id));
    return context.body(null, 204);
  });
  api.openapi(checkpoints, async (context) => {
    const found = await store.inWork(actorOf(context.req.raw), readCheckpoints);
    const listed = found.checkpoints.map(({ size, root, madeAt, left }) => ({ size, root, madeAt, left: [...left] }));
    return context.json({ key: found.key, addresses: [...found.addresses], checkpoints: listed }, 200);
  });
  api.openapi(sign, async (context) => {
    const { size, note } = await sealAll(store, actorOf(context.req.raw));
    return context.json({ size, note }, 200);
  });
  api.openapi(give, async (context) => {
    const size = Number(context.req.valid('param').size);
    return context.json(
      { size, note: await store.inWork(actorOf(context.req.raw), async (work) => giveCheckpoint(work, size)) },
      200,
    );
  });
  api.openapi(address, async (context) => {
    const { addresses } = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => chooseAddresses(work, addresses));
    return context.body(null, 204);
  });
  api.openapi(
    verifier,
    async () =>
      new Response(offlinePage(), {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-disposition': 'attachment; filename="verify.html"',
        },
      }) as never,
  );
  return api;
}

function askedIn({ from, to, site, person, document, standard }: z.infer<typeof BundleAskedShape>): BundleAsked {
  return {
    from,
    to,
    ...(site === undefined ? {} : { site }),
    ...(person === undefined ? {} : { person }),
    ...(document === undefined ? {} : { document }),
    ...(standard === undefined ? {} : { standard }),
  };
}

function summary({ sections, nothing }: BundleSummary): z.infer<typeof BundleSummaryShape> {
  return { sections: { ...sections }, nothing: [...nothing] };
}

function told({ askedBy: _by, counts, ...bundle }: Bundle): z.infer<typeof BundleShape> {
  const { id, asked, state, done, of, says, askedAt, madeAt, bytes, pages, sha256, line, kept } = bundle;
  return {
    id,
    asked,
    state,
    done,
    of,
    says,
    askedAt,
    madeAt,
    bytes,
    pages,
    sha256,
    line,
    kept,
    counts: counts && summary(counts),
  };
}
