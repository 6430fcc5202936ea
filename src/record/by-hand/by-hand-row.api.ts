// Routes of the record by hand: the form of a row, the row kept, the row taken out again.
import { createRoute } from '@hono/zod-openapi';
import { matchToRecord } from '../../contacts/contacts.use.ts';
import { readSitesAndPeople } from '../../people/people-record.use.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { loadPacks } from '../../standards/packs.use.ts';
import { listStandards } from '../../standards/standards.use.ts';
import { titleOf } from '../../standards/title.core.ts';
import {
  RowByHandShape,
  RowFormQueryShape,
  RowFormShape,
  TakenByHandShape,
  TakeOutShape,
} from './by-hand-row.shape.ts';
import { readRowForm } from './row-form.use.ts';
import { takeOutByHand } from './take-out.use.ts';
import { takeRowByHand, type RowByHand } from './take-row.use.ts';

const form = createRoute({
  method: 'get',
  path: '/v1/record/form',
  request: { query: RowFormQueryShape },
  responses: { 200: { description: 'What the form asks.', content: json(RowFormShape) } },
});

const keep = createRoute({
  method: 'post',
  path: '/v1/record/rows',
  request: jsonBody(RowByHandShape),
  responses: { 200: { description: 'On record.', content: json(TakenByHandShape) } },
});

const takeOut = createRoute({
  method: 'post',
  path: '/v1/record/rows/take-out',
  request: jsonBody(TakeOutShape),
  responses: { 204: { description: 'No longer on record; what it said stays among the old rows.' } },
});

/** Rows by which contacts that came first are matched to people and sites. */
const whoAndWhere: readonly RowByHand['kind'][] = ['people', 'posts', 'sites'];

export function byHandRowApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(form, async (context) => {
    const { kind, key } = context.req.valid('query');
    const told = await store.inWork(actorOf(context.req.raw), async (work) => readRowForm(work, kind, key));
    const names = told.fields.some((one) => one.kind === 'standard') || told.text;
    const standards = names
      ? listStandards(await loadPacks(ownPacks)).map((one) => ({ id: one.id, title: titleOf(one) }))
      : [];
    return context.json(RowFormShape.parse({ ...told, standards }), 200);
  });
  api.openapi(keep, async (context) => {
    const { kind, cells, text, replaces } = context.req.valid('json');
    const row = { kind, cells, ...(text === undefined ? {} : { text }), ...(replaces ? { replaces } : {}) };
    const packs = await loadPacks(ownPacks);
    const standards = packs.flatMap((pack) => pack.standards.map((one) => one.id));
    const taken = await store.inWork(actorOf(context.req.raw), async (work) => {
      const done = await takeRowByHand(
        work,
        row,
        standards,
        packs.map((pack) => pack.name),
      );
      if (whoAndWhere.includes(kind)) {
        const { people, sites } = await readSitesAndPeople(work);
        await matchToRecord(work, people, sites);
      }
      return done;
    });
    return context.json({ ...taken, warnings: [...taken.warnings] }, 200);
  });
  api.openapi(takeOut, async (context) => {
    const { kind, key, digest } = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => takeOutByHand(work, kind, key, digest));
    return context.body(null, 204);
  });
  return api;
}
