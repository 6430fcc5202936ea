// Nadia manages a site of Harbor Self Storage. She brings a folder of contacts with a table beside them and the
// organisation's record, reads the report, and comes back with a mended file.
import { readdirSync, readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../../src/contacts/readers/reading.fixture.ts';
import type { ReportDocument } from '../../src/diagnosis/stream.shape.ts';
import { chats, facts, holdPlease, newAndAlone, wellServed } from './calls.ts';
import { newDesk, type Ran } from './desk.ts';

const desk = newDesk();
afterAll(async () => desk.clear());

let example: Ran;
let first: Ran;
let second: Ran;
let report: ReportDocument;

beforeAll(async () => {
  await desk.write('march/calls/hold-please.txt', holdPlease);
  await desk.write('march/calls/well-served.txt', wellServed);
  await desk.write('march/calls/new-and-alone.vtt', newAndAlone);
  await desk.write('march/chats.csv', chats);
  await desk.write('march/what-we-know.csv', facts);
  await desk.write(
    'march/packed.zip',
    zipOf([{ name: 'inside/zipped-call.txt', content: holdPlease.replace('ten by ten', 'five by five') }]),
  );
  const tar = pack();
  tar.entry({ name: 'tarred-call.txt' }, wellServed.replace('Tessa', 'Dale'));
  tar.finalize();
  await desk.write('march/packed.tar.gz', await buffer(tar.pipe(createGzip())));
  example = await desk.run(['init', 'march/record']);
  first = await desk.run([
    'diagnose',
    'march',
    '--json',
    'all.json',
    '--csv',
    'marks.csv',
    '--full',
    'full',
    '--html',
    'page.html',
  ]);
  second = await desk.run(['diagnose', 'march', '--json', 'again.json']);
  report = await desk.report('all.json');
}, 240_000);

const contactOf = (file: string) => report.contacts.find((one) => one.source.file.endsWith(file))!;

describe('a folder with its record', () => {
  it('takes in the example record that init writes, without one refusal', () => {
    expect(example.code).toBe(0);
    expect(first.err).toMatch(/Record: .*\bpolicies\b.*\./);
    expect(readdirSync(desk.data)).not.toContain('record-rejects.csv');
    expect(first.err).not.toMatch(/could not go in|expected/);
  });

  it('reads every file, also those inside archives, and none of the record as a contact', () => {
    expect(first.code).toBe(0);
    expect(report.contacts.map((one) => one.source.file).toSorted()).toEqual([
      expect.stringContaining('calls/hold-please.txt'),
      expect.stringContaining('calls/new-and-alone.vtt'),
      expect.stringContaining('calls/well-served.txt'),
      expect.stringContaining('chats.csv'),
      expect.stringContaining('tarred-call.txt'),
      expect.stringContaining('zipped-call.txt'),
    ]);
  });

  it('says how it understood the table and what came of the files', () => {
    expect(first.err).toMatch(/chats\.csv: read as one row a turn: .*message is the text/);
    expect(first.err).toMatch(/what-we-know\.csv: read as one row of facts/);
    expect(first.err).toMatch(/6 new contacts, facts about 3/);
  });

  it('puts the facts of the table to their contacts, by the name of the file', () => {
    expect(contactOf('hold-please.txt')).toMatchObject({
      site: 'bay-street',
      direction: 'inbound',
      outcome: 'lost',
      startedAt: '2026-03-02T17:30:00.000Z',
    });
    expect(contactOf('new-and-alone.vtt')).toMatchObject({ site: 'mill-road', outcome: 'unserved' });
  });

  it('shows one screen that names what is missed most, the causes and what to fix', () => {
    // With --full the rates that others published come after it.
    expect(second.out.split('\n').length).toBeLessThan(60);
    expect(first.out).toContain('Missed most');
    for (const cause of ['policy', 'procedure', 'training', 'management', 'personnel'])
      expect(first.out).toContain(cause);
    expect(first.out).toMatch(/Fix first\n {2}/);
    expect(first.err).toMatch(/Next: \.\/customary explain \S+/);
  });

  it('quotes what was said, to the character, and keeps no card', () => {
    const quotes = report.marks.flatMap((mark) => mark.evidence.map((piece) => ({ mark, piece })));
    expect(quotes.length).toBeGreaterThan(5);
    for (const { mark, piece } of quotes) {
      const contact = report.contacts.find((one) => one.id === mark.contact)!;
      expect(contact.turns[piece.turn]!.text.slice(piece.from, piece.to)).toBe(piece.quote);
    }
    const everything = ['all.json', 'marks.csv', 'page.html', 'full/index.html']
      .map((file) => readFileSync(desk.at(file), 'utf8'))
      .join('\n');
    expect(everything).not.toMatch(/4111[ -]?1111/);
    expect(contactOf('hold-please.txt').turns[3]!.text).toContain('[CARD 1]');
  });

  it('fails the careless call and not the good one where both were judged', () => {
    const failed = (file: string) =>
      report.marks
        .filter((mark) => mark.contact === contactOf(file).id && mark.verdict === 'failed')
        .map((mark) => mark.standard);
    expect(failed('hold-please.txt').length).toBeGreaterThan(failed('well-served.txt').length + 3);
    expect(failed('hold-please.txt').join(' ')).toMatch(/hold/);
  });

  it('reads causes from the record: every finding has twelve questions, odds that add up to one, and rungs that cite rows', () => {
    const failures = report.marks.filter((mark) => mark.verdict === 'failed');
    expect(report.findings.map((one) => one.mark).toSorted()).toEqual(failures.map((one) => one.id).toSorted());
    for (const finding of report.findings) {
      expect(Object.values(finding.odds).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 6);
      expect(finding.rungs.length).toBe(12);
    }
    const cited = report.findings.flatMap((one) => one.rungs).flatMap((rung) => rung.readFrom ?? []);
    expect(cited.some((one) => one.kind !== 'mark' && one.kind !== 'contact')).toBe(true);
  });

  it('shows no name and no id of a rep unless asked', async () => {
    const page = await desk.read('page.html');
    expect(page).not.toMatch(/Dale Okafor|Tessa Brandt|\bp-07\b/);
    expect(await desk.read('all.json')).not.toMatch(/"p-0\d"/);
  });

  it('writes a page that stands alone, a folder with every failure, and a CSV with every mark', async () => {
    expect(await desk.read('page.html')).toMatch(/^<!doctype html>/i);
    expect(readdirSync(desk.at('full'))).toEqual(expect.arrayContaining(['index.html', 'failures-0001.html']));
    const lines = (await desk.read('marks.csv')).trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffid,contact,standard,verdict/);
    expect(lines.length).toBeGreaterThan(report.marks.length / 2);
  });
});

describe('the same folder again', () => {
  it('adds nothing and finds the same', async () => {
    expect(second.code).toBe(0);
    expect(second.err).toMatch(/0 new contacts, 6 already here/);
    const again = await desk.report('again.json');
    expect(again.marks).toEqual(report.marks);
    expect(again.contacts).toEqual(report.contacts);
    expect(again.findings.map(({ mark, odds }) => ({ mark, odds }))).toEqual(
      report.findings.map(({ mark, odds }) => ({ mark, odds })),
    );
  });

  it('takes a changed file for a new version of the same contact', async () => {
    await desk.write('march/calls/well-served.txt', wellServed.replace('Yes please.', 'Let me ask my wife first.'));
    const changed = await desk.run(['diagnose', 'march', '--json', 'changed.json']);
    expect(changed.err).toMatch(/0 new contacts, 1 changed, 5 already here/);
    const after = await desk.report('changed.json');
    const now = after.contacts.find((one) => one.source.file.endsWith('well-served.txt'))!;
    expect(after.contacts).toHaveLength(6);
    expect(now.id).toBe(contactOf('well-served.txt').id);
    expect(now.version).toBe(2);
    expect(now.turns[5]!.text).toBe('Let me ask my wife first.');
  });
});
