// The form for a row by hand, made from the columns that record files have: what each asks, in words that somebody on the floor
// understands. What a cell may hold is checked where files are checked, nowhere else.
import * as columns from '../column.core.ts';
import type { Column, Reader } from '../column.core.ts';
import type { Cells, EntryCell, EntryKind } from '../entries/entry.core.ts';
import { recordTables } from '../read-record.core.ts';
import { postColumns } from '../tables/people.core.ts';

export type FieldKind =
  | 'text'
  | 'id'
  | 'day'
  | 'month'
  | 'moment'
  | 'money'
  | 'count'
  | 'share'
  | 'person'
  | 'site'
  | 'standard'
  | 'role'
  | 'zone'
  | 'choice';

export interface FormField {
  /** The column's name in record files. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly several: boolean;
  readonly choices?: readonly string[];
  /** It is part of what makes the row one and the same: once on record it stays. */
  readonly fixed: boolean;
}

export interface FormOfKind {
  readonly kind: EntryKind;
  readonly fields: readonly FormField[];
  /** Clauses or steps are written below. */
  readonly text: boolean;
}

const kindsOfReaders = new Map<Reader<unknown>, FieldKind>([
  [columns.text, 'text'],
  [columns.id, 'id'],
  [columns.day, 'day'],
  [columns.month, 'month'],
  [columns.moment, 'moment'],
  [columns.money, 'money'],
  [columns.count, 'count'],
  [columns.share, 'share'],
  [columns.person, 'person'],
  [columns.site, 'site'],
  [columns.standard, 'standard'],
  [columns.standardOrPack, 'standard'],
  [columns.role, 'role'],
  [columns.ownRole, 'role'],
  [columns.timeZone, 'zone'],
]);

/** By kind; `*` holds for all. A label that is not here is the column's own name. */
const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '*': {
    person: 'Who',
    site: 'Where',
    on: 'On which day',
    from: 'From which day',
    to: 'Until',
    standards: 'About which standards',
    roles: 'For which roles',
    sites: 'At which sites',
    by: 'By whom',
  },
  posts: { supervisor: 'Answers to' },
  people: { id: 'A short id', role: 'Role', site: 'Where', supervisor: 'Answers to', from: 'First day there' },
  sites: {
    id: 'A short id',
    'spoken-names': 'What people call it',
    'location-class': 'Kind of place',
    opened: 'Opened on',
    closed: 'Closed for good on',
  },
  shifts: { from: 'Begins', to: 'Ends' },
  outages: { what: 'What failed', from: 'Began', to: 'Was over' },
  certificates: {
    task: 'Shown able to do what',
    on: 'Shown on',
    expires: 'Holds until',
    procedure: 'For which procedure',
    'procedure-version': 'Which version of it',
    standards: 'What the training covered',
  },
  observations: { person: 'Whom', act: 'What was done', cycle: 'Which round of help' },
  targets: { says: 'What it asks', 'set-by': 'Who set it', against: 'What it makes sensible to miss' },
  approvals: { 'waited-for': 'Waits for what', 'asked-at': 'Asked', 'answered-at': 'Answered' },
  attempts: { person: 'With whom', tried: 'What was tried', result: 'What was seen after', account: 'What they told' },
  procedures: { sort: 'What kind it is', trigger: 'What makes one take it up' },
  outcomes: { contact: 'Which contact', outcome: 'What came of it', worth: 'What it was worth' },
  acknowledgements: { kind: 'A policy or a procedure', document: 'Its id', on: 'Read on', answer: 'What they said' },
  'authority-limits': { act: 'May do what', limit: 'Up to how much', standards: 'What can’t be kept without more' },
};

const hints: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '*': {
    to: 'The first day on which it no longer held. Empty: it still holds.',
    standards: 'Empty: about nothing in particular.',
    roles: 'Empty: for everybody.',
    sites: 'Empty: everywhere.',
  },
  people: { id: 'Letters, digits and dashes, for example p-104. Other rows name the person by it.' },
  sites: {
    id: 'For example bay-street. Other rows name the site by it.',
    'time-zone': 'For example America/New_York.',
  },
  certificates: {
    task: 'As your procedures and duties call it, for example new-enquiry.',
    expires: 'The first day on which it no longer holds.',
    standards: '',
  },
  observations: { cycle: 'Where the same thing was helped with before: 1, 2, 3.' },
  'authority-limits': { limit: '0: they must always ask.', standards: '' },
  'site-months': { month: 'For example 2026-03.', occupancy: 'For example 91%.' },
  outcomes: { contact: 'The id or the file name that it came with.', outcome: 'In your own words.' },
  shifts: { from: 'By the clock of the site.', to: 'By the clock of the site.' },
  policies: { 'legal-basis': 'The law that demands it, or none.', owner: 'Who may change it.' },
  procedures: {
    task: 'The task it is for, as certificates and duties call it.',
    sort: 'help: a customer through a process; task: do it; response: to a request, an act or a behaviour.',
    owner: 'Who may change it.',
  },
};

/** Columns that make a row one and the same; an id is made where somebody gives none. */
const keys: Readonly<Partial<Record<EntryKind, readonly string[]>>> = {
  posts: ['person', 'site'],
  shifts: ['person', 'site', 'from'],
  'site-months': ['site', 'month'],
  acknowledgements: ['person', 'kind', 'document', 'version', 'on'],
  policies: ['id', 'version'],
  procedures: ['id', 'version'],
  outcomes: ['contact'],
};

/** The form of a table. @param correcting a row that stands: what makes it one and the same is then fixed */
export function formOf(kind: EntryKind, correcting: boolean): FormOfKind {
  const document = kind === 'policies' || kind === 'procedures';
  const spec = tableOf(kind);
  const own = Object.entries(spec.columns).flatMap(([name, column]) =>
    name === 'id' && !column.required ? [] : [fieldOf(kind, name, column)],
  );
  // A person without a place is nobody's; both are asked for at once.
  const post =
    kind === 'people' && !correcting
      ? postColumns
          .filter((name) => name !== 'to')
          .map((name) => ({ ...fieldOf('people', name, tableOf('posts').columns[name]!), required: false }))
      : [];
  return { kind, fields: ordered([...own, ...post]), text: document };
}

/** What must be filled in stands first. */
function ordered(fields: readonly FormField[]): FormField[] {
  return [...fields.filter((one) => one.required), ...fields.filter((one) => !one.required)];
}

function fieldOf(kind: EntryKind, name: string, column: Column<unknown>): FormField {
  const hint = hints[kind]?.[name] ?? hints['*']![name];
  const choices = column.reader.choices;
  return {
    name,
    label: labels[kind]?.[name] ?? labels['*']![name] ?? sentence(name),
    ...(hint === undefined || hint === '' ? {} : { hint }),
    kind: choices ? 'choice' : (kindsOfReaders.get(column.reader) ?? 'text'),
    required: column.required,
    several: column.several,
    ...(choices ? { choices } : {}),
    fixed: name === 'id' || (keys[kind] ?? []).includes(name),
  };
}

function sentence(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function tableOf(kind: EntryKind): (typeof recordTables)[number] {
  return recordTables.find((one) => one.kind === kind)!;
}

/** Cells as a form shows them: texts, several values in a list. @param zone of the row's site, for clock times */
export function writtenCells(kind: EntryKind, cells: Cells, zone: string): Record<string, string | string[]> {
  const clocks = new Set(Object.entries(tableOf(kind).columns).flatMap(([name, one]) => (one.clock ? [name] : [])));
  return Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => [name, clocks.has(name) ? clockIn(String(cell), zone) : written(cell)]),
  );
}

function written(cell: EntryCell): string | string[] {
  return typeof cell === 'object' ? [...cell] : String(cell);
}

/** `2026-03-01T09:00`, on the clock of the place. */
function clockIn(moment: string, timeZone: string): string {
  const two = '2-digit' as const;
  const parts = { year: 'numeric' as const, month: two, day: two, hour: two, minute: two };
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, ...parts }).format(new Date(moment));
  return text.replace(' ', 'T');
}
