// Routes of past mystery shops: look into a file that was sent, with a mapping or a guess, and read it into an import. Who may:
// src/auth/routes.core.ts.
import { createRoute, z } from '@hono/zod-openapi';
import { importItems } from '../contacts/import-file.job.ts';
import { ImportLineShape } from '../contacts/import.shape.ts';
import { assertImportOpen } from '../contacts/imports.use.ts';
import type { ReadItem } from '../contacts/readers/read-item.ts';
import type { Actor } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { json, jsonBody } from '../platform/http/json-content.ts';
import { streamLines } from '../platform/http/lines.ts';
import { uploadsIn } from '../platform/jobs/uploads.api.ts';
import { type FormQuestion, formQuestions } from '../standards/form-questions.ts';
import { type ReadsQuestion, readsQuestions } from '../standards/reads-questions.ts';
import { keptPacks } from '../standards/kept-standards.ts';
import type { Pack } from '../standards/pack.core.ts';
import { loadPacks } from '../standards/packs.use.ts';
import { listStandards } from '../standards/standards.use.ts';
import { guessMapping, missingIn, unusedIn, withPoints } from './shop-mapping.core.ts';
import { readShops, type ReadShops } from './shop-rows.core.ts';
import { type FoundTable, shopTables } from './shop-tables.ts';
import { BringShopsShape, LookIntoShopsShape, ShopsPreviewShape } from './shops.shape.ts';
import { keepMapping, readShopSide, shownRejects, shownShop, siteKnown, sitesMeant } from './shops.use.ts';

const look = createRoute({
  method: 'post',
  path: '/v1/shops/preview',
  request: jsonBody(LookIntoShopsShape),
  responses: { 200: { description: 'How it would be read; nothing is kept.', content: json(ShopsPreviewShape) } },
});
const bring = createRoute({
  method: 'post',
  path: '/v1/imports/{id}/shops',
  request: { params: z.object({ id: z.string() }), ...jsonBody(BringShopsShape) },
  responses: {
    200: {
      description:
        'Lines as of a file of contacts, the last is `done`. The file goes on waiting: drop it, or it goes by itself.',
      content: { 'application/x-ndjson': { schema: ImportLineShape } },
    },
  },
});

const shownRows = 4;
const shownShops = 5;
const mostRejects = 100;
const cellLength = 200;
const largest = 20 * 1024 * 1024;

export function shopsApi({ store, actorOf, ownPacks, spoolDir }: ApiContext): Api {
  const api = newApi();
  const uploads = uploadsIn(spoolDir);
  const made = new Map<string, Form>();
  api.openapi(look, async (context) => {
    const actor = actorOf(context.req.raw);
    const asked = context.req.valid('json');
    const side = await store.inWork(actor, readShopSide);
    const { questions, reads } = await formFor(side.kept);
    const tables = await tablesIn(actor, asked);
    const table = oneOf(tables, asked.sheet);
    const like = side.mappings.find((one) => one.name === asked.likeThat)?.columns;
    const said = fitting(asked.mapping, table);
    const mapping = said ? withPoints(said, table) : guessMapping(table, questions, reads, like);
    const missing = missingIn(mapping);
    const read = missing === null ? readShops(table.table, mapping, questions) : { shops: [], rejects: [] };
    const told = {
      sheets: tables.map((one) => ({ sheet: one.sheet, shops: one.table.rows.length })),
      sheet: table.sheet,
      headers: table.headers,
      rows: table.rows.slice(0, shownRows).map((row) => row.map((cell) => cell.slice(0, cellLength))),
      mapping,
      unused: unusedIn(mapping, table),
      missing,
      questions: questions.map(({ standard, title, says }) => ({ standard, title, says })),
      kept: side.mappings.map((one) => one.name),
      shops: read.shops.slice(0, shownShops).map((one) => shownShop(one, side)),
      counts: {
        shops: read.shops.length,
        rejects: read.rejects.length,
        sitesUnknown: read.shops.filter((one) => !siteKnown(one, side)).length,
      },
      rejects: shownRejects(read.rejects.slice(0, mostRejects), side.key),
      sitesMeant: sitesMeant(read.shops, side),
    };
    return context.json(ShopsPreviewShape.parse(told), 200);
  });
  api.openapi(bring, async (context) => {
    const actor = actorOf(context.req.raw);
    const asked = context.req.valid('json');
    const table = oneOf(await tablesIn(actor, asked), asked.sheet);
    const mapping = fitting(asked.mapping, table);
    const missing = mapping === null ? 'The mapping has other columns than the table.' : missingIn(mapping);
    if (mapping === null || missing !== null)
      throw new Fault('shops-mapping', 'malformed', missing ?? 'Say what the columns are.');
    const { id: importId } = context.req.valid('param');
    const { kept } = await store.inWork(actor, async (work) => {
      await assertImportOpen(work, importId);
      if (asked.keepAs !== undefined) await keepMapping(work, importId, asked.keepAs, mapping);
      return readShopSide(work);
    });
    const read = readShops(table.table, mapping, (await formFor(kept)).questions);
    const items = itemsOf(read);
    const file = { importId, name: asked.name, firstReject: asked.rejectsSoFar, items, of: read.shops.length };
    return streamLines(importItems(store, actor, file)) as never;
  });
  return api;

  async function tablesIn(actor: Actor, { upload, name }: { upload: string; name: string }): Promise<FoundTable[]> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of await uploads.read(actor.orgId, upload)) {
      length += part.length;
      if (length > largest)
        throw new Fault(
          'shops-too-many',
          'malformed',
          'The file is larger than 20 MB. Split it, or leave out what is no shop.',
        );
      parts.push(part);
    }
    return shopTables(name, Buffer.concat(parts));
  }

  async function formFor(kept: readonly string[]): Promise<Form> {
    const packs = await loadPacks(ownPacks);
    // Where no standard that is kept asks anything, what others ask is worth keeping until they are.
    const ofKept = formOf(keptPacks(packs, kept));
    return ofKept.questions.length > 0 ? ofKept : formOf(packs);
  }

  /** Made once for a set of standards: it takes compiling all of them. */
  function formOf(packs: readonly Pack[]): Form {
    const key = listStandards(packs)
      .map((one) => one.version)
      .join();
    const form = made.get(key) ?? makeForm(packs);
    if (made.size > 20) made.clear();
    made.set(key, form);
    return form;
  }
}

interface Form {
  readonly questions: readonly FormQuestion[];
  readonly reads: ReadsQuestion;
}

function makeForm(packs: readonly Pack[]): Form {
  const questions = formQuestions(packs, 'shop');
  const standards = questions.map((one) => one.standard);
  return { questions, reads: readsQuestions(packs, 'shop', standards) };
}

function oneOf(tables: readonly FoundTable[], sheet: string | undefined): FoundTable {
  const most = tables.toSorted(
    (a, b) => b.table.rows.length * b.headers.length - a.table.rows.length * a.headers.length,
  )[0]!;
  if (sheet === undefined) return most;
  const found = tables.find((one) => one.sheet === sheet);
  if (found) return found;
  throw new Fault(
    'shops-sheet-missing',
    'missing',
    'The workbook has no such sheet with a table. Choose one of those it has.',
  );
}

function* itemsOf({ shops, rejects }: ReadShops): Generator<ReadItem> {
  for (const reject of rejects) yield { kind: 'reject', reject };
  for (const { draft } of shops) yield { kind: 'contact', draft };
}

/** The mapping where it has a column for each of the table's; null where it was made for another. */
function fitting<M>(mapping: readonly M[] | undefined, { headers }: FoundTable): readonly M[] | null {
  return mapping?.length === headers.length ? mapping : null;
}
