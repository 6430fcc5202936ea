// A YAML file as tables: a list is one table named after the file; a map of lists is a table each; any other map is one
// row. Everything is read as text, so that a version `1.0` stays what it is.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml';
import type { Cell, RawPart, RawRow, RawTable } from '../record.core.ts';
import { columnName } from '../record.core.ts';
import type { FileReading } from './file-reading.ts';
import { refusedFile, stemOf, tablesOnly } from './file-reading.ts';

type Place = (node: unknown) => number | undefined;

export function readYaml(file: string, text: string): FileReading {
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  const wrong = document.errors[0];
  if (wrong) {
    const { line } = counter.linePos(wrong.pos[0]);
    return refusedFile(
      file,
      'YAML that can be read',
      'Look at this line and the one before: indentation, quotation marks and colons.',
      line,
    );
  }
  const place: Place = (node) => {
    const start = (node as Node | null)?.range?.[0];
    return start === undefined ? undefined : counter.linePos(start).line;
  };
  const root = document.contents as unknown;
  if (isSeq(root)) return tablesOnly(tableOf(file, stemOf(file), root.items, place));
  if (!isMap(root))
    return refusedFile(file, 'a list of rows, or names with values', 'See the example that "customary init" writes.');
  const lists = root.items.filter((pair) => isMap(pair.value) || (isSeq(pair.value) && pair.value.items.every(isMap)));
  // Only where every value is a table (clauses of one document aren't): several tables in one file.
  const severalTables = lists.length === root.items.length && lists.length > 0;
  if (!severalTables) return tablesOnly(tableOf(file, stemOf(file), [root], place));
  return tablesOnly(
    ...lists.map((pair) => {
      const name = columnName(textOf(pair.key));
      const rows = isSeq(pair.value) ? pair.value.items : [pair.value];
      return tableOf(`${file}#${name}`, name, rows, place);
    }),
  );
}

/** One row from a YAML map, e.g. the front matter of a document; null where the text is no map. */
export function readYamlRow(text: string): { cells: Record<string, Cell> } | null {
  const document = parseDocument(text, { schema: 'failsafe' });
  if (document.errors.length > 0) return null;
  const root = document.contents as unknown;
  return isMap(root) ? rowOf(root, () => undefined) : null;
}

function tableOf(file: string, hint: string, items: readonly unknown[], place: Place): RawTable {
  const rows = items.filter((item) => isMap(item)).map((item) => rowOf(item, place));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row.cells)))];
  return { file, hint, columns, rows };
}

function rowOf(map: YAMLMap, place: Place): RawRow & { cells: Record<string, Cell> } {
  const cells: Record<string, Cell> = {};
  let parts: RawPart[] | undefined;
  for (const pair of map.items) {
    const name = columnName(textOf(pair.key));
    if ((name === 'clauses' || name === 'steps') && isSeq(pair.value)) {
      parts = pair.value.items.filter((item) => isMap(item)).map((item, index) => partOf(item, index, place));
    } else if (isSeq(pair.value)) cells[name] = pair.value.items.map(textOf);
    else cells[name] = textOf(pair.value);
  }
  const row = place(map);
  return { ...(row === undefined ? {} : { row }), cells, ...(parts ? { parts } : {}) };
}

function partOf(map: YAMLMap, index: number, place: Place): RawPart {
  const { cells } = rowOf(map, place);
  const list = (name: string): string[] => {
    const cell = cells[name] ?? [];
    return (typeof cell === 'string' ? cell.split(/[;,]/) : [...cell])
      .map((one) => one.trim())
      .filter((one) => one !== '');
  };
  const line = place(map);
  const id = typeof cells.id === 'string' && cells.id !== '' ? cells.id : String(index + 1);
  const text = typeof cells.text === 'string' ? cells.text : '';
  return { id, text, serves: list('serves'), obstructs: list('obstructs'), ...(line === undefined ? {} : { line }) };
}

function textOf(node: unknown): string {
  const value: unknown = isScalar(node) ? node.value : null;
  return typeof value === 'string' && value !== '~' && value !== 'null' ? value.trim() : '';
}
