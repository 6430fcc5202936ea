// Routes of the history: its lines, the same as a table, and the check of its chain.
import { createRoute, z } from '@hono/zod-openapi';
import type { Actor } from '../../kernel/actor.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json } from '../../platform/http/json-content.ts';
import { csvLine } from '../../kernel/csv-line.ts';
import { CheckQueryShape, HistoryCheckShape, HistoryQueryShape, HistoryShape } from './history.shape.ts';
import { checkHistory, type HistoryAsked, type HistoryLine, listHistory } from './history.use.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/ledger/lines',
  request: { query: HistoryQueryShape },
  responses: { 200: { description: 'Newest first.', content: json(HistoryShape) } },
});

const table = createRoute({
  method: 'get',
  path: '/v1/ledger/lines.csv',
  request: { query: HistoryQueryShape.omit({ before: true, limit: true }) },
  responses: {
    200: { description: 'All of them as a table, newest first.', content: { 'text/csv': { schema: z.string() } } },
  },
});

const check = createRoute({
  method: 'get',
  path: '/v1/ledger/check',
  request: { query: CheckQueryShape },
  responses: { 200: { description: 'Every line was read.', content: json(HistoryCheckShape) } },
});

/** Lines read at once for the table. */
const page = 1000;

export function historyApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const { limit, ...asked } = context.req.valid('query');
    const lines = await read(actorOf(context.req.raw), asked, limit + 1);
    const items = lines.slice(0, limit).map((line) => ({ ...line, subjects: [...line.subjects] }));
    return context.json({ items, next: lines.length > limit ? String(items.at(-1)!.seq) : null }, 200);
  });
  api.openapi(table, async (context) => {
    const actor = actorOf(context.req.raw);
    const asked = context.req.valid('query');
    // The first lines are read before anything is answered, so that a refusal is one.
    const first = await read(actor, asked, page);
    const body = ReadableStream.from(csv(actor, asked, first)).pipeThrough(new TextEncoderStream());
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="history.csv"',
    };
    return new Response(body, { headers }) as never;
  });
  api.openapi(check, async (context) => {
    const { head } = context.req.valid('query');
    const asked = head === undefined || head === '' ? undefined : head;
    const report = await store.inWork(actorOf(context.req.raw), async (work) => checkHistory(work, asked));
    return context.json({ ...report, wrong: [...report.wrong] }, 200);
  });
  return api;

  async function read(actor: Actor, asked: HistoryAsked, limit: number): Promise<HistoryLine[]> {
    return store.inWork(actor, async (work) => listHistory(work, asked, limit));
  }

  async function* csv(actor: Actor, asked: HistoryAsked, first: HistoryLine[]): AsyncGenerator<string> {
    yield `\ufeff${csvLine(['line', 'at', 'what', 'kind', 'by', 'ids'])}`;
    for (let lines = first; lines.length > 0;) {
      for (const { seq, at, says, kind, by, subjects } of lines)
        yield csvLine([seq, at, says, kind, by, subjects.join(' ')]);
      if (lines.length < page) return;
      lines = await read(actor, { ...asked, before: lines.at(-1)!.seq }, page);
    }
  }
}
