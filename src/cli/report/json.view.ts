// `--json`: one JSON document written piece by piece, so that a million marks take no more memory than one.
// docs/guide/report.md tells what it holds; stream.shape.ts is its schema.
import { z } from 'zod';
import type { ReportSummary } from '../../diagnosis/report.shape.ts';
import { ReportDocument } from '../../diagnosis/stream.shape.ts';
import type { ContactLine, FindingLine, MarkLine } from '../../diagnosis/stream.shape.ts';

type Rows<T> = AsyncIterable<T> | Iterable<T>;

export interface ReportStreams {
  readonly contacts: Rows<ContactLine>;
  readonly marks: Rows<MarkLine>;
  readonly findings: Rows<FindingLine>;
}

/** The document as pieces of text; each line of the long lists stands on a line of its own. Nothing is held but the summary. */
export async function* reportJson(summary: ReportSummary, streams: ReportStreams): AsyncGenerator<string> {
  const { head, organisation, sites, standards } = summary;
  yield `{"head":${JSON.stringify(head)},\n"organisation":${JSON.stringify(organisation)},\n"sites":${JSON.stringify(sites)},\n"standards":${JSON.stringify(standards)},\n"summary":${JSON.stringify(summaryRest(summary))}`;
  yield* list('contacts', streams.contacts);
  yield* list('marks', streams.marks);
  yield* list('findings', streams.findings);
  yield '}\n';
}

/** What of the summary has no place of its own in the document. */
function summaryRest(summary: ReportSummary): ReportDocument['summary'] {
  const {
    head: _head,
    organisation: _organisation,
    standards: _standards,
    sites: _sites,
    failures: _failures,
    contacts: _contacts,
    ...rest
  } = summary;
  return rest;
}

async function* list(name: string, rows: Rows<unknown>): AsyncGenerator<string> {
  yield `,\n"${name}":[`;
  let first = true;
  for await (const row of rows) {
    yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
    first = false;
  }
  yield ']';
}

/** The JSON Schema (draft 2020-12) of the document, as docs/api/report.schema.json holds it. */
export function reportSchema(): unknown {
  return z.toJSONSchema(ReportDocument);
}
