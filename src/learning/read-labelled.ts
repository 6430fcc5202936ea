// Labelled turns from a file: a table or JSONL with dialogue, speaker, text and satisfaction, or the tab format of the
// public sets (USER/SYSTEM, text, action, scores; a blank line between dialogues). A bad row is listed and the rest is used.
import type { Reject } from '../contacts/contact.core.ts';
import { delimitedRows, sniffDelimiter } from '../contacts/readers/delimited.ts';
import { isJsonLines, jsonLines } from '../contacts/readers/json-values.ts';
import { ratingsOf, speakerOf, type LabelledDialogue, type LabelledTurn } from './satisfaction.core.ts';

export interface LabelledFile {
  readonly dialogues: readonly LabelledDialogue[];
  readonly rejects: readonly Reject[];
}

/** A row longer than this is no turn of a dialogue. */
const longestRow = 1 << 20;
const headLength = 1 << 16;

/** Column names as people write them, for each field. */
const fields = {
  dialogue: /^(?:dialogue|dialog|conversation|contact|call|chat|session)(?:[ _-]?id)?$|^id$/,
  speaker: /^(?:speaker|role|author|who|sender|from)$/,
  text: /^(?:text|message|words|utterance|turn|said|content)$/,
  satisfaction: /^(?:satisfaction|ratings?|scores?|labels?)$/,
} as const;
type Field = keyof typeof fields;
const fieldNames = Object.keys(fields) as Field[];

interface Row {
  readonly row: number;
  readonly cells: Readonly<Record<Field, string>>;
}

/** @param name the file's name, as rejects tell it */
export async function readLabelled(name: string, text: string): Promise<LabelledFile> {
  const rejects: Reject[] = [];
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text;
  const refuse = (row: number | undefined, field: string | undefined, expected: string, remedy: string): void => {
    rejects.push({ file: name, ...(row === undefined ? {} : { row }), ...(field ? { field } : {}), expected, remedy });
  };
  const head = clean.slice(0, headLength);
  if (/^\s*(?:USER|SYSTEM)\t/.test(head)) return { dialogues: tabDialogues(clean, refuse), rejects };
  const rows = isJsonLines(head) ? jsonRows(clean, refuse) : tableRows(clean, head, refuse);
  return { dialogues: await gathered(rows, refuse), rejects };
}

type Refuse = (row: number | undefined, field: string | undefined, expected: string, remedy: string) => void;

function tabDialogues(text: string, refuse: Refuse): LabelledDialogue[] {
  const dialogues: LabelledDialogue[] = [];
  let turns: LabelledTurn[] = [];
  const end = (): void => {
    if (turns.length > 0) dialogues.push({ turns });
    turns = [];
  };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [role = '', said = '', , scores = ''] = line.split('\t');
    if (line.trim() === '') end();
    else if (said !== 'OVERALL') {
      const turn = turnOf({ dialogue: '', speaker: role, text: said, satisfaction: scores }, index + 1, refuse);
      if (turn) turns.push(turn);
    }
  }
  end();
  return dialogues;
}

async function* tableRows(text: string, head: string, refuse: Refuse): AsyncGenerator<Row> {
  const delimiter = sniffDelimiter(head, head.length === text.length)?.delimiter ?? ',';
  let places: Record<Field, number> | null = null;
  for await (const found of delimitedRows(once(text), delimiter, longestRow)) {
    if ('fault' in found) {
      refuse(found.row, undefined, 'a row whose quotes close', 'Close the quotes of the row, or leave it out.');
      continue;
    }
    if (found.cells.every((cell) => cell.trim() === '')) continue;
    if (places === null) {
      const headers = found.cells.map((cell) => cell.trim().toLowerCase());
      const at = (field: Field): number => headers.findIndex((header) => fields[field].test(header));
      places = { dialogue: at('dialogue'), speaker: at('speaker'), text: at('text'), satisfaction: at('satisfaction') };
      const missing = fieldNames.filter((field) => places![field] < 0);
      if (missing.length > 0) {
        const remedy = 'Name the columns dialogue, speaker, text and satisfaction in the first row.';
        refuse(found.row, missing.join(', '), `a column ${missing.join(' and a column ')}`, remedy);
        return;
      }
      continue;
    }
    const cell = (field: Field): string => found.cells[places![field]] ?? '';
    yield {
      row: found.row,
      cells: {
        dialogue: cell('dialogue'),
        speaker: cell('speaker'),
        text: cell('text'),
        satisfaction: cell('satisfaction'),
      },
    };
  }
}

async function* jsonRows(text: string, refuse: Refuse): AsyncGenerator<Row> {
  for await (const found of jsonLines(once(text), longestRow)) {
    const value = 'fault' in found ? null : found.value;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      refuse(found.row, undefined, 'one JSON object a line', 'Correct the line, or leave it out.');
      continue;
    }
    const entries = Object.entries(value);
    const cell = (field: Field): string => {
      const one = entries.find(([key]) => fields[field].test(key.toLowerCase()))?.[1];
      if (Array.isArray(one)) return one.join(',');
      return typeof one === 'string' || typeof one === 'number' ? String(one) : '';
    };
    yield {
      row: found.row,
      cells: {
        dialogue: cell('dialogue'),
        speaker: cell('speaker'),
        text: cell('text'),
        satisfaction: cell('satisfaction'),
      },
    };
  }
}

async function gathered(rows: AsyncIterable<Row>, refuse: Refuse): Promise<LabelledDialogue[]> {
  const dialogues = new Map<string, LabelledTurn[]>();
  for await (const { row, cells } of rows) {
    const id = cells.dialogue.trim();
    if (id === '') {
      refuse(
        row,
        'dialogue',
        'the id of the dialogue',
        'Fill the cell, so that it is known which dialogue the turn is of.',
      );
      continue;
    }
    const turn = turnOf(cells, row, refuse);
    if (!turn) continue;
    const turns = dialogues.get(id);
    if (turns) turns.push(turn);
    else dialogues.set(id, [turn]);
  }
  return [...dialogues.values()].map((turns) => ({ turns }));
}

// A rating that can't be read costs the rating: the words still stand before what comes next.
function turnOf(cells: Row['cells'], row: number, refuse: Refuse): LabelledTurn | null {
  const speaker = speakerOf(cells.speaker);
  if (speaker === null) {
    refuse(
      row,
      'speaker',
      'customer or rep (or user, caller, system, agent ...)',
      'Say who speaks, or leave the row out.',
    );
    return null;
  }
  if (cells.text.trim() === '') {
    refuse(row, 'text', 'the words of the turn', 'Fill the cell, or leave the row out.');
    return null;
  }
  const ratings = ratingsOf(cells.satisfaction);
  if (ratings === null)
    refuse(
      row,
      'satisfaction',
      'a whole number from 1 to 5, or several (3,2,2), or dissatisfied, neutral, satisfied',
      'Correct the rating; the words of the row were read.',
    );
  return { speaker, text: cells.text, ratings: speaker === 'customer' ? (ratings ?? []) : [] };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
