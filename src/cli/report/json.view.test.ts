import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportFixture } from '../../../e2e/report-fixture.ts';
import { reportJson, reportSchema } from './json.view.ts';
import type { ContactLine, FindingLine, MarkLine } from '../../diagnosis/stream.shape.ts';
import { ReportDocument } from '../../diagnosis/stream.shape.ts';

const summary = reportFixture({ hostile: '</script>"\\\u2028\u001b[2J' });

const contacts: ContactLine[] = summary.contacts.map(({ id, source, channel, turns }) => ({
  id,
  source,
  channel,
  turns,
}));
const marks: MarkLine[] = summary.failures.map((failure) => ({
  id: failure.mark,
  contact: failure.contact,
  standard: failure.standard,
  verdict: 'failed',
  marker: failure.marker,
  confidence: failure.confidence,
  evidence: failure.evidence,
  searched: failure.searched ?? null,
}));
const findings: FindingLine[] = summary.failures.map((failure) => ({
  mark: failure.mark,
  odds: failure.odds!,
  standing: failure.standing!,
  rungs: failure.rungs,
}));

describe('the JSON document', () => {
  it('is valid against its own schema, whatever the words', async () => {
    const text = (await everything(reportJson(summary, { contacts, marks, findings }))).join('');
    const document = ReportDocument.parse(JSON.parse(text));
    expect(document.contacts).toHaveLength(contacts.length);
    expect(document.marks[0]).toEqual(marks[0]);
    expect(document.findings[0]).toEqual(findings[0]);
    expect(document.head.customary).toBe('0.1.0');
  });

  it('is valid with nothing in it', async () => {
    const text = (await everything(reportJson(summary, { contacts: [], marks: [], findings: [] }))).join('');
    expect(ReportDocument.parse(JSON.parse(text)).marks).toEqual([]);
  });

  it('takes a row only when the one before has been written', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<MarkLine> {
      for (;;) {
        taken += 1;
        yield marks[0]!;
      }
    }
    let written = 0;
    for await (const piece of reportJson(summary, { contacts: [], marks: endless(), findings: [] })) {
      if (piece.includes('"marker"')) written += 1;
      expect(taken - written).toBeLessThanOrEqual(1);
      if (written === 500) break;
    }
    expect(taken).toBe(500);
  });

  it('is told by the schema that stands in the docs', () => {
    const kept: unknown = JSON.parse(
      readFileSync(new URL('../../../docs/api/report.schema.json', import.meta.url), 'utf8'),
    );
    // Written anew by: node src/cli/report/write-schema.ts
    expect(kept).toEqual(JSON.parse(JSON.stringify(reportSchema())));
  });
});

async function everything<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}
