// Routes by which contacts leave: one as a vCon, all that a query finds as vCons, and tables for spreadsheets.
import { createRoute, z } from '@hono/zod-openapi';
import type { Actor } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import { ContactQueryShape } from '../../marking/search/contacts.shape.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { streamLines } from '../../platform/http/lines.ts';
import { csvLine, type Cell } from '../../kernel/csv-line.ts';
import { workbook } from '../../platform/http/table-file.ts';
import { loadLadder } from '../load-ladder.use.ts';
import type { OneContact } from '../one-contact/one-contact.shape.ts';
import { readContact } from '../one-contact/one-contact.use.ts';
import { downloads, headsOf, rowsOf, type Download } from './download-rows.use.ts';
import { eachFound } from './each-found.job.ts';
import { toVcon } from './to-vcon.use.ts';

const vconType = 'application/vcon+json';
const anything = z.record(z.string(), z.unknown());

const one = createRoute({
  method: 'get',
  path: '/v1/contacts/{id}/vcon',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: { description: 'A vCon with the marks as an analysis.', content: { [vconType]: { schema: anything } } },
  },
});
const all = createRoute({
  method: 'get',
  path: '/v1/vcons',
  request: { query: ContactQueryShape },
  responses: {
    200: { description: 'A vCon a line, newest first.', content: { 'application/x-ndjson': { schema: anything } } },
  },
});
const table = createRoute({
  method: 'get',
  path: '/v1/downloads/{what}',
  request: {
    params: z.object({ what: z.enum(downloads) }),
    query: ContactQueryShape.extend({ form: z.enum(['csv', 'xlsx']).default('csv') }),
  },
  responses: {
    200: {
      description: 'A table of what the query finds, newest first. No cell is a formula.',
      content: { 'text/csv': { schema: z.string() }, [sheetType()]: { schema: z.string() } },
    },
  },
});

/** Rows that a workbook holds at most, since it is made in memory. */
const mostRows = 50_000;

export function outApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(one, async (context) => {
    const ladder = await loadLadder(ownPacks);
    const { id } = context.req.valid('param');
    const vcon = await store.inWork(actorOf(context.req.raw), async (work) =>
      toVcon(await readContact(work, id, ladder), work.now),
    );
    return context.body(JSON.stringify(vcon), 200, { 'content-type': vconType }) as never;
  });
  api.openapi(all, async (context) => {
    const found = await begun(actorOf(context.req.raw), context.req.valid('query'));
    const at = await store.inWork(actorOf(context.req.raw), async (work) => work.now);
    return streamLines(vcons(found, at)) as never;
  });
  api.openapi(table, async (context) => {
    const { what } = context.req.valid('param');
    const { form, ...query } = context.req.valid('query');
    const found = await begun(actorOf(context.req.raw), query);
    const headers = { 'content-disposition': `attachment; filename="${what}.${form}"` };
    if (form === 'xlsx') {
      const bytes = await workbook(what, await rowsAtMost(what, found));
      return new Response(bytes, { headers: { ...headers, 'content-type': sheetType() } }) as never;
    }
    const body = ReadableStream.from(csv(what, found)).pipeThrough(new TextEncoderStream());
    return new Response(body, { headers: { ...headers, 'content-type': 'text/csv; charset=utf-8' } }) as never;
  });
  return api;

  /** The first contact is read before anything is answered, so that a refusal is one. */
  async function begun(actor: Actor, query: z.infer<typeof ContactQueryShape>): Promise<AsyncGenerator<OneContact>> {
    const found = eachFound(store, actor, query, await loadLadder(ownPacks));
    const first = await found.next();
    return (async function* () {
      if (first.done) return;
      yield first.value;
      yield* found;
    })();
  }
}

async function* vcons(found: AsyncIterable<OneContact>, at: string) {
  for await (const contact of found) yield toVcon(contact, at);
}

async function* csv(what: Download, found: AsyncIterable<OneContact>): AsyncGenerator<string> {
  // Spreadsheets take the file for UTF-8 by this mark alone.
  yield `\ufeff${csvLine(headsOf(what))}`;
  for await (const contact of found) for (const row of rowsOf(what, contact)) yield csvLine(row);
}

async function rowsAtMost(what: Download, found: AsyncIterable<OneContact>): Promise<(readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [headsOf(what)];
  for await (const contact of found) {
    rows.push(...rowsOf(what, contact));
    if (rows.length > mostRows)
      throw new Fault(
        'download-too-large',
        'unready',
        `A workbook holds at most ${mostRows} rows here. Ask for less, e.g. by days, or take the CSV.`,
      );
  }
  return rows;
}

function sheetType(): 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' {
  return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
}
