// Rows of a judge's file in words: what a layman reads, and the Markdown of a document.
import type { BundleRow } from '../verify/bundle-format.core.ts';

type Cells = Readonly<Record<string, unknown>>;

/** What a row says of itself, under the names that record files use. */
export function cellsOf(row: Pick<BundleRow, 'cells'>): Cells {
  const cells = row.cells as Cells;
  return typeof cells['says'] === 'object' && cells['says'] !== null ? (cells['says'] as Cells) : cells;
}

/** A cell as text: lists with commas, what is empty as nothing. */
export function plain(value: unknown): string {
  if (typeof value === 'string') return value;
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

/** Columns by which rows of a kind are told, in a table; of others every cell is told. */
const columns: Readonly<Record<string, readonly string[]>> = {
  acknowledgements: ['on', 'person', 'document', 'version', 'answer'],
  'reader-notes': ['on_day', 'person_id', 'document_id', 'part_id', 'about', 'said', 'words'],
  certificates: ['on', 'person', 'task', 'procedure', 'expires'],
  posts: ['person', 'site', 'role', 'from', 'to'],
  'document-says': ['said_at', 'member_id', 'said', 'why'],
  'document-texts': ['published_at', 'version', 'published_by', 'sha256'],
  'document-reviews': ['on_day', 'version', 'reviewed_by', 'why', 'next_due'],
  'letter-events': ['on_day', 'kind', 'by', 'answer', 'says', 'because'],
  'clause-reasons': ['said_at', 'clause_id', 'purpose', 'protects', 'legal_basis', 'factor'],
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

/** The table of some rows of one kind: its heads, and a row each with its number first. */
export function tableOf(
  kind: string,
  rows: readonly BundleRow[],
  names: ReadonlyMap<string, string>,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const own = columns[kind];
  const named = (value: unknown): string => (typeof value === 'string' ? (names.get(value) ?? value) : plain(value));
  if (!own)
    return {
      head: ['row', 'what it says'],
      rows: rows.map((row) => [
        String(row.n),
        Object.entries(cellsOf(row))
          .filter(([, value]) => plain(value) !== '')
          .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${named(value)}`)
          .join(' · '),
      ]),
    };
  return {
    head: ['row', ...own.map((name) => name.replaceAll('_', ' ').replace(/ (at|day|id)$/, ''))],
    rows: rows.map((row) => [String(row.n), ...own.map((name) => named(cellsOf(row)[name]))]),
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
