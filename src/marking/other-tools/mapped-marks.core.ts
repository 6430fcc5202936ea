// Rows of another tool's export as past marks, by a mapping that a person said. A row that can't be read is told with what was
// expected; the good ones are used.
import type { Reject } from '../../contacts/contact.core.ts';
import { readWritten } from '../../contacts/readers/times.ts';
import type { Sourced } from '../../kernel/sourced.ts';
import { chanceOf, type PastMark } from '../past-mark.core.ts';
import { type MarkColumnKind, type MarkMapping, same, verdictIn } from './mark-mapping.core.ts';

export interface MarkRows {
  readonly file: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export interface MappedMarks {
  readonly rows: readonly Sourced<PastMark>[];
  readonly rejects: readonly Reject[];
  /** Answers and questions that the mapping says nothing of, with how many rows they stand in. */
  readonly unknown: readonly { readonly what: 'answer' | 'question'; readonly said: string; readonly rows: number }[];
}

/** Reads everything once; the same mark twice is one, and where the two differ both are told. */
export function readMappedMarks({ file, rows }: MarkRows, mapping: MarkMapping): MappedMarks {
  const rejects: Reject[] = [];
  const found = new Map<string, Sourced<PastMark>>();
  const unknown = new Map<string, { what: 'answer' | 'question'; said: string; rows: number }>();
  const asked = new Map(mapping.questions.map((one) => [one.asks.trim().toLowerCase(), one]));
  const at = (to: MarkColumnKind): number => mapping.columns.findIndex((one) => one.to === to);
  const [contactAt, markerAt, dayAt, chanceAt, questionAt, answerAt] = (
    ['contact', 'marker', 'day', 'chance', 'question', 'answer'] as const
  ).map(at) as [number, number, number, number, number, number];
  const wide = mapping.columns.flatMap(({ column, to }, place) => (to === 'asked' ? [{ column, place }] : []));
  for (const { row, cells } of rows) {
    const cell = (place: number): string => (place < 0 ? '' : (cells[place]?.trim() ?? ''));
    const refuse = (field: string | undefined, expected: string, remedy: string): void => {
      rejects.push({ file, row, ...(field === undefined ? {} : { field }), expected, remedy });
    };
    const miss = (what: 'answer' | 'question', said: string): void => {
      const key = `${what} ${said.toLowerCase()}`;
      const one = unknown.get(key) ?? { what, said, rows: 0 };
      unknown.set(key, { ...one, rows: one.rows + 1 });
    };
    const contact = cell(contactAt);
    if (contact === '') {
      refuse(nameOf(mapping, contactAt), 'the id or file name of the contact', 'Fill the cell, or leave the row out.');
      continue;
    }
    const day = cell(dayAt);
    const on = day === '' ? undefined : readWritten(day);
    if (on === null) {
      refuse(nameOf(mapping, dayAt), 'a day such as 2026-03-14 or 3/14/2026', 'Correct the day, or clear the cell.');
      continue;
    }
    const chance = cell(chanceAt);
    const probability = chance === '' ? undefined : chanceOf(chance);
    if (probability === null) {
      refuse(
        nameOf(mapping, chanceAt),
        'the chance with which the contact was drawn, over 0 and up to 1',
        'Write it as 0.05, 5 % or 1 in 20; where nobody knows, leave the cell empty.',
      );
      continue;
    }
    const pairs =
      questionAt >= 0
        ? [{ asks: cell(questionAt), said: cell(answerAt), field: nameOf(mapping, answerAt) }]
        : wide.map(({ column, place }) => ({ asks: column, said: cell(place), field: column }));
    for (const { asks, said, field } of pairs) {
      const question = asked.get(asks.toLowerCase());
      if (!question) {
        if (asks !== '') miss('question', asks);
        if (questionAt >= 0)
          refuse(nameOf(mapping, questionAt), 'a question that the mapping knows', 'Say which standard it speaks of.');
        continue;
      }
      if (question.standard === null) continue;
      const verdict = verdictIn(mapping, question, said);
      if (verdict === 'leave') continue;
      if (verdict === null) {
        miss('answer', said);
        refuse(field, 'an answer that the mapping knows', 'Say what this answer means, or correct the cell.');
        continue;
      }
      const mark: PastMark = {
        contact,
        standard: question.standard,
        verdict,
        marker: cell(markerAt),
        ...(probability === undefined ? {} : { probability }),
        ...(on === undefined ? {} : { on: (on.local ?? on.moment).slice(0, 10) }),
      };
      const key = [contact.toLowerCase(), mark.standard, mark.marker.toLowerCase()].join('\n');
      const before = found.get(key);
      if (before && !same(before.row.verdict, verdict))
        refuse(
          field,
          'one mark a contact, question and person',
          'It stands twice and differs: keep one of the rows, or say which column names who marked.',
        );
      else if (!before) found.set(key, { row: mark, from: { file, row } });
    }
  }
  return {
    rows: [...found.values()],
    rejects,
    unknown: [...unknown.values()].toSorted((a, b) => b.rows - a.rows || a.said.localeCompare(b.said)),
  };
}

function nameOf({ columns }: MarkMapping, at: number): string {
  return columns[at]?.column ?? '';
}
