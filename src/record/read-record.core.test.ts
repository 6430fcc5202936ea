import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reject } from '../contacts/contact.core.ts';
import type { OnRecord } from './read-record.core.ts';
import { readRecord } from './read-record.core.ts';
import { readCsv } from './read/csv-table.ts';
import { readMarkdown } from './read/markdown-document.ts';
import type { RawTable } from './record.core.ts';

const nothing: OnRecord = { sites: [], people: [], posts: [], policies: [], procedures: [] };
const standards = ['close.thanked', 'enquiry.need-before-price'];

const csv = (name: string, text: string): readonly RawTable[] => readCsv(name, text).tables;
const md = (name: string, text: string): readonly RawTable[] => readMarkdown(name, text).tables;

const sites = csv('sites.csv', 'id,name,time-zone\nbay,Bay Street,America/New_York\nmill,Mill Road,America/Denver\n');
const people = csv(
  'people.csv',
  'id,name,role,site,supervisor,from,to\np-1,Ada Quill,manager,bay,,2025-01-01,\np-2,Ben Rook,rep,bay,p-1,2026-01-05,\n',
);
const quotes = (
  version: string,
  from: string,
  to: string,
  body = '1. Say it. (serves: close.thanked)',
): readonly RawTable[] =>
  md(
    `procedures/quotes-${version}.md`,
    `---\nid: quotes\nversion: ${version}\ntitle: Quotes\nfrom: ${from}\nto: ${to}\n---\n${body}\n`,
  );

function read(...tables: (readonly RawTable[])[]) {
  return readRecord([...sites, ...people, ...tables.flat()], nothing, standards);
}

function refused(...tables: (readonly RawTable[])[]): readonly Reject[] {
  return read(...tables).rejects;
}

describe('a row against the others', () => {
  it('that names an unknown person, site or standard is refused with the nearest', () => {
    const table = csv(
      'observations.csv',
      'person,by,on,act,standards\np-22,p-1,2026-02-01,observe,\np-2,p-1,2026-02-01,observe,close.thankd\n',
    );
    expect(refused(table)).toEqual([
      {
        file: 'observations.csv',
        row: 2,
        field: 'person',
        expected: 'the id of a person in the record',
        remedy: 'Did you mean p-2?',
      },
      {
        file: 'observations.csv',
        row: 3,
        field: 'standards',
        expected: 'the id of a standard',
        remedy: 'Did you mean close.thanked?',
      },
    ]);
    expect(
      refused(csv('outages.csv', 'site,what,from,to\nmil,telephone,2026-02-01 09:00,2026-02-01 10:00\n'))[0],
    ).toMatchObject({
      field: 'site',
      remedy: 'Did you mean mill?',
    });
  });

  it('with dates upside down is refused, and one that ends as it begins holds on no day', () => {
    const table = csv(
      'duties.csv',
      'id,role,task,from,to\nd1,rep,x,2026-03-01,2026-02-01\nd2,rep,x,2026-03-01,2026-03-01\nd3,rep,x,2026-03-01,2026-03-02\n',
    );
    expect(refused(table)).toEqual(
      [2, 3].map((row) => ({
        file: 'duties.csv',
        row,
        field: 'to',
        expected: 'a time after "from"',
        remedy: 'Correct "from" or "to": they stand the wrong way round.',
      })),
    );
    const waits = csv(
      'approvals.csv',
      'person,waited-for,asked-at,answered-at\np-2,leave,2026-03-02 10:00,2026-03-02 09:00\np-2,help,2026-03-02 10:00,2026-03-02 10:00\n',
    );
    expect(refused(waits).map((one) => [one.row, one.field])).toEqual([[2, 'answered-at']]);
  });

  it('with an empty cell that must be filled is refused; every fault of a row is said', () => {
    const table = csv('certificates.csv', 'person,task,on,expires\n,,2026-02-30,\n');
    expect(refused(table).map((one) => [one.field, one.expected])).toEqual([
      ['person', 'a value'],
      ['task', 'a value'],
      ['on', 'a day of the calendar, written year-month-day'],
    ]);
  });

  it('that repeats another is taken once and said; one that contradicts it is refused', () => {
    const table = csv(
      'duties.csv',
      'id,role,task,from\nd1,rep,x,2026-03-01\nd1,rep,x,2026-03-01\nd1,rep,y,2026-03-01\n',
    );
    const done = read(table);
    expect(done.rows.duties).toHaveLength(1);
    expect(done.warnings).toEqual([
      { file: 'duties.csv', row: 3, sentence: 'The same row stands in duties.csv, row 2; it was taken once.' },
    ]);
    expect(done.rejects).toEqual([
      {
        file: 'duties.csv',
        row: 4,
        expected: 'a row that no other contradicts',
        remedy: 'duties.csv, row 2 speaks of the same thing with other values: keep one of the two.',
      },
    ]);
  });

  it('that names a refused row is told so', () => {
    const more = csv('staff.csv', 'id,name,role,site,from\np-7,,rep,bay,2026-01-01\n');
    const done = refused(more);
    expect(done.map((one) => [one.field, one.remedy])).toEqual([
      ['name', 'Fill in this cell, or take the row out.'],
      ['person', 'Its own row was refused: correct that row in people first.'],
    ]);
  });

  it('never repeats a name in a refusal', () => {
    const table = csv('observations.csv', 'person,by,on,act\nWilhelmina Thorne,Wilhelmina Thorne,2026-02-01,observe\n');
    expect(refused(table)).toHaveLength(2);
    expect(JSON.stringify(refused(table))).not.toMatch(/Wilhelmina|Thorne|Quill|Rook/);
  });
});

describe('versions of a document', () => {
  it('may follow each other, and may not overlap; the later one is refused with what to write', () => {
    expect(refused(quotes('1', '2025-01-01', '2026-01-05'), quotes('2', '2026-01-05', ''))).toEqual([]);
    expect(refused(quotes('1', '2025-01-01', ''), quotes('2', '2026-01-05', ''))).toEqual([
      {
        file: 'procedures/quotes-2.md',
        row: 1,
        field: 'from',
        expected: 'versions of one document that follow each other',
        remedy: 'Version 1 (procedures/quotes-1.md, row 1) has no end: write 2026-01-05 as its "to".',
      },
    ]);
    expect(refused(quotes('1', '2025-01-01', '2026-01-06'), quotes('2', '2026-01-05', ''))[0]?.remedy).toMatch(
      /holds until 2026-01-06/,
    );
  });

  it('are refused whole where a clause names no standard, or shares its id', () => {
    const body = '1. One. (serves: close.thankd)\n1. Two.';
    expect(refused(quotes('1', '2025-01-01', '', body)).map((one) => [one.field, one.remedy])).toEqual([
      ['1: serves', 'Did you mean close.thanked?'],
      ['1', 'Number them anew, or give one an id: {#its-own-id} at the end of its line.'],
    ]);
  });

  it('must be on record for whoever acknowledged them or was certified on them', () => {
    const acknowledged = csv(
      'acknowledgements.csv',
      'person,kind,document,version,on\np-2,procedure,quotes,3,2026-01-05\np-2,policy,quotes,1,2026-01-05\np-2,procedure,quote,1,2026-01-05\n',
    );
    const certified = csv(
      'certificates.csv',
      'person,task,on,procedure,procedure-version\np-2,x,2026-01-05,quotes,9\np-2,y,2026-01-05,,9\np-2,z,2026-01-05,quotes,\n',
    );
    const done = read(quotes('1', '2025-01-01', ''), acknowledged, certified);
    expect(done.rejects.map((one) => [one.row, one.field, one.remedy])).toEqual([
      [2, 'version', 'Add that version with the days it was in force, or correct the number.'],
      [3, 'document', 'Add the policy, or correct the id.'],
      [4, 'document', 'Did you mean quotes?'],
      [2, 'procedure-version', 'Add that version with the days it was in force, or correct the number.'],
      [3, 'procedure', 'Fill in "procedure", or clear "procedure-version".'],
    ]);
    expect(done.rows.certificates.map((one) => one.row.task)).toEqual(['z']);
  });
});

describe('a file', () => {
  it('is known by its columns, whatever it is called', () => {
    const table = csv('export-7.csv', 'person,tried,on,result\np-2,coaching,2026-02-01,kept\n');
    expect(read(table).rows.attempts).toHaveLength(1);
  });

  it('that lacks a column is refused with its name; an unknown column is left out and said', () => {
    expect(refused(csv('certificates.csv', 'person,task\np-2,x\n'))).toEqual([
      {
        file: 'certificates.csv',
        field: 'on',
        expected: 'the columns of certificates',
        remedy: 'Add the column "on".',
      },
    ]);
    expect(refused(csv('weather.csv', 'rain,sun\n1,2\n'))[0]?.expected).toMatch(
      /^columns of one of: organisation, sites/,
    );
    expect(read(csv('certificates.csv', 'person,task,on,expirse\np-2,x,2026-01-05,\n')).warnings).toEqual([
      {
        file: 'certificates.csv',
        field: 'expirse',
        sentence: 'No such column in certificates, so it was left out; did you mean "expires"?',
      },
    ]);
  });

  it('saved by a spreadsheet keeps its days where one of them tells their order, and says so', () => {
    const done = read(csv('certificates.csv', 'person,task,on\np-2,x,3/4/2026\np-2,y,3/14/2026\n'));
    expect(done.rows.certificates.map((one) => one.row.on)).toEqual(['2026-03-04', '2026-03-14']);
    expect(done.warnings[0]?.sentence).toMatch(/month\/day\/year/);
  });

  it('of shifts reads clock times where the site stands, over midnight too', () => {
    const table = csv(
      'shifts.csv',
      'person,site,day,from,to\np-2,mill,2026-03-02,9:00,17:00\np-2,bay,2026-03-02,22:00,06:00\n',
    );
    expect(read(table).rows.shifts.map(({ row }) => [row.from, row.to])).toEqual([
      ['2026-03-02T16:00:00.000Z', '2026-03-03T00:00:00.000Z'],
      ['2026-03-03T03:00:00.000Z', '2026-03-03T11:00:00.000Z'],
    ]);
  });
});

it('an organisation keeps standards by id or by the name of their pack; a misspelt one is told', () => {
  const kept = (told: string) =>
    readRecord(csv('organisation.csv', `name,currency,standards\nHarbor,USD,${told}\n`), nothing, standards, [
      'telephone',
    ]);
  expect(kept('telephone;close.thanked').rows.organisation[0]!.row.standards).toEqual(['telephone', 'close.thanked']);
  expect(kept('').rows.organisation[0]!.row.standards).toBeUndefined();
  expect(kept('telephon').rows.organisation).toEqual([]);
  expect(kept('close.thankd').rejects).toMatchObject([{ field: 'standards', remedy: 'Did you mean close.thanked?' }]);
});

it('gives the same rows and sentences whatever the order of the files', () => {
  const all = [
    ...sites,
    ...people,
    ...quotes('1', '2025-01-01', ''),
    ...quotes('2', '2026-01-05', ''),
    ...csv('a.csv', 'id,role,task,from\nd1,rep,x,2026-03-01\n'),
    ...csv('b.csv', 'id,role,task,from\nd1,rep,y,2026-03-01\n'),
    ...csv('certificates.csv', 'person,task,on\np-2,x,2026-01-05\np-3,x,2026-01-05\n'),
  ];
  const straight = readRecord(all, nothing, standards);
  expect(straight.rejects).toHaveLength(3);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(readRecord(shuffled, nothing, standards)).toEqual(straight);
    }),
    { numRuns: 30 },
  );
});
