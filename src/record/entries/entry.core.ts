// A row of the record as pages show it: which table it stands in, whom and where it concerns, when it held, and one sentence
// of what it says. Its cells carry the names that record files use.
import type { Day, Moment } from '../../kernel/moment.ts';
import type { Origin } from '../../kernel/sourced.ts';
import type { StepWords } from '../record.core.ts';

/** The tables that pages list and forms fill. The organisation itself is kept in settings. */
export const entryKinds = [
  'people',
  'posts',
  'sites',
  'site-months',
  'shifts',
  'authority-limits',
  'policies',
  'procedures',
  'duties',
  'acknowledgements',
  'certificates',
  'observations',
  'targets',
  'approvals',
  'outages',
  'attempts',
  'outcomes',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Rows by the hundred a week: listed where somebody asks for them by name. */
export const onlyWhenAsked: readonly EntryKind[] = ['shifts', 'site-months', 'outcomes'];

/** Stands for the day of what has none: before every day that anybody writes. */
export const noDay = '0001-01-01';

/** `step` is what a step says beside its words. */
export interface Part {
  readonly id: string;
  readonly text: string;
  readonly serves: readonly string[];
  readonly obstructs: readonly string[];
  readonly step?: StepWords;
}

export type EntryCell = string | number | boolean | readonly string[];

/** Cells by column name; `parts` stands apart. What is empty is left out. */
export type Cells = Readonly<Record<string, EntryCell>>;

export interface RecordEntry {
  readonly kind: EntryKind;
  /** What makes it one and the same row, e.g. its id; several columns are joined with `~`. */
  readonly key: string;
  readonly cells: Cells;
  /** Clauses or steps, of documents alone. */
  readonly parts: readonly Part[];
  readonly person: string | null;
  readonly site: string | null;
  readonly sites: readonly string[];
  /** Null for what has no beginning of its own: a site, a person. */
  readonly from: Day | null;
  /** The first day on which it no longer held; null for what still holds, and for what was done on one day. */
  readonly to: Day | null;
  readonly origin: Origin;
  /** Tells whether it is still as it was seen. */
  readonly digest: string;
  readonly recordedAt: Moment;
}

const actWords: Readonly<Record<string, string>> = {
  encourage: 'Encouraged',
  help: 'Helped',
  guide: 'Guided',
  observe: 'Observed',
  reprimand: 'Reprimanded',
};

/** Standards named in a list before the rest is counted. */
const mostNamed = 3;

/**
 * What a row says, in a few words without a person's name: names are set beside it for those who may see them.
 * @param titles of standards by their ids; an id stands for itself where there is none
 */
export function saysOf(
  { kind, cells }: Pick<RecordEntry, 'kind' | 'cells'>,
  titles: ReadonlyMap<string, string> = new Map(),
): string {
  const word = (name: string): string => words(cells[name]);
  const about = (name: string, before = ': '): string => (word(name) === '' ? '' : `${before}${word(name)}`);
  switch (kind) {
    case 'people':
    case 'sites':
      return word('name');
    case 'posts':
      return plain(word('role'));
    case 'shifts':
      return 'A shift';
    case 'site-months':
      return `What the site produced in ${word('month')}`;
    case 'authority-limits': {
      const most = Number(cells.limit ?? 0);
      return `${plain(word('role'))}: ${word('act')}, ${most === 0 ? 'always to ask' : `up to ${word('limit')}`}`;
    }
    case 'policies':
    case 'procedures':
      return `${word('title')}, version ${word('version')}`;
    case 'duties':
      return `${plain(word('role'))}: ${plain(word('task'))}`;
    case 'acknowledgements':
      return `${word('document')}, version ${word('version')}: ${plain(word('answer'))}`;
    case 'certificates':
      return plain(word('task'));
    case 'observations':
      return `${actWords[word('act')] ?? word('act')}${aboutStandards(cells.standards, titles)}`;
    case 'targets':
      return word('says');
    case 'approvals':
      return `Waited for ${word('waited-for')}`;
    case 'outages':
      return `Failed: ${word('what')}`;
    case 'attempts':
      return `Tried: ${plain(word('tried'))}${about('result')}`;
    case 'outcomes':
      return `What came of a contact${about('outcome')}`;
  }
}

function aboutStandards(cell: EntryCell | undefined, titles: ReadonlyMap<string, string>): string {
  if (typeof cell !== 'object' || cell.length === 0) return '';
  const more = cell.length - mostNamed;
  const named = cell.slice(0, mostNamed).map((id) => titles.get(id) ?? id);
  return `, about ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** `new-enquiry` as `new enquiry`. */
function plain(id: string): string {
  return id.replaceAll(/[-_]/g, ' ');
}

function words(cell: EntryCell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'object' ? cell.join(', ') : String(cell);
}

/** The standards that a row names, in its own columns and in its clauses or steps; each once. */
export function standardsOf({ cells, parts }: Pick<RecordEntry, 'cells' | 'parts'>): string[] {
  const own = ['standards', 'against'].flatMap((name) => {
    const cell = cells[name];
    return typeof cell === 'object' ? cell : [];
  });
  return [...new Set([...own, ...parts.flatMap((one) => [...one.serves, ...one.obstructs])])];
}

export function isEntryKind(text: string): text is EntryKind {
  return (entryKinds as readonly string[]).includes(text);
}
