// Marks and failures as CSV that a spreadsheet opens as words, never as a formula. RFC 4180 with CRLF, UTF-8.
import { line } from './csv-line.view.ts';
import type { FailureWithContact } from './full.view.ts';
import { publishedCell } from './published.view.ts';
import { evidenceQuote } from './quote.view.ts';
import type { StandardRow } from '../../diagnosis/report.shape.ts';
import type { ContactLine, MarkLine } from '../../diagnosis/stream.shape.ts';
import { titleOf } from './wording.view.ts';

export interface CsvOptions {
  /** A byte order mark first, which Excel needs to read UTF-8 from a double click. */
  readonly bom?: boolean;
}

/** What a mark itself doesn't hold, to stand beside its ids. */
export interface MarkContext {
  readonly standards?: readonly Pick<StandardRow, 'id' | 'kind' | 'title' | 'says' | 'published'>[];
  /** Read to its end before the first mark; only the few facts of each contact are kept, never its turns. */
  readonly contacts?: Rows<Pick<ContactLine, 'id' | 'source' | 'channel' | 'site' | 'startedAt' | 'startedLocal'>>;
}

type Rows<T> = AsyncIterable<T> | Iterable<T>;

const verdictWords = {
  standard: { met: 'met', failed: 'missed', unsure: 'unsure', 'not-applicable': 'does not apply' },
  atrocity: { met: 'did not happen', failed: 'happened', unsure: 'unsure', 'not-applicable': 'does not apply' },
} as const;

/** One line a mark; the quotes of its evidence run together with " | ". */
export async function* marksCsv(marks: Rows<MarkLine>, options: CsvOptions & MarkContext = {}): AsyncGenerator<string> {
  const standards = new Map((options.standards ?? []).map((row) => [row.id, row]));
  const facts = new Map<string, readonly string[]>();
  for await (const one of options.contacts ?? []) {
    const day = (one.startedLocal ?? one.startedAt ?? '').slice(0, 10);
    facts.set(one.id, [day, one.site ?? '', one.channel, one.source.file]);
  }
  yield start(options, [
    'id',
    'contact',
    'standard',
    'verdict',
    'marker',
    'confidence',
    'turn',
    'quote',
    'searched',
    'why',
    'title',
    'in words',
    'day',
    'site',
    'channel',
    'file',
    'published elsewhere',
  ]);
  for await (const mark of marks) {
    const quotes = mark.evidence.map((piece) => piece.quote).join(' | ');
    const standard = standards.get(mark.standard);
    const searched = mark.searched ? `${mark.searched.fromTurn} to ${mark.searched.toTurn}` : '';
    yield line([
      mark.id,
      mark.contact,
      mark.standard,
      mark.verdict,
      mark.marker,
      mark.confidence,
      mark.evidence[0]?.turn ?? '',
      quotes,
      searched,
      mark.why ?? '',
      standard === undefined ? '' : titleOf(standard),
      verdictWords[standard?.kind ?? 'standard'][mark.verdict],
      ...(facts.get(mark.contact) ?? ['', '', '', '']),
      publishedCell(standard),
    ]);
  }
}

/** One line a failure: where, what, the quote, the odds and the standing. */
export async function* failuresCsv(
  failures: Rows<FailureWithContact>,
  options: CsvOptions = {},
): AsyncGenerator<string> {
  const causes = ['policy', 'procedure', 'training', 'management', 'personnel'] as const;
  yield start(options, [
    'mark',
    'contact',
    'file',
    'site',
    'day',
    'channel',
    'standard',
    'quote',
    'leading cause',
    ...causes,
    'standing',
  ]);
  for await (const { failure, contact } of failures) {
    const odds = causes.map((cause) => (failure.odds ? Math.round(failure.odds[cause] * 1000) / 1000 : ''));
    yield line([
      failure.mark,
      failure.contact,
      contact.source.file,
      contact.site ?? '',
      contact.day ?? '',
      contact.channel,
      failure.standard,
      evidenceQuote(failure, contact, 1_000) ?? '',
      failure.leading[0] ?? '',
      ...odds,
      failure.standing ?? '',
    ]);
  }
}

function start(options: CsvOptions, heads: readonly string[]): string {
  return `${options.bom ? '\ufeff' : ''}${line(heads)}`;
}
