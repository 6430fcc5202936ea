import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLabelled } from './read-labelled.ts';
import { ratingsOf, speakerOf } from './satisfaction.core.ts';

const ratings = (file: Awaited<ReturnType<typeof readLabelled>>) =>
  file.dialogues.map(({ turns }) => turns.map((turn) => turn.ratings));

describe('labelled turns', () => {
  it('are read from the tab format of the public sets, without its overall line', async () => {
    const text = [
      'SYSTEM\tHow can I help?\tgreet\t',
      'USER\tMy unit is flooded.\tinform\t2,3,2',
      'USER\tOVERALL\t\t3,3,3',
      '',
      'USER\tHello?\tgreet\t3,3',
      '',
    ].join('\r\n');
    const file = await readLabelled('a.txt', text);
    expect(file.rejects).toEqual([]);
    expect(ratings(file)).toEqual([[[], [1, 2, 1]], [[2, 2]]]);
  });
  it('are read from CSV and TSV by the names of their columns, in any order and case', async () => {
    const csv =
      'Rating,Conversation ID,Role,Message\n,7,agent,"Hello, front desk"\n2,7,customer,"He said ""no"" again"\n5,8,user,Lovely\n';
    const file = await readLabelled('a.csv', csv);
    expect(file.rejects).toEqual([]);
    expect(ratings(file)).toEqual([[[], [1]], [[4]]]);
    expect(file.dialogues[0]!.turns[1]!.text).toBe('He said "no" again');
    const tsv = 'dialogue\tspeaker\ttext\tsatisfaction\nd\tcustomer\tFine, thanks\tsatisfied\n';
    expect(ratings(await readLabelled('a.tsv', `\ufeff${tsv}`))).toEqual([[[3]]]);
  });
  it('are read from JSONL, with one rating or a list of them', async () => {
    const lines = [
      { dialogue: 1, speaker: 'rep', text: 'Hello' },
      { dialogue: 1, speaker: 'customer', text: 'Still closed', satisfaction: [2, 3] },
      { dialogue: 1, speaker: 'customer', text: 'Thanks', satisfaction: 4 },
    ];
    const file = await readLabelled('a.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(file.rejects).toEqual([]);
    expect(ratings(file)).toEqual([[[], [1, 2], [3]]]);
  });
  it('that are bad are listed by file, row and field, quote nothing, and cost no good row', async () => {
    const csv = [
      'dialogue,speaker,text,satisfaction',
      'd,customer,Secret words,9',
      'd,narrator,Secret words,3',
      'd,customer,,2',
      ',customer,Secret words,2',
      'd,customer,Still here,2',
    ].join('\n');
    const file = await readLabelled('march.csv', csv);
    expect(ratings(file)).toEqual([[[], [1]]]);
    expect(file.rejects.map(({ row, field }) => [row, field])).toEqual([
      [2, 'satisfaction'],
      [3, 'speaker'],
      [4, 'text'],
      [5, 'dialogue'],
    ]);
    expect(file.rejects.every((one) => one.file === 'march.csv' && one.remedy !== '')).toBe(true);
    expect(JSON.stringify(file.rejects)).not.toMatch(/Secret|narrator/);
  });
  it('in a table without the columns are refused once, by name', async () => {
    const file = await readLabelled('a.csv', 'dialogue,text\nd,Hello\nd,Bye\n');
    expect(file.dialogues).toEqual([]);
    expect(file.rejects).toMatchObject([{ row: 1, field: 'speaker, satisfaction' }]);
  });
  it('survive broken lines of JSON and quotes that never close', async () => {
    const json =
      '{"dialogue":1,"speaker":"user","text":"a","rating":2}\n{"dialogue":\n[1]\n{"dialogue":1,"speaker":"user","text":"b","rating":3}\n';
    const lines = await readLabelled('a.jsonl', json);
    expect(ratings(lines)).toEqual([[[1], [2]]]);
    expect(lines.rejects.map((one) => one.row)).toEqual([2, 3]);
    const table = await readLabelled('a.csv', 'dialogue,speaker,text,satisfaction\nd,user,"open,2\nd,user,fine,3\n');
    expect(ratings(table)).toEqual([[[2]]]);
    expect(table.rejects).toHaveLength(1);
    expect((await readLabelled('empty.csv', '')).dialogues).toEqual([]);
  });
});

it('whatever a file holds, it is read to its end, and no reject quotes it', async () => {
  const good = 'dialogue,speaker,text,satisfaction\nd,rep,Zebra,\nd,customer,"Zebra, ""no""",2\n';
  const tab = 'SYSTEM\tZebra\t\t\nUSER\tZebra\t\t2,3\n\nUSER\tZebra\t\t9\n';
  const json = '{"dialogue":1,"speaker":"user","text":"Zebra","rating":[2,3]}\n{"dialogue":2}\n';
  const signs = fc.constantFrom('"', '\t', '\n', '{', '\u0000', '\ufeff', ',');
  const cut = fc.record({
    text: fc.constantFrom(good, tab, json),
    from: fc.nat(80),
    length: fc.nat(12),
    put: fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), signs),
  });
  await fc.assert(
    fc.asyncProperty(cut, async ({ text, from, length, put }) => {
      const file = await readLabelled('a', text.slice(0, from) + put + text.slice(from + length));
      for (const { turns } of file.dialogues) expect(turns.length).toBeGreaterThan(0);
      expect(JSON.stringify(file.rejects)).not.toContain('Zebra');
    }),
    { numRuns: 2000 },
  );
});

describe('ratingsOf', () => {
  it.each([
    ['3', [2]],
    ['1,5', [0, 4]],
    ['2 | 3; 4', [1, 2, 3]],
    ['4.0', [3]],
    ['Dissatisfied', [1]],
    [' ', []],
    ['0', null],
    ['6', null],
    ['2.5', null],
    ['3,', null],
    ['bad', null],
  ])('%j gives %j', (cell, expected) => {
    expect(ratingsOf(cell)).toEqual(expected);
  });
});

it('speakers go by the words that tools use', () => {
  expect(['User', ' caller ', 'SYSTEM', 'Agent', 'recording'].map(speakerOf)).toEqual([
    'customer',
    'customer',
    'rep',
    'rep',
    null,
  ]);
});
