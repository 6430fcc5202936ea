// The judge's file as PDF: a cover that a layman reads, then each section row by row, with the number by which record.json has it.
import { newPdf, type PdfMade, type PdfWriter } from '../../platform/pdf/pdf.ts';
import { askedWords, periodOf, sections, sectionTitles, type Section } from '../bundle.core.ts';
import type { BundleRecord, BundleRow } from '../verify/bundle-format.core.ts';
import { cellsOf, kindTitles, letterOf, marksOf, partsOf, plain, tableOf } from './row-words.core.ts';
import { certificateDraft, type FileFacts } from './texts.core.ts';

export interface PdfAsked {
  readonly record: BundleRecord;
  readonly facts: FileFacts;
  /** Names of people, sites and members by their ids, as far as whoever makes it may see them. */
  readonly names: ReadonlyMap<string, string>;
  /** Marks of these standards alone are told; null: all. */
  readonly standards: ReadonlySet<string> | null;
}

/** Writes it. Between sections others get their turn. */
export async function bundlePdf({ record, facts, names, standards }: PdfAsked): Promise<PdfMade> {
  const { organisation, asked, madeAt } = facts;
  const pdf = newPdf({ title: `Judge’s file: ${organisation}, ${periodOf(asked)}`, at: new Date(madeAt) });
  cover(pdf, record, facts);
  const known = new Map([...titlesOf(record), ...names]);
  for (const section of sections) {
    const rows = record.rows.filter((row) => row.section === section);
    if (rows.length === 0) continue;
    pdf.pageBreak();
    pdf.heading(1, sectionTitles[section]);
    await writeSection(pdf, section, rows, { record, names: known, standards });
  }
  pdf.pageBreak();
  pdf.heading(1, 'Draft of a custodian’s certificate');
  // Its lines were broken for a screen of letters of one width.
  for (const part of certificateDraft(facts).split('\n\n'))
    pdf.paragraph(
      part.includes('\n   - ') || part.includes('SHA-256 of record') ? part : part.replaceAll(/\n\s*/g, ' '),
    );
  return pdf.bytes();
}

function cover(pdf: PdfWriter, { rows, nothing, made }: BundleRecord, facts: FileFacts): void {
  pdf.heading(1, `${facts.organisation}: what was in force, who knew it, what was done`);
  pdf.paragraph(`Made on ${plain(facts.madeAt)} UTC by ${made.by}.`, { soft: true });
  pdf.list(askedWords(facts.asked, facts.names));
  pdf.heading(2, 'What is in it');
  pdf.table(
    ['Section', 'Rows'],
    sections.map((one) => [sectionTitles[one], String(rows.filter((row) => row.section === one).length)]),
    [4, 1],
  );
  if (nothing.length > 0) {
    pdf.heading(2, 'What is not on record');
    pdf.list(nothing);
  }
  pdf.heading(2, 'Why you can rely on it');
  pdf.paragraph(
    'Every row is sealed: whoever changes, removes or dates back one afterwards is found out. Open verify.html, which came with this file, in any browser, without a network, and drop the whole archive onto it. Name the key there that the organisation gave you another way: a file that somebody made anew would have been signed with another.',
  );
  const open = rows.filter((row) => row.seal === null).length;
  pdf.paragraph(
    open === 0
      ? 'The signed history vouches for each of its rows.'
      : `The signed history vouches for ${rows.length - open} of its ${rows.length} rows; the others are sealed by this file alone.`,
  );
  pdf.paragraph('What it can’t tell: whether what was written down was true when it was written down.', { soft: true });
  pdf.heading(3, 'SHA-256 of record.json, from which this was written');
  pdf.code(facts.recordHash);
  pdf.heading(3, 'Checkpoint of the history');
  pdf.code(facts.checkpoint);
  pdf.heading(3, 'Public key');
  pdf.code(facts.key);
}

async function writeSection(
  pdf: PdfWriter,
  section: Section,
  rows: readonly BundleRow[],
  { record, names, standards }: Pick<PdfAsked, 'record' | 'names' | 'standards'>,
): Promise<void> {
  for (const [kind, own] of Map.groupBy(rows, (row) => row.kind)) {
    pdf.heading(2, kindTitles[kind] ?? kind);
    if (kind === 'policies' || kind === 'procedures') {
      for (const [at, row] of own.entries()) {
        writeDocument(pdf, row, section === 'corrected', names);
        if (at % 20 === 19) await breath();
      }
    } else if (kind === 'letters') for (const row of own) writeLetter(pdf, row, names);
    else if (kind === 'marks') writeMarks(pdf, own, { record, standards, names });
    else {
      // In pieces: a long table keeps everybody else waiting.
      for (let from = 0; from < own.length; from += 200) {
        const table = tableOf(kind, own.slice(from, from + 200), names);
        pdf.table(table.head, table.rows, table.shares);
        await breath();
      }
    }
  }
}

const breath = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Documents by their titles, so that an answer says to what. */
function titlesOf({ rows }: BundleRecord): [string, string][] {
  return rows
    .filter(({ kind }) => kind === 'policies' || kind === 'procedures')
    .map((row): [string, string] => [plain(cellsOf(row)['id']), plain(cellsOf(row)['title'])]);
}

function writeLetter(pdf: PdfWriter, row: BundleRow, names: ReadonlyMap<string, string>): void {
  const { title, facts, words } = letterOf(row, names);
  pdf.heading(3, title);
  pdf.paragraph(facts, { soft: true });
  for (const [head, text] of words) pdf.paragraph(`${head}: ${text}`);
}

function writeDocument(pdf: PdfWriter, row: BundleRow, old: boolean, names: ReadonlyMap<string, string>): void {
  const cells = cellsOf(row);
  const says = (name: string): string => plain(cells[name]);
  const named = (name: string): string =>
    [cells[name]]
      .flat()
      .flatMap((one) => (plain(one) === '' ? [] : [names.get(plain(one)) ?? plain(one).replaceAll('-', ' ')]))
      .join(', ');
  pdf.heading(3, `${says('title')} (${says('id')}), version ${says('version')}`);
  const facts = [
    `Row ${row.n}`,
    `in force from ${says('from')}${says('to') === '' ? '' : ` to ${says('to')}`}`,
    says('owner') === '' ? 'no owner on record' : `owner: ${named('owner')}`,
    says('roles') === '' ? 'for every role' : `for: ${named('roles')}`,
    says('sites') === '' ? 'at every site' : `at: ${named('sites')}`,
    old ? `on record until it was corrected` : '',
  ].filter((one) => one !== '');
  pdf.paragraph(`${facts.join(' · ')}.`, { soft: true });
  for (const part of partsOf(row)) pdf.paragraph(`${part.id}. ${part.text}`);
}

function writeMarks(
  pdf: PdfWriter,
  rows: readonly BundleRow[],
  { record, standards, names }: Pick<PdfAsked, 'record' | 'standards' | 'names'>,
): void {
  const quotes = new Map(record.quotes.map(({ mark, words }) => [mark, words]));
  const contacts = new Map(record.contacts.map((one) => [one.id, one]));
  const told = rows.flatMap((row) => {
    const known = contacts.get(plain(cellsOf(row)['contact']));
    const day = (known?.began ?? '').slice(0, 16).replace('T', ' ');
    const named = (id = ''): string => names.get(id) ?? id;
    return marksOf(row, standards)
      .filter((mark) => mark.verdict !== 'not-applicable')
      .map((mark) => [
        String(row.n),
        day,
        named(known?.site),
        named(known?.person),
        mark.standard,
        `${mark.verdict === 'failed' ? 'missed' : mark.verdict} (${mark.marker})`,
        quotes.get(mark.id) ?? '',
      ]);
  });
  pdf.table(['Row', 'When', 'Site', 'Who', 'Standard', 'Mark', 'Words'], told, [0.5, 1, 1, 1, 1.5, 1.1, 3]);
}
