import { expect, it } from 'vitest';
import type { DraftContent } from '../../documents/drafts/draft.core.ts';
import { writeDocumentPdf, type ToPrint, type Writer } from './document-pdf.ts';

const content: DraftContent = {
  title: 'Free locks',
  intro: '',
  owner: '',
  from: '',
  reviewMonths: 12,
  roles: [],
  sites: [],
  fields: {},
  parts: [],
};

/** What the row of this name says on paper. */
function rowOf(name: string, of: Pick<ToPrint, 'from' | 'to' | 'held'>): string | undefined {
  const rows: (readonly string[])[] = [];
  const writer: Writer = {
    heading: () => undefined,
    paragraph: () => undefined,
    list: () => undefined,
    table: (_head, all) => void rows.push(...all),
    code: () => undefined,
  };
  const print = { kind: 'policy', id: 'locks', version: '2', stands: '', sha256: null, names: new Map() } as const;
  writeDocumentPdf(writer, { ...print, ...of, content });
  return rows.find(([first]) => first === name)?.[1];
}

it('a PDF says on which days a version held: not those on which it was suspended, and none where another took its place', () => {
  const [from, due] = ['2026-11-23', '2026-12-24'];
  const inForce = (of: Pick<ToPrint, 'from' | 'to' | 'held'>): string | undefined => rowOf('In force', of);
  expect(inForce({ from, to: null, held: [{ from }] })).toBe('from 23 November 2026');
  expect(inForce({ from, to: null, held: [{ from, to: due }, { from: '2027-02-01' }] })).toBe(
    'from 23 November 2026 until before 24 December 2026, and from 1 February 2027',
  );
  expect(inForce({ from, to: from, held: [] })).toBe('for no day: replaced on 23 November 2026');
  expect(inForce({ from: null, to: null, held: [] })).toBe('not yet');
});
