// One row a contact: visits with a column a question, a transcript or a message in a cell, and tables of facts.
import type { FormAnswer } from '../../standards/encounter.core.ts';
import type { ContactFacts } from '../contact.core.ts';
import { cleanText } from './clean-text.ts';
import { factsOf, isBlank } from './facts-of.ts';
import type { Cell } from './facts-of.ts';
import { baseName, makeDraft } from './make-draft.ts';
import type { Found, FoundTurn } from './make-draft.ts';
import { reject } from './read-item.ts';
import type { ColumnField, Place, ReadItem } from './read-item.ts';
import { serialWritten } from './serial-days.ts';
import type { TablePlan } from './table-plan.ts';
import { transcriptTurns } from './transcript-lines.ts';

/** The cells of a row under the plan, ignored columns left out. */
export function cellsOf(plan: TablePlan, row: readonly string[]): Cell[] {
  const cells: Cell[] = [];
  plan.fields.forEach((field, i) => {
    const value = row[i];
    if (field !== 'ignore' && value !== undefined && value !== '')
      cells.push({ column: plan.headers[i]!, field, value: readable(plan, i, value) });
  });
  return cells;
}

function readable({ serials }: TablePlan, column: number, value: string): string {
  const kind = serials.get(column);
  return kind === undefined ? value : serialWritten(value, kind);
}

/** The value of a row's first column of that field, or undefined where it is blank. */
export function cellOf(cells: readonly Cell[], field: ColumnField): string | undefined {
  return cells.find((cell) => cell.field === field && !isBlank(cell.value))?.value;
}

/** What one row of such a table gives. Cells that can't be read are rejected by name, and the rest of the row stands. */
export function readRow(plan: TablePlan, row: number, values: readonly string[], place: Place): ReadItem[] {
  const cells = cellsOf(plan, values);
  if (cells.every((cell) => isBlank(cell.value))) return [];
  const { facts, unread } = factsOf(cells);
  const items = unread.map((one) =>
    reject(place, one.expected, 'Correct the cell; everything else of the row was read.', { row, field: one.field }),
  );
  if (plan.kind === 'facts') return [...items, ...factsItems(cells, facts, row, place)];
  const id = cellOf(cells, 'contact') ?? cellOf(cells, 'file') ?? `${baseName(place.file)}#${row}`;
  const names = cells.filter((cell) => cell.field === 'name' && !isBlank(cell.value)).map((cell) => cell.value);
  const language = cellOf(cells, 'language');
  const base = { originalId: id, facts, knownNames: names, language, format: `${plan.kind}-table` };
  if (plan.kind === 'visits') return [...items, ...visit(cells, base, row, place)];
  const text = cellOf(cells, plan.kind === 'transcripts' ? 'transcript' : 'text');
  if (text === undefined)
    return [
      ...items,
      reject(
        place,
        `words in the ${plan.kind === 'transcripts' ? 'transcript' : 'text'} column`,
        'Fill the cell, or leave the row out.',
        { row },
      ),
    ];
  const turns: readonly FoundTurn[] = plan.kind === 'transcripts' ? transcriptTurns(text) : [{ label: null, text }];
  return [
    ...items,
    {
      kind: 'contact',
      draft: makeDraft({ ...base, turns, channel: plan.kind === 'messages' ? messageChannel(plan) : undefined }, place),
    },
  ];
}

// A message stands alone and was written: a complaint where the column says so, else typed to us.
function messageChannel(plan: TablePlan): 'complaint' | 'chat' {
  return plan.headers.some((header) => /complain|narrative|feedback|review/i.test(header)) ? 'complaint' : 'chat';
}

function factsItems(cells: readonly Cell[], facts: ContactFacts, row: number, place: Place): ReadItem[] {
  const keys = [...new Set([cellOf(cells, 'contact'), cellOf(cells, 'file')].filter((key) => key !== undefined))];
  if (keys.length === 0)
    return [
      reject(
        place,
        "the contact's id or its file's name",
        'Fill the cell, so that it is known which contact the row speaks of.',
        { row },
      ),
    ];
  return keys.map((one): ReadItem => ({ kind: 'facts', key: one, facts, row, file: place.file }));
}

function visit(cells: readonly Cell[], base: Omit<Found, 'turns'>, row: number, place: Place): ReadItem[] {
  const answers: FormAnswer[] = [];
  for (const { column, field, value } of cells) {
    if (field !== 'question' || isBlank(value)) continue;
    const answer = cleanText(value).text;
    // R and spreadsheets write `...7` and `.1` behind a header that stands twice.
    if (answer !== '') answers.push({ question: cleanText(column).text.replace(/\.\.\.\d+$/, ''), answer });
  }
  if (answers.length === 0)
    return [reject(place, 'at least one answer', 'Fill in an answer, or leave the row out.', { row })];
  const shopped = /myster|shop/i.test(place.file) || cells.some((cell) => /myster|shop(?:per|ped)/i.test(cell.column));
  return [
    { kind: 'contact', draft: makeDraft({ ...base, turns: [], answers, channel: shopped ? 'shop' : 'visit' }, place) },
  ];
}
