// Rows of a judge's file in words: what a layman reads, and the Markdown of a document.
import type { BundleRow } from '../verify/bundle-format.core.ts';

type Cells = Readonly<Record<string, unknown>>;

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)$/;

/** What a row says of itself, under the names that record files use. */
export function cellsOf(row: Pick<BundleRow, 'cells'>): Cells {
  const cells = row.cells as Cells;
  return typeof cells['says'] === 'object' && cells['says'] !== null ? (cells['says'] as Cells) : cells;
}

/** A cell as text: lists with commas, an instant to the minute, what is empty as nothing. */
export function plain(value: unknown): string {
  if (typeof value === 'string') return instant.test(value) ? `${value.slice(0, 10)} ${value.slice(11, 16)}` : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(plain).join(', ');
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

export interface PartTold {
  readonly id: string;
  readonly text: string;
  readonly serves: readonly string[];
  readonly obstructs: readonly string[];
}

/** Clauses or steps of a document's row. */
export function partsOf(row: Pick<BundleRow, 'cells'>): PartTold[] {
  const parts = cellsOf(row)['parts'];
  return Array.isArray(parts)
    ? parts.map((part: Cells) => ({
        id: plain(part['id']),
        text: plain(part['text']),
        serves: (part['serves'] as string[] | undefined) ?? [],
        obstructs: (part['obstructs'] as string[] | undefined) ?? [],
      }))
    : [];
}

/** A document's version as Markdown. */
export function markdownOf(row: BundleRow): string {
  const cells = cellsOf(row);
  const head = ['version', 'from', 'to', 'owner', 'roles', 'sites', 'class', 'legal-basis', 'task', 'review-due']
    .filter((name) => plain(cells[name]) !== '')
    .map((name) => `- ${name}: ${plain(cells[name])}`);
  const parts = partsOf(row).map((part) => {
    const links = [
      part.serves.length > 0 ? `serves ${part.serves.join(', ')}` : '',
      part.obstructs.length > 0 ? `stands in the way of ${part.obstructs.join(', ')}` : '',
    ].filter((one) => one !== '');
    return `## ${part.id}\n\n${part.text}\n${links.length > 0 ? `\n(${links.join('; ')})\n` : ''}`;
  });
  return `# ${plain(cells['title'])}\n\n${head.join('\n')}\n\n${parts.join('\n')}`;
}

/** Columns by which rows of a kind are told, each with its share of the width; of others every cell is told. */
const columns: Readonly<Record<string, readonly (readonly [name: string, share: number])[]>> = {
  acknowledgements: [
    ['on', 0.9],
    ['person', 1.4],
    ['document', 2.4],
    ['version', 0.7],
    ['answer', 1.1],
  ],
  'reader-notes': [
    ['on_day', 0.9],
    ['person_id', 1.2],
    ['document_id', 1.6],
    ['part_id', 0.5],
    ['about', 1.1],
    ['said', 1.1],
    ['words', 2.4],
  ],
  certificates: [
    ['on', 0.9],
    ['person', 1.4],
    ['task', 1.6],
    ['procedure', 1.6],
    ['expires', 0.9],
  ],
  posts: [
    ['person', 1.5],
    ['site', 1.5],
    ['role', 1.2],
    ['from', 0.9],
    ['to', 0.9],
  ],
  'document-says': [
    ['said_at', 1.2],
    ['member_id', 1.4],
    ['said', 1.1],
    ['why', 2.6],
  ],
  'document-texts': [
    ['published_at', 1.2],
    ['version', 0.7],
    ['published_by', 1.3],
    ['sha256', 3],
  ],
  'document-reviews': [
    ['on_day', 0.9],
    ['version', 0.7],
    ['reviewed_by', 1.3],
    ['why', 2.6],
    ['next_due', 0.9],
  ],
  'letter-events': [
    ['on_day', 0.9],
    ['kind', 1],
    ['by', 1.3],
    ['answer', 0.8],
    ['says', 2.6],
    ['because', 0.9],
  ],
  'clause-reasons': [
    ['said_at', 1.2],
    ['clause_id', 0.7],
    ['purpose', 2.2],
    ['protects', 1.4],
    ['legal_basis', 1],
    ['factor', 0.7],
  ],
};

export const kindTitles: Readonly<Record<string, string>> = {
  policies: 'Policies',
  procedures: 'Procedures',
  acknowledgements: 'Acknowledgements',
  'reader-notes': 'What readers said',
  certificates: 'Certificates',
  posts: 'Posts',
  marks: 'Marks',
  'document-texts': 'Published versions',
  'document-says': 'Approvals and objections',
  'document-reviews': 'Looked at again',
  'clause-reasons': 'Reasons given for clauses',
  'clause-links': 'Standards that clauses were linked to',
  letters: 'Letters',
  'letter-citations': 'What letters cite',
  'letter-events': 'What became of letters',
};

/** The table of some rows of one kind: its heads, a row each with its number first, and shares of the width. */
export function tableOf(
  kind: string,
  rows: readonly BundleRow[],
  names: ReadonlyMap<string, string>,
): {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly shares: readonly number[];
} {
  const own = columns[kind];
  const named = (value: unknown): string =>
    typeof value === 'string' ? (names.get(value) ?? plain(value)) : plain(value);
  if (!own)
    return {
      head: ['Row', 'What it says'],
      shares: [0.5, 6],
      rows: rows.map((row) => [
        String(row.n),
        Object.entries(cellsOf(row))
          .filter(([, value]) => plain(value) !== '')
          .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${named(value)}`)
          .join(' · '),
      ]),
    };
  return {
    head: ['Row', ...own.map(([name]) => headOf(name))],
    shares: [0.5, ...own.map(([, share]) => share)],
    rows: rows.map((row) => [String(row.n), ...own.map(([name]) => said(kind, name, named(cellsOf(row)[name])))]),
  };
}

function headOf(name: string): string {
  const words = name.replaceAll('_', ' ').replace(/ (at|day|id)$/, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Parts of the program and writers who are not named, as a layman calls them. */
function said(kind: string, name: string, text: string): string {
  if (kind !== 'letter-events' || name !== 'by') return text;
  return text === 'letters' ? 'the clock' : text === 'writer' ? 'a shielded writer' : text;
}

/** A letter as it is read: its facts in one line, and its words under their heads. */
export function letterOf(
  row: BundleRow,
  names: ReadonlyMap<string, string>,
): { readonly title: string; readonly facts: string; readonly words: readonly (readonly [string, string])[] } {
  const cells = cellsOf(row);
  const named = (name: string): string => names.get(plain(cells[name])) ?? plain(cells[name]);
  const part = plain(cells['about_part']);
  const facts = [
    `Row ${row.n}`,
    `sent on ${plain(cells['sent_on'])}`,
    `by ${cells['shielded'] === true ? 'a shielded writer' : named('writer') || named('writer_person') || 'somebody not named'}`,
    plain(cells['site_id']) === '' ? '' : `of ${named('site_id')}`,
    plain(cells['about_document']) === ''
      ? ''
      : `about ${named('about_document')}${part === '' ? '' : `, ${plain(cells['about_kind']) === 'policy' ? 'clause' : 'step'} ${part}`}`,
  ].filter((one) => one !== '');
  const number = plain(cells['number']);
  return {
    title: number === '' ? `Letter ${plain(cells['id'])}` : `Letter ${number}`,
    facts: `${facts.join(' · ')}.`,
    words: (
      [
        ['What is wrong', plain(cells['wrong'])],
        ['Why it should change', plain(cells['why'])],
        ['What to do instead', plain(cells['solution'])],
      ] as const
    ).filter(([, text]) => text !== ''),
  };
}

export interface MarkTold {
  readonly id: string;
  readonly standard: string;
  readonly verdict: string;
  readonly marker: string;
  readonly evidence: readonly { readonly turn: number; readonly from: number; readonly to: number }[];
}

/** What was marked of one contact. @param standards only of these; null: of all */
export function marksOf(row: BundleRow, standards: ReadonlySet<string> | null): MarkTold[] {
  const marks = cellsOf(row)['marks'] as readonly Cells[];
  return marks
    .filter((mark) => standards === null || standards.has(String(mark['standard'])))
    .map((mark) => ({
      id: String(mark['id']),
      standard: String(mark['standard']),
      verdict: String(mark['verdict']),
      marker: String(mark['marker']),
      evidence: (mark['evidence'] as MarkTold['evidence'] | undefined) ?? [],
    }));
}
