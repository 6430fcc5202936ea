// Routes of the record: bring it in whole, and ask what held on a day.
import { createRoute } from '@hono/zod-openapi';
import { matchToRecord } from '../contacts/contacts.use.ts';
import { readSitesAndPeople } from '../people/people-record.use.ts';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { loadPacks } from '../standards/packs.use.ts';
import { importRecord } from './import-record.use.ts';
import { readHeldOn } from './record-as-of.use.ts';
import { AsOfQueryShape, HeldThenShape, RecordFilesShape, RecordImportShape } from './record.shape.ts';

const json = <T>(schema: T) => ({ 'application/json': { schema } });

const bring = createRoute({
  method: 'post',
  path: '/v1/record',
  request: { body: { content: json(RecordFilesShape), required: true } },
  responses: {
    200: { description: 'What went in, what was refused, what to look at.', content: json(RecordImportShape) },
  },
});

const asOf = createRoute({
  method: 'get',
  path: '/v1/record/as-of',
  request: { query: AsOfQueryShape },
  responses: { 200: { description: 'Everything that held that day.', content: json(HeldThenShape) } },
});

export function recordApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(bring, async (context) => {
    const files = context.req
      .valid('json')
      .files.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') }));
    const packs = await loadPacks(ownPacks);
    const standards = packs.flatMap((pack) => pack.standards.map((one) => one.id));
    const done = await store.inWork(actorOf(context.req.raw), async (work) => {
      const taken = await importRecord(
        work,
        files,
        standards,
        packs.map((pack) => pack.name),
      );
      // Contacts may have come first: now that the record knows their reps and sites, they get its ids.
      const { people, sites } = await readSitesAndPeople(work);
      await matchToRecord(work, people, sites);
      return taken;
    });
    return context.json({ taken: { ...done.taken }, rejects: [...done.rejects], warnings: [...done.warnings] }, 200);
  });
  api.openapi(asOf, async (context) => {
    const { day, site, person } = context.req.valid('query');
    const held = await store.inWork(actorOf(context.req.raw), async (work) =>
      readHeldOn(work, { day, ...(site === undefined ? {} : { site }), ...(person === undefined ? {} : { person }) }),
    );
    return context.json(held, 200);
  });
  return api;
}
