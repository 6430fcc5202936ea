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

type Unknown = MappedMarks['unknown'][number];
type Refusal = Pick<Reject, 'field' | 'expected' | 'remedy'>;
type AskedQuestion = MarkMapping['questions'][number];

/** Reads everything once; the same mark twice is one, and where the two differ both are told. */
export function readMappedMarks({ file, rows }: MarkRows, mapping: MarkMapping): MappedMarks {
  const columns = columnsOf(mapping);
  const asked = new Map(mapping.questions.map((one) => [one.asks.trim().toLowerCase(), one]));
  const rejects: Reject[] = [];
  const found = new Map<string, Sourced<PastMark>>();
  const unknown = new Map<string, Unknown>();
  for (const { row, cells } of rows) {
    const cellAt = (place: number): string => (place < 0 ? '' : (cells[place]?.trim() ?? ''));
    const refuse = (why: Refusal): void => void rejects.push({ file, row, ...why });
    const of = readRow(columns, cellAt);
    if ('expected' in of) {
      refuse(of);
      continue;
    }
    for (const { asks, said, field } of answersIn(columns, cellAt)) {
      const told = markIn(mapping, asked.get(asks.toLowerCase()), { asks, said, field }, columns);
      if (told.unknown) {
        const key = `${told.unknown.what} ${told.unknown.said.toLowerCase()}`;
        const one = unknown.get(key) ?? { ...told.unknown, rows: 0 };
        unknown.set(key, { ...one, rows: one.rows + 1 });
      }
      if (told.refused) refuse(told.refused);
      if (!told.mark) continue;
      const mark: PastMark = { ...of, ...told.mark };
      const key = [mark.contact.toLowerCase(), mark.standard, mark.marker.toLowerCase()].join('\n');
      const before = found.get(key);
      if (!before) found.set(key, { row: mark, from: { file, row } });
      else if (!same(before.row.verdict, mark.verdict)) refuse({ field, ...standsTwice });
    }
  }
  return {
    rows: [...found.values()],
    rejects,
    unknown: [...unknown.values()].toSorted((a, b) => b.rows - a.rows || a.said.localeCompare(b.said)),
  };
}

const standsTwice = {
  expected: 'one mark a contact, question and person',
  remedy: 'It stands twice and differs: keep one of the rows, or say which column names who marked.',
};

/** Where each kind of column stands, below 0 where there is none; and those of a question each. */
function columnsOf({ columns }: MarkMapping) {
  const one = (to: MarkColumnKind): { readonly at: number; readonly name: string } => {
    const at = columns.findIndex((column) => column.to === to);
    return { at, name: columns[at]?.column ?? '' };
  };
  return {
    contact: one('contact'),
    marker: one('marker'),
    day: one('day'),
    chance: one('chance'),
    question: one('question'),
    answer: one('answer'),
    wide: columns.flatMap(({ column, to }, at) => (to === 'asked' ? [{ at, name: column }] : [])),
  };
}

type Columns = ReturnType<typeof columnsOf>;
type CellAt = (place: number) => string;

/** What a row says besides its answers, or what was expected of it. */
function readRow(
  { contact, marker, day, chance }: Columns,
  cellAt: CellAt,
): Pick<PastMark, 'contact' | 'marker' | 'probability' | 'on'> | Refusal {
  const named = cellAt(contact.at);
  if (named === '')
    return {
      field: contact.name,
      expected: 'the id or file name of the contact',
      remedy: 'Fill the cell, or leave the row out.',
    };
  const written = cellAt(day.at);
  const on = written === '' ? undefined : readWritten(written);
  if (on === null)
    return {
      field: day.name,
      expected: 'a day such as 2026-03-14 or 3/14/2026',
      remedy: 'Correct the day, or clear the cell.',
    };
  const drawn = cellAt(chance.at);
  const probability = drawn === '' ? undefined : chanceOf(drawn);
  if (probability === null)
    return {
      field: chance.name,
      expected: 'the chance with which the contact was drawn, over 0 and up to 1',
      remedy: 'Write it as 0.05, 5 % or 1 in 20; where nobody knows, leave the cell empty.',
    };
  return {
    contact: named,
    marker: cellAt(marker.at),
    ...(probability === undefined ? {} : { probability }),
    ...(on === undefined ? {} : { on: (on.local ?? on.moment).slice(0, 10) }),
  };
}

interface Answer {
  readonly asks: string;
  readonly said: string;
  /** The column that it stands in. */
  readonly field: string;
}

/** A row holds one answer, to the question that it names, or one in the column of each question. */
function answersIn({ question, answer, wide }: Columns, cellAt: CellAt): Answer[] {
  return question.at >= 0
    ? [{ asks: cellAt(question.at), said: cellAt(answer.at), field: answer.name }]
    : wide.map(({ at, name }) => ({ asks: name, said: cellAt(at), field: name }));
}

interface Told {
  readonly mark?: Pick<PastMark, 'standard' | 'verdict'>;
  readonly refused?: Refusal;
  readonly unknown?: Omit<Unknown, 'rows'>;
}

/** The mark that an answer is; nothing where the mapping leaves it out. */
function markIn(
  mapping: MarkMapping,
  question: AskedQuestion | undefined,
  { asks, said, field }: Answer,
  columns: Columns,
): Told {
  if (!question)
    return {
      ...(asks === '' ? {} : { unknown: { what: 'question', said: asks } }),
      ...(columns.question.at < 0
        ? {}
        : {
            refused: {
              field: columns.question.name,
              expected: 'a question that the mapping knows',
              remedy: 'Say which standard it speaks of.',
            },
          }),
    };
  if (question.standard === null) return {};
  const verdict = verdictIn(mapping, question, said);
  if (verdict === 'leave') return {};
  if (verdict === null)
    return {
      unknown: { what: 'answer', said },
      refused: {
        field,
        expected: 'an answer that the mapping knows',
        remedy: 'Say what this answer means, or correct the cell.',
      },
    };
  return { mark: { standard: question.standard, verdict } };
}
