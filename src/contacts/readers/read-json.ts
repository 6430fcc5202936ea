// JSON and JSONL: every value is a vCon, a vendor's transcript, a record with turns, a row of a table, or a container of such.
import { isRecord } from './json-value.ts';
import type { Json, JsonRecord } from './json-value.ts';
import { jsonElements, jsonLines } from './json-values.ts';
import type { JsonFound } from './json-values.ts';
import { baseName, makeDraft } from './make-draft.ts';
import { readNestedTurns, turnsOf } from './nested-turns.ts';
import { reject } from './read-item.ts';
import type { Place, ReadItem } from './read-item.ts';
import type { ShapeReader } from './shape-read.ts';
import { openTable } from './table-reader.ts';
import type { TableReader } from './table-reader.ts';
import { readVcon } from './vcon.ts';
import { vendorShapes } from './vendor-shapes.ts';

const shapes: readonly ShapeReader[] = [readVcon, ...vendorShapes, readNestedTurns];

/** Reads the values of a JSON or JSONL file in one pass; flat records are gathered as rows of one table. */
export async function* readJson(chunks: AsyncIterable<string>, lines: boolean, place: Place): AsyncGenerator<ReadItem> {
  const values = lines ? jsonLines(chunks, place.limits.recordLength) : jsonElements(chunks, place.limits.recordLength);
  const rows = openRecords(place);
  const counter = { contacts: 0 };
  let any = false;
  let given = 0;
  for await (const found of values) {
    any = true;
    for (const item of 'fault' in found
      ? [faultOf(found, lines, place)]
      : itemsOf(found.value, found.row, counter, rows, place)) {
      given += 1;
      yield item;
    }
  }
  if (!any) yield reject(place, 'at least one JSON value', 'Check that the file was exported in full.');
  else if (given === 0 && rows.empty())
    yield reject(place, 'at least one contact; its lists are empty', 'Check that the file was exported in full.');
  yield* rows.end();
}

const tooDeep = [
  'JSON that is not nested too deep',
  'Give one object a contact, without lists in lists around it.',
] as const;

function faultOf(found: Extract<JsonFound, { fault: string }>, lines: boolean, place: Place): ReadItem {
  const one = lines ? 'line' : 'record';
  if (found.fault === 'long')
    return reject(
      place,
      `a ${one} of at most ${place.limits.recordLength} characters`,
      'Split it into one record a contact.',
      { row: found.row },
    );
  if (found.fault === 'deep') return reject(place, ...tooDeep, { row: found.row });
  if (found.fault === 'cut off')
    return reject(
      place,
      `a whole JSON ${one}; the file ends inside it or it is damaged`,
      'Export or copy the file again; the records before it were read.',
      { row: found.row },
    );
  return reject(place, `valid JSON`, `Correct the ${one}; the others were read.`, { row: found.row });
}

/** Containers inside containers that are looked into. */
const deepestContainer = 4;

interface Records {
  record(row: number, record: JsonRecord): ReadItem[];
  /** No record was met so far. */
  empty(): boolean;
  end(): ReadItem[];
}

function* itemsOf(
  value: Json,
  row: number,
  counter: { contacts: number },
  rows: Records,
  place: Place,
  depth = 0,
): Generator<ReadItem> {
  const fallback = counter.contacts === 0 ? baseName(place.file) : `${baseName(place.file)}#${counter.contacts + 1}`;
  if (isRecord(value)) {
    for (const read of shapes) {
      const result = read(value, fallback);
      if (result === null) continue;
      if ('found' in result) {
        counter.contacts += 1;
        yield { kind: 'contact', draft: makeDraft(result.found, place) };
      } else yield reject(place, result.expected, result.remedy, { row });
      return;
    }
    const inside = containedIn(value, depth);
    if (inside) for (const one of inside) yield* itemsOf(one, row, counter, rows, place, depth + 1);
    else yield* rows.record(row, value);
  } else if (Array.isArray(value)) {
    const turns = turnsOf(value as readonly Json[]);
    const records = (value as readonly Json[]).filter(
      (one) => isRecord(one) && shapes.some((read) => read(one, fallback) !== null),
    );
    if (turns.length > 0 && records.length === 0) {
      counter.contacts += 1;
      yield { kind: 'contact', draft: makeDraft({ originalId: fallback, format: 'turns', turns }, place) };
    } else if (depth < deepestContainer)
      for (const one of value as readonly Json[]) yield* itemsOf(one, row, counter, rows, place, depth + 1);
    else if (value.length > 0) yield reject(place, ...tooDeep, { row });
  } else yield reject(place, 'a JSON object', 'Give one object a contact, or one a turn.', { row });
}

/** The records that a container holds under one key (`conversations`, `data`, `analysisInput`), or under a key each. */
function containedIn(record: JsonRecord, depth: number): readonly Json[] | null {
  if (depth >= deepestContainer) return null;
  const parts = Object.values(record);
  const lists = parts.filter(
    (one) => Array.isArray(one) && one.length > 0 && (one as readonly Json[]).every((member) => isRecord(member)),
  ) as (readonly JsonRecord[])[];
  const records = parts.filter((one) => isRecord(one));
  const known = (one: JsonRecord): boolean => shapes.some((read) => read(one, '') !== null);
  // A list of contacts, one contact a key, or a container further in; a list of flat records only where nothing else is there.
  const contacts = lists.filter((list) => list.slice(0, 3).some(known)).flat();
  if (contacts.length > 0) return contacts;
  const further = records.filter((one) => known(one) || containedIn(one, depth + 1) !== null);
  if (further.length > 0 && further.length >= records.length / 2) return further;
  return lists.length > 0 ? lists.flat() : null;
}

const held = 200;

/** Flat records become rows: the columns are the keys of the first of them, in the order in which they appear. */
function openRecords(place: Place): Records {
  let waiting: { row: number; record: JsonRecord }[] | null = [];
  let headers: string[] = [];
  let table: TableReader | null = null;
  const rowOf = (record: JsonRecord): string[] =>
    headers.map((header) => cellText(Object.hasOwn(record, header) ? record[header] : undefined));
  const open = (): ReadItem[] => {
    const first = waiting ?? [];
    waiting = null;
    headers = [...new Set(first.flatMap((one) => Object.keys(one.record)))].slice(0, 2_000);
    const opened = (table = openTable(headers, place));
    return first.flatMap((one) => opened.row(one.row, rowOf(one.record)));
  };
  return {
    record(row, record) {
      if (waiting === null) return table!.row(row, rowOf(record));
      waiting.push({ row, record });
      return waiting.length < held ? [] : open();
    },
    empty: () => waiting !== null && waiting.length === 0,
    end() {
      if (waiting !== null && waiting.length === 0) return [];
      const items = waiting === null ? [] : open();
      return [...items, ...table!.end()];
    },
  };
}

function cellText(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
