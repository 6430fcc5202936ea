// PostgreSQL's messages, as far as an embedded database is spoken to: one statement to a message, its whole answer read at
// once. Written so that a field costs one decoding and nothing else: what is read here is read by the million.
import pg from 'pg';

/** What a statement gave. @property rowCount rows given or changed; null where the command counts none */
export interface Answer {
  readonly rows: unknown[];
  readonly rowCount: number | null;
}

/** Turns a field's text into a value, by the type's number. */
export type ParserOf = (type: number) => (text: string) => unknown;

/** One statement with its parameters: parsed, bound, described, carried out, and synchronised whatever comes of it. */
export function statementMessage(text: string, values: readonly unknown[]): Uint8Array<ArrayBuffer> {
  const given = values.map(parameterText);
  const lengths = given.map((one) => (one === null ? 0 : Buffer.byteLength(one)));
  const textLength = Buffer.byteLength(text);
  const parseLength = 4 + 1 + textLength + 1 + 2;
  const bindLength = 4 + 1 + 1 + 2 + 2 + lengths.reduce((sum, one) => sum + 4 + one, 0) + 2;
  // Its own memory, so that it can be handed to another thread whole.
  const message = Buffer.from(new ArrayBuffer(1 + parseLength + 1 + bindLength + rest.length));
  let at = message.writeUInt8(letter.parse, 0);
  at = message.writeInt32BE(parseLength, at) + 1;
  at += message.write(text, at) + 1 + 2;
  at = message.writeUInt8(letter.bind, at);
  at = message.writeInt32BE(bindLength, at) + 1 + 1 + 2;
  at = message.writeInt16BE(given.length, at);
  for (const [index, one] of given.entries()) {
    at = message.writeInt32BE(one === null ? -1 : lengths[index]!, at);
    if (one !== null) at += message.write(one, at);
  }
  message.set(rest, at + 2);
  return new Uint8Array(message.buffer);
}

/** A script of several statements, without parameters. */
export function scriptMessage(text: string): Uint8Array<ArrayBuffer> {
  const length = 4 + Buffer.byteLength(text) + 1;
  const message = Buffer.from(new ArrayBuffer(1 + length));
  message.writeInt32BE(length, message.writeUInt8(letter.query, 0));
  message.write(text, 5);
  return new Uint8Array(message.buffer);
}

/**
 * Reads all that was answered to one message.
 * @param asArrays rows as arrays in order of columns, not as objects by their names
 * @throws pg.DatabaseError where the statement was refused
 */
export function readAnswer(bytes: Uint8Array, parserOf: ParserOf, asArrays: boolean): Answer {
  const answer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows: unknown[] = [];
  let rowCount: number | null = null;
  let columns: readonly Column[] = [];
  let refused: Error | null = null;
  for (let at = 0; at < answer.length;) {
    const kind = answer[at]!;
    const body = at + 5;
    const end = at + 1 + answer.readInt32BE(at + 1);
    if (kind === letter.row) rows.push(asArrays ? rowOf(answer, body, columns) : namedRow(answer, body, columns));
    else if (kind === letter.columns) columns = columnsOf(answer, body, parserOf);
    else if (kind === letter.complete) rowCount = countIn(answer.toString('latin1', body, end - 1));
    else if (kind === letter.error) refused ??= errorOf(answer, body, end);
    at = end;
  }
  if (refused) throw refused;
  return { rows, rowCount };
}

interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

const letter = { parse: 0x50, bind: 0x42, query: 0x51, row: 0x44, columns: 0x54, complete: 0x43, error: 0x45 } as const;

/** Describe and execute the unnamed portal, then synchronise. */
const rest = Buffer.from('D\0\0\0\x06P\0E\0\0\0\x09\0\0\0\0\0S\0\0\0\x04', 'latin1');

function columnsOf(answer: Buffer, from: number, parserOf: ParserOf): Column[] {
  const columns: Column[] = [];
  let at = from + 2;
  for (let left = answer.readInt16BE(from); left > 0; left--) {
    const end = answer.indexOf(0, at);
    const name = answer.toString('utf8', at, end);
    columns.push({ name, parse: parserOf(answer.readInt32BE(end + 7)) });
    at = end + 19;
  }
  return columns;
}

function rowOf(answer: Buffer, from: number, columns: readonly Column[]): unknown[] {
  const row: unknown[] = [];
  let at = from + 2;
  for (const { parse } of columns) {
    const length = answer.readInt32BE(at);
    at += 4;
    if (length < 0) row.push(null);
    else {
      row.push(parse(answer.toString('utf8', at, at + length)));
      at += length;
    }
  }
  return row;
}

function namedRow(answer: Buffer, from: number, columns: readonly Column[]): Record<string, unknown> {
  const row = rowOf(answer, from, columns);
  return Object.fromEntries(columns.map(({ name }, index) => [name, row[index]]));
}

/** "INSERT 0 5", "UPDATE 3", "SELECT 12"; "BEGIN" counts nothing. */
function countIn(tag: string): number | null {
  const last = tag.slice(tag.lastIndexOf(' ') + 1);
  return /^\d+$/.test(last) ? Number(last) : null;
}

/** The fields that a driver's error has, by the letters that PostgreSQL gives them. */
const errorFields: Readonly<Record<string, string>> = {
  S: 'severity',
  C: 'code',
  D: 'detail',
  H: 'hint',
  P: 'position',
  W: 'where',
  s: 'schema',
  t: 'table',
  c: 'column',
  d: 'dataType',
  n: 'constraint',
};

function errorOf(answer: Buffer, from: number, end: number): Error {
  const told: Record<string, string> = {};
  let message = '';
  for (let at = from; at < end && answer[at] !== 0;) {
    const stop = answer.indexOf(0, at + 1);
    const field = String.fromCharCode(answer[at]!);
    const text = answer.toString('utf8', at + 1, stop);
    if (field === 'M') message = text;
    else if (errorFields[field] !== undefined) told[errorFields[field]] = text;
    at = stop + 1;
  }
  return Object.assign(new pg.DatabaseError(message, end - from, 'error'), told);
}

function parameterText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return arrayText(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number | bigint | boolean);
}

function arrayText(values: readonly unknown[]): string {
  const parts = values.map((one) => {
    if (Array.isArray(one)) return arrayText(one);
    const text = parameterText(one);
    return text === null ? 'NULL' : `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  });
  return `{${parts.join(',')}}`;
}
