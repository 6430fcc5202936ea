// What the readers' tests share: reading bytes to the end, and archives built by hand so that they can be wrong on purpose.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import type { ContactDraft, Reject } from '../contact.core.ts';
import { readContacts } from './read.ts';
import type { ReadItem, ReadOptions } from './read-item.ts';

export interface WasRead {
  readonly items: readonly ReadItem[];
  readonly contacts: readonly ContactDraft[];
  readonly rejects: readonly Reject[];
  readonly facts: readonly Extract<ReadItem, { kind: 'facts' }>[];
  readonly mappings: readonly Extract<ReadItem, { kind: 'mapping' }>[];
  readonly said: readonly string[];
  /** Files left in the spool folder when reading had ended. */
  readonly left: readonly string[];
}

/** Reads bytes (or text) in pieces of `piece` bytes, so that every boundary is crossed sooner or later. */
export async function readAll(
  content: string | Uint8Array,
  options: ReadOptions = {},
  name = 'given',
  piece = 997,
): Promise<WasRead> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const spoolDir = await mkdtemp(join(tmpdir(), 'customary-read-'));
  const items: ReadItem[] = [];
  try {
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    };
    for await (const item of readContacts({ name, bytes: chunks(), spoolDir }, options)) items.push(item);
    return { ...sorted(items), left: await readdir(spoolDir) };
  } finally {
    await rm(spoolDir, { recursive: true });
  }
}

function sorted(items: readonly ReadItem[]): Omit<WasRead, 'left'> {
  return {
    items,
    contacts: items.flatMap((item) => (item.kind === 'contact' ? [item.draft] : [])),
    rejects: items.flatMap((item) => (item.kind === 'reject' ? [item.reject] : [])),
    facts: items.filter((item) => item.kind === 'facts'),
    mappings: items.filter((item) => item.kind === 'mapping'),
    said: items.flatMap((item) => (item.kind === 'said' ? [item.sentence] : [])),
  };
}

/** `label: text` of every turn, for comparing at a glance. */
export function spoken(draft: ContactDraft | undefined): string[] {
  return (draft?.turns ?? []).map((turn) => `${turn.label ?? '?'}: ${turn.text}`);
}

export interface Member {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Unix mode, e.g. 0o120777 for a link. */
  readonly mode?: number;
}

/** A zip of the members, exactly as told: any name, any mode. */
export function zipOf(members: readonly Member[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode } of members) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(0x0314, 4);
    central.writeUInt32LE(((mode ?? 0o100644) << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    for (const [header, at] of [
      [local, 4],
      [central, 6],
    ] as const) {
      header.writeUInt16LE(20, at);
      header.writeUInt16LE(8, at + 4);
      header.writeUInt32LE(crc32(bytes), at + 10);
      header.writeUInt32LE(packed.length, at + 14);
      header.writeUInt32LE(bytes.length, at + 18);
      header.writeUInt16LE(title.length, at + 22);
    }
    parts.push(local, title, packed);
    directory.push(central, title);
    offset += 30 + title.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

/** A workbook of one sheet of text cells. */
export function workbookOf(rows: readonly (readonly string[])[]): Buffer {
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (text: string, row: number, column: number): string => {
    const at = `${String.fromCodePoint(65 + column)}${row + 1}`;
    // A date as the sheet's own kind of cell.
    if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return `<c r="${at}" t="d"><v>${text}</v></c>`;
    return `<c r="${at}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`;
  };
  const sheet = rows
    .map((row, r) => `<row r="${r + 1}">${row.map((text, c) => cell(text, r, c)).join('')}</row>`)
    .join('');
  return workbookWith(sheet);
}

/** A workbook of one sheet, whose rows are written as XML. */
export function workbookWith(sheet: string): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>',
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${packageRelations}"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${packageRelations}"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    },
  ]);
}
