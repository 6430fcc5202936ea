// Rows of a table of mystery shops as contacts to keep, each answer in the words that its standard's own form asks, so that it is marked
// as a form is. A row that can't be read is told with what was expected.
import type { ContactDraft, Reject } from '../contacts/contact.core.ts';
import { cleanText } from '../contacts/readers/clean-text.ts';
import { readWritten, startOf } from '../contacts/readers/times.ts';
import type { FormAnswer } from '../standards/encounter.core.ts';
import type { FormQuestion } from '../standards/form-questions.ts';
import type { Verdict } from '../standards/standard.core.ts';
import { readAnswer, type ShopMapping } from './shop-mapping.core.ts';

export interface ReadShop {
  /** 1-based, as a spreadsheet program counts. */
  readonly row: number;
  readonly draft: ContactDraft;
  readonly marks: readonly { readonly standard: string; readonly title: string; readonly verdict: Verdict }[];
}

export interface ReadShops {
  readonly shops: readonly ReadShop[];
  readonly rejects: readonly Reject[];
}

export interface ShopTable {
  /** The file's name, with the sheet's where it has several. */
  readonly file: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** @param questions of the channel of mystery shops, by which answers are read */
export function readShops(table: ShopTable, mapping: ShopMapping, questions: readonly FormQuestion[]): ReadShops {
  const asked = new Map(questions.map((one) => [one.standard, one]));
  const shops: ReadShop[] = [];
  const rejects: Reject[] = [];
  for (const { row, cells } of table.rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const read = readShop({ file: table.file, row, cells }, mapping, asked);
    rejects.push(...read.rejects);
    if (read.shop) shops.push(read.shop);
  }
  return { shops, rejects };
}

interface Row {
  readonly file: string;
  readonly row: number;
  readonly cells: readonly string[];
}

function readShop(
  { file, row, cells }: Row,
  mapping: ShopMapping,
  asked: ReadonlyMap<string, FormQuestion>,
): { shop: ReadShop | null; rejects: Reject[] } {
  const cellOf = (to: ShopMapping[number]['to']): string =>
    mapping.flatMap((one, at) => (one.to === to ? [cells[at]?.trim() ?? ''] : []))[0] ?? '';
  const refuse = (expected: string, remedy: string, field?: string): Reject => ({
    file,
    row,
    ...(field === undefined ? {} : { field }),
    expected,
    remedy,
  });
  const left = 'Correct the cell, or leave the row out.';
  const when = readWritten(cellOf('time'));
  if (!when) return { shop: null, rejects: [refuse('a day such as 2026-03-02 or 3/14/2026', left)] };
  const site = cellOf('site');
  if (site === '') return { shop: null, rejects: [refuse('the site', left)] };
  const rejects: Reject[] = [];
  const answers: FormAnswer[] = [];
  const marks: { standard: string; title: string; verdict: Verdict }[] = [];
  mapping.forEach((column, at) => {
    const question = column.to === 'standard' ? asked.get(column.standard ?? '') : undefined;
    if (!question) return;
    const kept = readAnswer(cells[at] ?? '', column);
    if (kept === 'none') return;
    if (kept === null) {
      rejects.push(refuse('yes, no, points, or N/A', 'Correct the cell; the rest of the row was read.', column.column));
      return;
    }
    const verdict: Verdict = kept ? 'met' : 'failed';
    answers.push({ question: question.question, answer: question.yes === verdict ? 'yes' : 'no' });
    marks.push({ standard: question.standard, title: question.title, verdict });
  });
  if (answers.length === 0)
    return { shop: null, rejects: [...rejects, refuse('at least one answer', 'Fill one in, or leave the row out.')] };
  const id = cellOf('id');
  // What tells two shops of one day with the same answers apart stands among them.
  const apart: FormAnswer[] = [{ question: 'Site', answer: site }];
  if (id !== '') apart.push({ question: 'Number of the shop', answer: id });
  const rep = cellOf('rep');
  const draft: ContactDraft = {
    source: { file, originalId: id === '' ? `${file}#${row}` : id, format: 'shop-table' },
    channel: 'shop',
    timing: 'none',
    heardBy: 'person',
    turns: [],
    answers: [...answers, ...notes(mapping, cells), ...apart].map((one) => ({
      question: cleanText(one.question).text,
      answer: cleanText(one.answer).text,
    })),
    facts: { channel: 'shop', site, ...(rep === '' ? {} : { rep }), ...startOf(when) },
    knownNames: [],
    notes: [],
  };
  return { shop: { row, draft, marks }, rejects };
}

function notes(mapping: ShopMapping, cells: readonly string[]): FormAnswer[] {
  return mapping.flatMap(({ to, column }, at) => {
    const answer = cells[at]?.trim() ?? '';
    return to === 'note' && answer !== '' ? [{ question: column, answer }] : [];
  });
}
