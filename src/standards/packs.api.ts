// Routes of sets of standards: list them, choose which are kept, put an own one in place, take it out, read its file.
import { readFile } from 'node:fs/promises';
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { json, jsonBody } from '../platform/http/json-content.ts';
import { choosePacks, listPacks, packUnknown } from './choose-packs.use.ts';
import { dropOwnPack, putOwnPack } from './own-pack.use.ts';
import { ChoosePacksShape, OwnPackShape, PacksShape, PutPackShape } from './packs.shape.ts';
import { loadPacks, pathOf } from './packs.use.ts';
import { mayChangeStandards } from './standards.access.ts';

const params = z.object({ name: z.string().regex(/^[a-z0-9-]{1,100}$/) });

const list = createRoute({
  method: 'get',
  path: '/v1/packs',
  responses: { 200: { description: 'Each with how much of it is kept.', content: json(PacksShape) } },
});

const choose = createRoute({
  method: 'put',
  path: '/v1/packs/kept',
  request: jsonBody(ChoosePacksShape),
  responses: { 200: { description: 'Chosen; the next marking is by these.', content: json(PacksShape) } },
});

const put = createRoute({
  method: 'post',
  path: '/v1/packs',
  request: jsonBody(OwnPackShape),
  responses: { 201: { description: 'It is in place.', content: json(PutPackShape) } },
});

const drop = createRoute({
  method: 'delete',
  path: '/v1/packs/{name}',
  request: { params },
  responses: { 204: { description: 'It is taken out.' } },
});

const file = createRoute({
  method: 'get',
  path: '/v1/packs/{name}/file',
  request: { params },
  responses: { 200: { description: 'As it was written.', content: { 'application/yaml': { schema: z.string() } } } },
});

export function packsApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => context.json(await told(context.req.raw), 200));
  api.openapi(choose, async (context) => {
    const asked = context.req.valid('json');
    const packs = await loadPacks(ownPacks);
    await store.inWork(actorOf(context.req.raw), async (work) =>
      choosePacks(work, packs, 'choose' in asked ? asked.choose : asked),
    );
    return context.json(await told(context.req.raw), 200);
  });
  api.openapi(put, async (context) => {
    const { text } = context.req.valid('json');
    const name = await store.inWork(actorOf(context.req.raw), async (work) => putOwnPack(work, ownPacks, text));
    return context.json({ name }, 201);
  });
  api.openapi(drop, async (context) => {
    const { name } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => dropOwnPack(work, ownPacks, name));
    return context.body(null, 204);
  });
  api.openapi(file, async (context) => {
    const { name } = context.req.valid('param');
    const found = (await loadPacks(ownPacks)).find((pack) => pack.name === name);
    if (!found) throw packUnknown();
    const headers = {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.yaml"`,
    };
    return new Response(await readFile(pathOf(found), 'utf8'), { headers }) as never;
  });
  return api;

  async function told(request: Request): Promise<z.infer<typeof PacksShape>> {
    const packs = await loadPacks(ownPacks);
    const actor = actorOf(request);
    const found = await store.inWork(actor, async (work) => listPacks(work, packs, ownPacks));
    return { packs: found, change: mayChangeStandards(actor) };
  }
}
