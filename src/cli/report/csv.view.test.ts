import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportFixture } from '../../../e2e/report-fixture.ts';
import { cell } from './csv-line.view.ts';
import { failuresCsv, marksCsv } from './csv.view.ts';
import type { MarkLine } from '../../diagnosis/stream.shape.ts';

async function all(pieces: AsyncIterable<string>): Promise<string> {
  return (await everything(pieces)).join('');
}

const mark: MarkLine = {
  id: 'm1',
  contact: 'c1',
  standard: 'enquiry.need-before-price',
  verdict: 'failed',
  marker: 'cue',
  confidence: 0.9,
  evidence: [{ turn: 3, from: 0, to: 4, quote: '=HYPERLINK("http://example.com")' }],
  searched: null,
};

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u00a0=1', '＝1', '\n=1'])(
    'never begins as a formula: %j',
    (text) => {
      const [[back]] = parse(`${cell(text)}\n`, { relax_quotes: false }) as [[string]];
      expect(back.startsWith("'")).toBe(true);
    },
  );

  it('reads back as it was, but for the apostrophe and for what nobody can see', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (text) => {
        const [[back]] = parse(`${cell(text)}\n`) as [[string]];
        return back === text || back === `'${text}`;
      }),
    );
  });

  it('leaves numbers to be numbers', () => {
    expect(cell(-0.5)).toBe('-0.5');
  });
});

describe('marks as CSV', () => {
  it('are a line each, with formulas made harmless', async () => {
    const rows = parse(await all(marksCsv([mark])), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      id: 'm1',
      verdict: 'failed',
      quote: `'=HYPERLINK("http://example.com")`,
      turn: '3',
    });
  });

  it('tell title, verdict in words, day, site, channel and file beside the ids', async () => {
    const standards = [{ id: mark.standard, kind: 'atrocity' as const, title: 'Hold without asking', says: 'Holds.' }];
    const source = { file: 'calls/one.vtt', originalId: 'one', format: 'webvtt' };
    const contacts = [{ id: 'c1', source, channel: 'phone', site: 'tucson', startedLocal: '2026-09-03 09:00' }];
    const rows = parse(await all(marksCsv([mark], { standards, contacts })), { columns: true }) as object[];
    expect(rows[0]).toMatchObject({
      title: 'Hold without asking',
      'in words': 'happened',
      day: '2026-09-03',
      site: 'tucson',
      channel: 'phone',
      file: 'calls/one.vtt',
    });
  });

  it('tell what others published of the standard, with its sector and source', async () => {
    const missed = { from: 0.06, to: 0.06 };
    const rate = {
      missed,
      counted: 'it was done',
      of: '412 calls',
      sector: 'dental practices',
      source: 'teeth.example',
    };
    const standards = [{ id: mark.standard, kind: 'atrocity' as const, says: 'Holds.', published: [rate] }];
    const rows = parse(await all(marksCsv([mark], { standards })), { columns: true }) as Record<string, string>[];
    expect(rows[0]!['published elsewhere']).toBe('6 % of 412 calls, dental practices (it was done; teeth.example)');
  });

  it('begin with a byte order mark only where asked', async () => {
    expect((await all(marksCsv([], { bom: true }))).startsWith('\ufeff')).toBe(true);
    expect((await all(marksCsv([]))).startsWith('id,')).toBe(true);
  });
});

describe('failures as CSV', () => {
  it('carry quote, odds and standing, and no person', async () => {
    const { failures, contacts } = reportFixture();
    const given = failures.map((failure) => ({
      failure,
      contact: contacts.find((contact) => contact.id === failure.contact)!,
    }));
    const text = await all(failuresCsv(given));
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(failures.length);
    expect(rows[0]).toMatchObject({
      mark: 'm0',
      site: 'san-diego',
      'leading cause': 'procedure',
      standing: 'possible',
    });
    expect(Number(rows[0]!['procedure'])).toBeGreaterThan(0.5);
    expect(text).not.toContain('rep-dana');
  });
});

async function everything<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}
