// What a table is and what its columns mean, guessed from its headers and its first rows; what the owner told outranks it.
import { fieldOfHeader, headerWords } from './column-words.ts';
import { isBlank } from './facts-of.ts';
import type { ColumnField, Place, TableKind, TableMapping } from './read-item.ts';
import { serialKind, serialTold, type SerialKind } from './serial-days.ts';
import { isSpeechLike } from './speech-like.ts';
import { statedRole } from './speaker-words.ts';
import { readTime } from './times.ts';

export interface TablePlan {
  readonly kind: TableKind;
  readonly headers: readonly string[];
  readonly fields: readonly ColumnField[];
  /** By number of column: those of times that are written as a spreadsheet's numbers. */
  readonly serials: ReadonlyMap<number, SerialKind>;
  /** What was noticed about columns, to be told. */
  readonly says: readonly string[];
  /** 0 to 1: 1 is told or named outright, below 0.5 is worth asking. */
  readonly howSure: number;
}

interface Column {
  readonly header: string;
  readonly values: readonly string[];
  readonly distinct: number;
  readonly words: number;
  field: ColumnField | null;
  told: boolean;
}

/** The plan for a table, or null where nothing in it looks like a contact, an answer or a fact. */
export function planTable(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  place: Place,
): TablePlan | null {
  const told = new Map(
    Object.entries(place.options.columns ?? {}).map(([name, field]) => [name.trim().toLowerCase(), field]),
  );
  const columns = headers.map((header, i) =>
    columnOf(
      header,
      sample.map((row) => row[i] ?? ''),
      told.get(header.trim().toLowerCase()),
    ),
  );
  const named = columns.filter((column) => column.field !== null).length;
  keepFirst(columns);
  guessText(columns);
  guessSpeaker(columns);
  guessContact(columns, sample.length);
  const kind = place.options.table ?? kindOf(columns, sample.length);
  if (kind === null) return null;
  // A table of documents has an id and a text as well; only what reads as somebody's words is a message.
  const words = columns.find((column) => column.field === 'text');
  if (kind === 'messages' && !place.options.table && words && !words.told && !isSpeechLike(words.values.join('\n')))
    return null;
  const fields = columns.map((column) => fieldIn(kind, column));
  const guessed = fields.filter(
    (field, i) =>
      field !== 'ignore' && field !== 'question' && fieldOfHeader(headers[i]!) !== field && !columns[i]!.told,
  ).length;
  const sure =
    place.options.table || told.size > 0
      ? 1
      : Math.max(0.3, (kind === 'visits' ? 0.8 : 0.95) - 0.25 * guessed - (named === 0 ? 0.2 : 0));
  const serials = serialsOf(kind, columns, fields);
  const says = [...serials].map(([at, found]) => serialTold(headers[at]!, columns[at]!.values[0]!, found));
  return { kind, headers, fields, serials, says, howSure: Math.round(sure * 100) / 100 };
}

function serialsOf(
  kind: TableKind,
  columns: readonly Column[],
  fields: readonly ColumnField[],
): Map<number, SerialKind> {
  return new Map(
    columns.flatMap(({ header, values }, at): [number, SerialKind][] => {
      const found = fields[at] === 'time' ? serialKind(header, values, kind) : null;
      return found === null ? [] : [[at, found]];
    }),
  );
}

export function mappingOf(plan: TablePlan): TableMapping {
  return {
    table: plan.kind,
    columns: plan.headers.map((column, i) => ({ column: column.slice(0, 120), field: plan.fields[i]! })),
  };
}

function columnOf(header: string, all: readonly string[], told: ColumnField | undefined): Column {
  const values = all.filter((value) => !isBlank(value));
  const words = values.reduce((sum, value) => sum + value.trim().split(/\s+/).length, 0) / Math.max(1, values.length);
  return {
    header,
    values,
    words,
    distinct: new Set(values).size,
    field: told ?? fieldMeant(header, words),
    told: told !== undefined,
  };
}

/** What a header means beside its cells: a "conversation" of one word a cell is the conversation's name, not what was said. */
function fieldMeant(header: string, words: number): ColumnField | null {
  const field = fieldOfHeader(header);
  return field === 'transcript' && words > 0 && words < 2 ? 'contact' : field;
}

const single: ReadonlySet<ColumnField> = new Set([
  'contact',
  'file',
  'speaker',
  'text',
  'transcript',
  'end',
  'order',
  'site',
  'rep',
  'duration',
]);

// Two columns of one meaning: a told one wins, then the one with the more to say (an id before a name, for the contact the first).
function keepFirst(columns: readonly Column[]): void {
  for (const field of single) {
    const same = columns.filter((column) => column.field === field);
    const best =
      same.find((column) => column.told) ??
      (field === 'contact'
        ? bestContact(same)
        : field === 'text'
          ? longest(same)
          : field === 'speaker'
            ? (same.find(holdsRoles) ?? same.find((one) => one.values.length > 0))
            : same.find((one) => one.values.length > 0));
    for (const column of same) if (column !== best) column.field = null;
  }
}

// `conversation_id` beside a bare `id` (of the row) is the contact's.
const bestContact = (same: readonly Column[]): Column | undefined =>
  same.find((column) => !/^(?:id|uuid|guid)$/.test(headerWords(column.header)) && column.values.length > 0) ?? same[0];

const longest = (columns: readonly Column[]): Column | undefined => columns.toSorted((a, b) => b.words - a.words)[0];

function guessText(columns: readonly Column[]): void {
  const dialogue = columns.find((column) => column.field === null && holdsDialogue(column));
  if (dialogue && !columns.some((column) => column.field === 'transcript')) dialogue.field = 'transcript';
  if (columns.some((column) => column.field === 'text' || column.field === 'transcript')) return;
  const wordy = columns.filter(
    (column) =>
      column.field === null && column.words >= 3 && !isQuestion(column) && column.distinct > column.values.length / 2,
  );
  const best = wordy.length <= 2 ? longest(wordy) : undefined;
  if (best) best.field = 'text';
}

const holdsDialogue = (column: Column): boolean =>
  column.values.length > 0 &&
  column.values.filter((value) => /\n/.test(value) && /(?:^|\n)[^\n:]{1,40}: \S[^]*\n[^\n:]{1,40}: /.test(value))
    .length >
    column.values.length / 2;

function guessSpeaker(columns: readonly Column[]): void {
  const speaker = columns.find((column) => column.field === 'speaker');
  if (speaker?.told) return;
  const byRole = columns.find(
    (column) =>
      (column.field === null || ['rep', 'channel', 'customer'].includes(column.field)) &&
      !column.told &&
      holdsRoles(column),
  );
  if (!speaker && byRole) byRole.field = 'speaker';
}

const holdsRoles = (column: Column): boolean =>
  column.values.length > 1 &&
  column.distinct <= 6 &&
  column.distinct >= 2 &&
  column.values.filter((value) => statedRole(value) !== null).length > column.values.length * 0.8;

function guessContact(columns: readonly Column[], rows: number): void {
  if (columns.some((column) => column.field === 'contact')) return;
  const id = columns.find(
    (column) =>
      column.field === null &&
      /\b(?:id|uuid|guid|no|nr|number|ref|reference|key)$/.test(headerWords(column.header)) &&
      column.values.length > rows * 0.9 &&
      column.words < 3,
  );
  // Turns of several contacts one after another, each with the contact's number, whatever the header calls it.
  const spoken = columns.some((column) => column.field === 'text') && columns.some((one) => one.field === 'speaker');
  const found =
    id ?? (spoken ? columns.find((column) => column.field === null && repeatsInRuns(column, rows)) : undefined);
  if (found) found.field = 'contact';
}

function repeatsInRuns({ values, distinct }: Column, rows: number): boolean {
  if (values.length < rows || distinct < 2 || distinct > rows * 0.7) return false;
  if (!values.every((value) => /^[\w./#-]*\d[\w./#-]*$/.test(value.trim()) && readTime(value) === null)) return false;
  return values.filter((value, i) => value !== values[i - 1]).length === distinct;
}

/** A column that asks: a question mark, a numbered or long header, or answers of yes and no or a short scale. */
function isQuestion(column: Column): boolean {
  if (/\?/.test(column.header) || /^\s*(?:q?\d+(?:\.\d+)*[.)]|q\d+\b)/i.test(column.header)) return true;
  if (headerWords(column.header).split(' ').length >= 5) return true;
  const answers = column.values.filter((value) =>
    /^(?:yes|no|y|n|true|false|oui|non|ja|nein|s[ií]|met|failed|pass|fail|n\/?a|[0-5])$/i.test(value.trim()),
  );
  return column.values.length > 0 && answers.length > column.values.length * 0.8;
}

function kindOf(columns: readonly Column[], rows: number): TableKind | null {
  const has = (field: ColumnField): Column | undefined => columns.find((column) => column.field === field);
  const questions = columns.filter((column) => column.field === null && isQuestion(column)).length;
  const marked = columns.some((column) => /\?/.test(column.header));
  const id = has('contact') ?? has('file');
  const text = has('text');
  if (
    questions >= 3 &&
    (marked || !has('speaker')) &&
    !(id && /^(?:conversation|convo|call|chat|file|transcript|recording)/.test(headerWords(id.header)) && !marked)
  ) {
    if (!(text && has('speaker'))) return 'visits';
  }
  const transcript = has('transcript');
  if (transcript && (holdsDialogue(transcript) || (!text && transcript.words >= 15 && !has('speaker'))))
    return 'transcripts';
  if (!text && transcript) transcript.field = 'text';
  if (has('text')) {
    if (has('speaker') || has('order')) return 'turns';
    if (id) return id.distinct < rows * 0.9 ? 'turns' : 'messages';
    return has('time') && columns.length <= 3 && times(has('time')!) ? 'turns' : 'messages';
  }
  const known = columns.filter(
    (column) => column.field !== null && column.field !== 'ignore' && column.field !== 'name',
  ).length;
  return id && known >= 2 ? 'facts' : questions >= 2 ? 'visits' : null;
}

const times = (column: Column): boolean => column.values.every((value) => readTime(value) !== null);

function fieldIn(kind: TableKind, column: Column): ColumnField {
  const { field } = column;
  if (column.told && field) return field;
  if (kind === 'visits') {
    // A header in full words asks, whatever one word of it might mean; personal data and technical columns never are answers.
    if (field === null)
      return column.values.length === 0 ||
        isQuestion(column) ||
        (column.distinct > 1 && column.words > 2) ||
        headerWords(column.header).split(' ').length > 4
        ? 'question'
        : 'ignore';
    return field === 'text' || field === 'transcript' || field === 'speaker' || field === 'order' || field === 'end'
      ? 'question'
      : field;
  }
  if (field === null) return 'ignore';
  if (kind === 'facts' && (field === 'text' || field === 'speaker' || field === 'end' || field === 'order'))
    return 'ignore';
  return kind !== 'turns' && (field === 'speaker' || field === 'order' || field === 'end') ? 'ignore' : field;
}
