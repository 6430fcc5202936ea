import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { RawTable } from '../record.core.ts';
import { readFiles } from './read-files.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(name: string, bytes: Uint8Array | string) {
  return readFiles([{ name, bytes: typeof bytes === 'string' ? utf8(bytes) : bytes }]);
}

async function tables(name: string, text: string): Promise<readonly RawTable[]> {
  return (await read(name, text)).tables;
}

describe('a CSV file', () => {
  it('is a table with the lines its rows stand on; comments and empty lines are none', async () => {
    const [table] = await tables('people.csv', '# who\n\nId,Full Name\np-1,"Quill, Ada"\n# more\np-2,\n,\n');
    expect(table?.columns).toEqual(['id', 'full-name']);
    expect(table?.rows).toEqual([
      { row: 4, cells: { id: 'p-1', 'full-name': 'Quill, Ada' } },
      { row: 6, cells: { id: 'p-2', 'full-name': '' } },
    ]);
  });

  it('may be separated by semicolons or tabs', async () => {
    for (const mark of [';', '\t']) {
      const [table] = await tables('x.csv', `id${mark}name\np-1${mark}Ada, Q\n`);
      expect(table?.rows[0]?.cells).toEqual({ id: 'p-1', name: 'Ada, Q' });
    }
  });

  it('has no row with more cells than columns', async () => {
    const done = await read('x.csv', 'id,name\np-1,Ada,Quill\np-2,Ben\n');
    expect(done.rejects).toEqual([
      {
        file: 'x.csv',
        row: 2,
        expected: 'at most 2 cells, as the first line has',
        remedy: 'Put quotation marks around a cell that holds a comma.',
      },
    ]);
    expect(done.tables[0]?.rows).toHaveLength(1);
  });

  it('with a quotation mark left open is refused by its line, without its words', async () => {
    const done = await read('x.csv', 'id,name\np-1,"Wilhelmina\n');
    expect(done.rejects).toHaveLength(1);
    expect(JSON.stringify(done.rejects)).not.toMatch(/Wilhelmina/);
  });
});

describe('the text of a file', () => {
  it('may begin with a mark, or be UTF-16, and reads the same', async () => {
    const text = 'id,name\np-1,Zoë\n';
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const swapped = new Uint8Array(Buffer.from(utf16).swap16());
    for (const bytes of [utf8(text), utf8(`\uFEFF${text}`), utf16, swapped]) {
      expect((await read('x.csv', bytes)).tables[0]?.rows[0]?.cells).toEqual({ id: 'p-1', name: 'Zoë' });
    }
  });

  it('that is no UTF-8 is read as Western European, and said', async () => {
    const done = await read('x.csv', new Uint8Array(Buffer.from('id,name\np-1,Zo\u00eb\n', 'latin1')));
    expect(done.tables[0]?.rows[0]?.cells.name).toBe('Zoë');
    expect(done.warnings[0]?.sentence).toMatch(/Western European/);
  });

  it('that is none, or empty, is refused with what to do', async () => {
    expect((await read('x.csv', '')).rejects[0]?.remedy).toBe('Fill it, or take it out of the folder.');
    expect((await read('x.csv', ' \n')).rejects).toHaveLength(1);
    expect((await read('x.csv', new Uint8Array([105, 0, 100]))).rejects[0]?.remedy).toMatch(/UTF-8/);
    expect((await read('photo.png', 'abc')).rejects[0]?.expected).toMatch(/CSV, YAML, Markdown or Excel/);
  });

  it('that explains the folder is no record', async () => {
    expect(await read('record/README.md', 'words')).toEqual({ tables: [], rejects: [], warnings: [] });
  });
});

describe('a YAML file', () => {
  it('is a table a list, a row a map, and everything in it text', async () => {
    const found = await tables(
      'record.yaml',
      'sites:\n  - id: bay\n    timeZone: UTC\nduties:\n  - task: x\n    standards: [a.b, c.d]\n',
    );
    expect(found.map((one) => [one.file, one.hint])).toEqual([
      ['record.yaml#sites', 'sites'],
      ['record.yaml#duties', 'duties'],
    ]);
    expect(found[0]?.rows).toEqual([{ row: 2, cells: { id: 'bay', 'time-zone': 'UTC' } }]);
    expect(found[1]?.rows[0]?.cells).toEqual({ task: 'x', standards: ['a.b', 'c.d'] });
    const [list] = await tables(
      'policies.yaml',
      '- id: a\n  version: 1.0\n  clauses:\n    - text: Ask first.\n      serves: x.y, z.w\n',
    );
    expect(list?.rows[0]?.cells).toEqual({ id: 'a', version: '1.0' });
    expect(list?.rows[0]?.parts).toEqual([
      { id: '1', text: 'Ask first.', serves: ['x.y', 'z.w'], obstructs: [], line: 4 },
    ]);
  });

  it('that is broken is refused by its line', async () => {
    expect((await read('a.yaml', 'a: 1\nb: [1, 2\nc: 3\n')).rejects[0]).toMatchObject({
      file: 'a.yaml',
      expected: 'YAML that can be read',
    });
    expect((await read('a.yaml', 'only words')).rejects[0]?.expected).toMatch(/a list of rows/);
  });
});

describe('a document in Markdown', () => {
  const front = '---\nid: quotes\nversion: 2\nreview due: 2026-12-31\nroles: [rep]\n---\n';

  it('has front matter, a title, and clauses as headings with their markers', async () => {
    const text = `${front}# Quotes\n\nTo begin with.\n\n## 1. Full price\nSay it all.\nserves: a.b, c.d\n\n## Price early {#early}\n- **obstructs**: e.f\n`;
    const [table] = await tables('policies/quotes.md', text);
    expect(table?.hint).toBe('policies');
    expect(table?.rows[0]?.cells).toEqual({
      id: 'quotes',
      version: '2',
      'review-due': '2026-12-31',
      roles: ['rep'],
      title: 'Quotes',
    });
    expect(table?.rows[0]?.parts).toEqual([
      { id: '1', text: '1. Full price Say it all.', serves: ['a.b', 'c.d'], obstructs: [], line: 11 },
      { id: 'early', text: 'Price early', serves: [], obstructs: ['e.f'], line: 15 },
    ]);
  });

  it('has steps as numbered items, with markers in brackets or below, and headings that only group them', async () => {
    const text = `${front}# Calls\n\n## Opening\n1. Answer. (serves: a.b)\n2. Listen\n   to the end.\n   serves: c.d\n\n## Closing\n1. Thank them.\n`;
    const [table] = await tables('procedures/calls.md', text);
    expect(table?.rows[0]?.parts?.map(({ id, text: words, serves }) => [id, words, serves])).toEqual([
      ['opening.1', 'Answer.', ['a.b']],
      ['opening.2', 'Listen to the end.', ['c.d']],
      ['closing.1', 'Thank them.', []],
    ]);
  });

  it('says which kind it is in front, or by its folder', async () => {
    const [table] = await tables('anything.md', front.replace('id: quotes', 'kind: procedure\nid: quotes'));
    expect(table?.hint).toBe('procedure');
  });

  it('without front matter is refused, and one without clauses is doubted', async () => {
    expect((await read('policies/a.md', '# Words\n')).rejects[0]?.expected).toMatch(/front matter/);
    expect((await read('policies/a.md', front)).warnings[0]?.sentence).toMatch(/no clause or step/);
  });
});

describe('a workbook', () => {
  it('is a table a sheet, with rows as the spreadsheet counts them', async () => {
    const done = await read(
      'record.xlsx',
      workbook('Site Months', [
        ['', ''],
        ['Site', 'Month'],
        ['bay', '2026-03'],
        ['', ''],
        ['mill', '2026-04'],
      ]),
    );
    expect(done.rejects).toEqual([]);
    expect(done.tables).toEqual([
      {
        file: 'record.xlsx#Site Months',
        hint: 'site-months',
        columns: ['site', 'month'],
        rows: [
          { row: 3, cells: { site: 'bay', month: '2026-03' } },
          { row: 5, cells: { site: 'mill', month: '2026-04' } },
        ],
      },
    ]);
  });

  it('that can’t be opened, or would unpack beyond measure, is refused', async () => {
    expect((await read('x.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).rejects[0]?.expected).toMatch(
      /can be opened/,
    );
    expect((await read('x.xlsx', workbook('a', [['b']], 0x7fffffff))).rejects[0]?.expected).toMatch(/256 MB/);
  });
});

/** The least workbook there is: stored, not packed. `claimed` lies about the size of its first part. */
function workbook(sheet: string, rows: readonly (readonly string[])[], claimed?: number): Uint8Array {
  const cell = (text: string, column: number, row: number): string =>
    text === '' ? '' : `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const body = rows
    .map((cells, r) => `<row r="${r + 1}">${cells.map((text, c) => cell(text, c, r + 1)).join('')}</row>`)
    .join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${sheet}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${body}</sheetData></worksheet>`,
  };
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const size = directory.length === 0 && claimed !== undefined ? claimed : data.length;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(crc32(data), 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt32LE(crc32(data), 16);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, Buffer.from(name), data);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + data.length;
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, all, end]));
}
