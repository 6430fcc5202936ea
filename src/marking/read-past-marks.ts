// A table of past marks read row by row: a bad row is told with what was expected and what to do, and the rest is used.
import type { Reject } from '../contacts/contact.core.ts';
import { delimitedRows, sniffDelimiter } from '../contacts/readers/delimited.ts';
import type { Sourced } from '../kernel/sourced.ts';
import type { StandardKind } from '../standards/standard.core.ts';
import { chanceOf, couldMeanEither, dayOf, type PastMark, verdictOf } from './past-mark.core.ts';

interface PastMarksFile {
  readonly rows: readonly Sourced<PastMark>[];
  readonly rejects: readonly Reject[];
}

const longestRow = 1 << 20;
const headLength = 1 << 16;

/** Column names as people write them. */
const fields = {
  contact: /^(?:contact|call|chat|visit|conversation|file|recording)(?:[ _-]?id)?$|^id$/,
  standard: /^(?:standard|criterion|question|item)(?:[ _-]?id)?$/,
  verdict: /^(?:verdict|mark|result|answer|rating)$/,
  marker: /^(?:marker|reviewer|rater|who|by|marked[ _-]by)$/,
  probability: /^(?:probability|chance|drawn|sampling[ _-](?:probability|rate|fraction))$/,
  on: /^(?:on|day|date|marked[ _-]on)$/,
} as const;
type Field = keyof typeof fields;
const needed: readonly Field[] = ['contact', 'standard', 'verdict'];

/** @param standards ids that there are, with their kinds */
export async function readPastMarks(
  file: string,
  text: string,
  standards: ReadonlyMap<string, StandardKind>,
): Promise<PastMarksFile> {
  const rows: Sourced<PastMark>[] = [];
  const rejects: Reject[] = [];
  const refuse = (row: number, field: string | undefined, expected: string, remedy: string): null => {
    rejects.push({ file, row, ...(field === undefined ? {} : { field }), expected, remedy });
    return null;
  };
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text;
  const head = clean.slice(0, headLength);
  const delimiter = sniffDelimiter(head, head.length === clean.length)?.delimiter ?? ',';
  const seen = new Map<string, string>();
  let places: Record<Field, number> | null = null;
  for await (const found of delimitedRows(once(clean), delimiter, longestRow)) {
    if ('fault' in found) {
      refuse(found.row, undefined, 'a row whose quotes close', 'Close the quotes of the row, or leave it out.');
      continue;
    }
    if (found.cells.every((cell) => cell.trim() === '') || found.cells[0]?.startsWith('#')) continue;
    if (places === null) {
      const names = found.cells.map((cell) => cell.trim().toLowerCase());
      const at = (field: Field): number => names.findIndex((one) => fields[field].test(one));
      places = Object.fromEntries(Object.keys(fields).map((field) => [field, at(field as Field)])) as Record<
        Field,
        number
      >;
      const missing = needed.filter((field) => places![field] < 0);
      if (missing.length > 0) {
        const remedy =
          'Name the columns in the first row: contact, standard, verdict, and if you have them marker, probability, on.';
        refuse(found.row, missing.join(', '), `a column ${missing.join(' and a column ')}`, remedy);
        break;
      }
      continue;
    }
    const here = places;
    const row = markOf(
      (field) => (here[field] < 0 ? '' : (found.cells[here[field]] ?? '').trim()),
      standards,
      (...told) => refuse(found.row, ...told),
    );
    if (row === null) continue;
    const key = [row.contact.toLowerCase(), row.standard, row.marker.toLowerCase()].join('\n');
    const said = [row.verdict, row.probability, row.on].join('\n');
    if (seen.has(key)) {
      if (seen.get(key) !== said)
        refuse(
          found.row,
          undefined,
          'one mark a contact, standard and marker',
          'It stands twice and differs: keep one of the rows, or say in a column marker who made which.',
        );
      continue;
    }
    seen.set(key, said);
    rows.push({ row, from: { file, row: found.row } });
  }
  if (places === null && rejects.length === 0)
    refuse(1, undefined, 'a first row with the names of the columns', 'Fill the file: contact, standard, verdict ...');
  return { rows, rejects };
}

function markOf(
  cell: (field: Field) => string,
  standards: ReadonlyMap<string, StandardKind>,
  refuse: (field: string, expected: string, remedy: string) => null,
): PastMark | null {
  const [contact, standard] = [cell('contact'), cell('standard')];
  if (contact === '')
    return refuse('contact', 'the id or file name of the contact', 'Fill the cell, or leave the row out.');
  if (!standards.has(standard))
    return refuse(
      'standard',
      'the id of a standard in use',
      'Write the id as `customary standards list` shows it, e.g. opening.help-offered.',
    );
  if (standards.get(standard) === 'atrocity' && couldMeanEither(cell('verdict')))
    return refuse(
      'verdict',
      'happened or did not happen',
      'Of what should never happen, yes and no could be meant either way: write happened, did not happen, not applicable or unsure.',
    );
  const verdict = verdictOf(cell('verdict'));
  if (verdict === null)
    return refuse(
      'verdict',
      'met, failed, not applicable or unsure',
      'Write one of these words; yes and no are read too.',
    );
  const [chance, on] = [cell('probability'), cell('on')];
  const probability = chanceOf(chance);
  if (chance !== '' && probability === null)
    return refuse(
      'probability',
      'the chance with which the contact was drawn, over 0 and up to 1',
      'Write it as 0.05, 5 % or 1 in 20; where nobody knows, leave the cell empty.',
    );
  const day = dayOf(on);
  if (on !== '' && day === null)
    return refuse('on', 'a day like 2026-03-14', 'Correct the day, or leave the cell empty.');
  return {
    contact,
    standard,
    verdict,
    marker: cell('marker'),
    ...(probability === null ? {} : { probability }),
    ...(day === null ? {} : { on: day }),
  };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
