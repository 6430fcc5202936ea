// Routes of another tool's export of people's marks: look into a file that was sent, with a mapping or a guess, and bring it in.
import { createRoute } from '@hono/zod-openapi';
import { headedTables, type HeadedTable } from '../../contacts/readers/headed-tables.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { uploadsIn } from '../../platform/jobs/uploads.api.ts';
import { loadPacks } from '../../standards/packs.use.ts';
import { listStandards } from '../../standards/standards.use.ts';
import { titleOf } from '../../standards/title.core.ts';
import { importPastMarks } from '../past-marks.use.ts';
import { type MappedMarks, readMappedMarks } from './mapped-marks.core.ts';
import {
  BringMappedMarksShape,
  LookIntoMarksShape,
  MappedMarksTakenShape,
  MarksPreviewShape,
} from './mapped-marks.shape.ts';
import { countMapped, keepMarkMapping, keptMarkMapping } from './mapped-marks.use.ts';
import { guessMarkMapping, headOf, type MarkMapping, missingIn, type StandardAsked } from './mark-mapping.core.ts';

const look = createRoute({
  method: 'post',
  path: '/v1/past-marks/preview',
  request: jsonBody(LookIntoMarksShape),
  responses: { 200: { description: 'How it would be read; nothing is kept.', content: json(MarksPreviewShape) } },
});
const bring = createRoute({
  method: 'post',
  path: '/v1/past-marks/mapped',
  request: jsonBody(BringMappedMarksShape),
  responses: {
    200: { description: 'What went in, and every row that could not.', content: json(MappedMarksTakenShape) },
  },
});

const mostRows = 100_000;
const largest = 20 * 1024 * 1024;
const shownRows = 4;
const shownRejects = 50;
const cellLength = 200;

export function mappedMarksApi({ store, actorOf, ownPacks, spoolDir }: ApiContext): Api {
  const api = newApi();
  const uploads = uploadsIn(spoolDir);

  api.openapi(look, async (context) => {
    const actor = actorOf(context.req.raw);
    const asked = context.req.valid('json');
    const tables = await tablesIn(actor, asked);
    const table = oneOf(tables, asked.sheet);
    const kept = await store.inWork(actor, async (work) => keptMarkMapping(work, headOf(table.headers)));
    const standards = await standardsAsked();
    const mapping = guessMarkMapping(table, standards, asked.mapping ?? kept);
    const missing = missingIn(mapping);
    const read: MappedMarks =
      missing === null ? readMappedMarks(table.table, mapping) : { rows: [], rejects: [], unknown: [] };
    const { contacts, here } = await store.inWork(actor, async (work) => countMapped(work, read));
    const told = {
      sheets: tables.map((one) => ({ sheet: one.sheet, rows: one.table.rows.length })),
      sheet: table.sheet,
      headers: table.headers,
      rows: table.rows.slice(0, shownRows).map((row) => row.map((cell) => cell.slice(0, cellLength))),
      mapping,
      kept: kept !== null,
      missing,
      standards: standards.map(({ id, title, kind }) => ({ id, title, kind })),
      unknown: read.unknown,
      counts: {
        marks: read.rows.length,
        rejects: read.rejects.length,
        withoutProbability: read.rows.filter(({ row }) => row.probability === undefined).length,
        contacts,
        contactsHere: here,
      },
      byStandard: byStandard(read),
      rejects: read.rejects.slice(0, shownRejects),
    };
    return context.json(MarksPreviewShape.parse(told), 200);
  });

  api.openapi(bring, async (context) => {
    const actor = actorOf(context.req.raw);
    const asked = context.req.valid('json');
    const table = oneOf(await tablesIn(actor, asked), asked.sheet);
    const mapping: MarkMapping = asked.mapping;
    const fits = mapping.columns.length === table.headers.length;
    const missing = fits ? missingIn(mapping) : 'The mapping has other columns than the table.';
    if (missing !== null) throw new Fault('past-marks-mapping', 'malformed', missing);
    const known = new Set((await standardsAsked()).map((one) => one.id));
    const stray = mapping.questions.find((one) => one.standard !== null && !known.has(one.standard));
    if (stray)
      throw new Fault('past-marks-mapping', 'malformed', 'A question names a standard that there is not.', [
        { pointer: '/mapping/questions', detail: `expected the id of a standard for "${stray.asks.slice(0, 80)}"` },
      ]);
    const read = readMappedMarks(table.table, mapping);
    const taken = await store.inWork(actor, async (work) => {
      if (asked.keep) await keepMarkMapping(work, headOf(table.headers), mapping);
      return importPastMarks(work, read.rows);
    });
    return context.json({ ...taken, rejects: [...read.rejects] }, 200);
  });
  return api;

  async function standardsAsked(): Promise<StandardAsked[]> {
    return listStandards(await loadPacks(ownPacks)).map((one) => ({
      id: one.id,
      kind: one.kind,
      title: titleOf(one),
      says: one.says,
    }));
  }

  async function tablesIn(actor: Actor, { upload, name }: { upload: string; name: string }): Promise<HeadedTable[]> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of await uploads.read(actor.orgId, upload)) {
      length += part.length;
      if (length > largest) throw tooMany();
      parts.push(part);
    }
    return headedTables(name, Buffer.concat(parts), { mostRows, tooMany, noTable, noWorkbook: noTable });
  }
}

function tooMany(): Fault {
  return new Fault(
    'past-marks-too-many',
    'malformed',
    `The file is larger than 20 MB, or a table holds more than ${mostRows} rows. Split it.`,
  );
}

function noTable(): Fault {
  return new Fault(
    'past-marks-unreadable',
    'malformed',
    'No table was found in the file: it needs a row of headers and rows below. Open it in a spreadsheet program and save it as XLSX or CSV.',
  );
}

function oneOf(tables: readonly HeadedTable[], sheet: string | undefined): HeadedTable {
  const size = (one: HeadedTable): number => one.table.rows.length * one.headers.length;
  if (sheet === undefined) return tables.toSorted((a, b) => size(b) - size(a))[0]!;
  const found = tables.find((one) => one.sheet === sheet);
  if (found) return found;
  throw new Fault(
    'past-marks-sheet',
    'missing',
    'The workbook has no such sheet with a table. Choose one of those it has.',
  );
}

function byStandard({ rows }: Pick<MappedMarks, 'rows'>) {
  const counts = new Map<string, { met: number; failed: number; other: number }>();
  for (const { row } of rows) {
    const one = counts.get(row.standard) ?? { met: 0, failed: 0, other: 0 };
    one[row.verdict === 'met' || row.verdict === 'failed' ? row.verdict : 'other'] += 1;
    counts.set(row.standard, one);
  }
  return [...counts].map(([standard, one]) => ({ standard, ...one }));
}
