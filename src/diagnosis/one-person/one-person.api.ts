// Routes of people: the list of names, one person's page, and whom a code stands for whom the record doesn't know.
import { createRoute, z } from '@hono/zod-openapi';
import { listPeople } from '../../people/people-list.use.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json } from '../../platform/http/json-content.ts';
import { PageQueryShape, pageOf, placeIn, toPage } from '../../platform/http/pages.ts';
import { assertMayReadPeople } from './one-person.access.ts';
import { ListedPersonShape, OnePersonShape, PeopleQueryShape } from './one-person.shape.ts';
import { readPerson } from './one-person.use.ts';
import { AskRepCodeShape, RepCodeShape } from './rep-code.shape.ts';
import { readRepCode } from './rep-code.use.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/people',
  request: { query: PageQueryShape.extend(PeopleQueryShape.shape) },
  responses: {
    200: { description: 'By name, each with their posts of today.', content: json(pageOf(ListedPersonShape)) },
  },
});

const one = createRoute({
  method: 'get',
  path: '/v1/people/{id}',
  request: { params: z.object({ id: z.string().max(400) }) },
  responses: { 200: { description: 'What the record and their contacts say.', content: json(OnePersonShape) } },
});

const whose = createRoute({
  method: 'post',
  path: '/v1/people/code',
  request: { body: { content: json(AskRepCodeShape), required: true } },
  responses: {
    200: { description: 'Where they served, and whether the name is theirs.', content: json(RepCodeShape) },
  },
});

const place = [/^[^\0]{0,400}$/, /^[^\0]{1,400}$/] as const;

export function onePersonApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const { after, limit, site, words } = context.req.valid('query');
    const [name = '', id = ''] = after === undefined ? [] : placeIn(after, place);
    const found = await store.inWork(actorOf(context.req.raw), async (work) => {
      assertMayReadPeople(work.actor);
      return listPeople(work, { site, words }, after === undefined ? null : { name, id }, limit);
    });
    const page = toPage(found, limit, (last) => [last.name.toLowerCase(), last.id]);
    const items = page.items.map(({ posts, ...person }) => ({
      ...person,
      posts: posts.map(({ role, site: at, siteName }) => ({ role, site: { id: at, name: siteName ?? at } })),
    }));
    return context.json({ items, next: page.next }, 200);
  });
  api.openapi(one, async (context) => {
    const { id } = context.req.valid('param');
    const person = await store.inWork(actorOf(context.req.raw), async (work) => readPerson(work, id));
    return context.json(OnePersonShape.parse(person), 200);
  });
  api.openapi(whose, async (context) => {
    const { code, name } = context.req.valid('json');
    return context.json(
      await store.inWork(actorOf(context.req.raw), async (work) => readRepCode(work, code, name)),
      200,
    );
  });
  return api;
}
