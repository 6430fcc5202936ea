// The main job through the API on both databases: contacts in, marked, causes found, reported.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importsApi } from '../contacts/imports.api.ts';
import type { Actor } from '../kernel/actor.ts';
import { markingApi } from '../marking/marking.api.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import { newApi, type Api } from '../platform/http/api.ts';
import { readLines } from '../platform/http/lines.ts';
import { recordApi } from '../record/record.api.ts';
import { diagnosisApi } from './diagnosis.api.ts';
import { reportApi } from './report.api.ts';
import { ReportSummary } from './report.shape.ts';
import { MarkLine } from './stream.shape.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
let spoolDir: string;

beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

const cold = [
  'Customer: Hi, um, I wanted to ask what you have for a ten by ten, and what it would cost me a month.',
  'Rep: Hold please.',
  'Rep: Okay, ninety five dollars.',
  'Customer: And can I get in on Sunday evening? I work late every other day of the week.',
  "Rep: No. That's our policy, I can't do anything about it.",
  'Customer: Okay. Well. I guess I will look around then.',
  'Rep: Bye.',
].join('\n');
const warm = [
  'Rep: Thank you for calling Harbor Self Storage, this is Dana, how can I help you?',
  'Customer: Hi, I wanted to ask what you have for a ten by ten, and what it would cost me a month.',
  "Rep: Sure, I'd be happy to help. What are you looking to store, and when would you need it?",
  'Customer: A couch and two beds, from the first.',
  'Rep: Then a ten by ten is right for you, it is ninety five dollars a month, and would you like me to reserve it for you today?',
  'Customer: Yes, please do.',
  'Rep: Done. Is there anything else I can help you with? Thank you for calling Harbor Self Storage.',
].join('\n');

class Harbor {
  readonly #api: Api;

  constructor(store: Store) {
    this.#api = newApi();
    const context = { store, actorOf: () => owner, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' };
    for (const routes of [importsApi, recordApi, markingApi, diagnosisApi, reportApi]) {
      this.#api.route('/', routes(context));
    }
  }

  async bring(files: Record<string, string>): Promise<void> {
    const { id } = (await this.#json('POST', '/v1/imports', { label: 'test' })) as { id: string };
    for (const [name, text] of Object.entries(files)) {
      await this.lines('PUT', `/v1/imports/${id}/files?name=${encodeURIComponent(name)}`, text);
    }
    await this.#json('POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 0 });
  }

  async run(): Promise<ReportSummary> {
    await this.lines('POST', '/v1/marking');
    await this.lines('POST', '/v1/diagnosis');
    return ReportSummary.parse(await this.#json('GET', '/v1/report'));
  }

  async record(files: Record<string, string>): Promise<unknown> {
    const wire = Object.entries(files).map(([name, text]) => ({ name, base64: Buffer.from(text).toString('base64') }));
    return this.#json('POST', '/v1/record', { files: wire });
  }

  async marks(): Promise<MarkLine[]> {
    return (await this.lines('GET', '/v1/report/marks')).map((line) => MarkLine.parse(line));
  }

  async lines(method: string, path: string, body?: string): Promise<unknown[]> {
    const found: unknown[] = [];
    for await (const line of readLines(
      await this.#api.request(path, { method, ...(body === undefined ? {} : { body }) }),
    )) {
      expect((line as { kind?: string }).kind, JSON.stringify(line)).not.toBe('problem');
      found.push(line);
    }
    return found;
  }

  async #json(method: string, path: string, body?: unknown): Promise<unknown> {
    const reply = await this.#api.request(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    expect(reply.ok, await reply.clone().text()).toBe(true);
    return reply.json();
  }
}

forEachDatabase((_name, open) => {
  it('a failure is reported with its quote, its ladder and its odds', async () => {
    const harbor = new Harbor(await open());
    await harbor.bring({ 'cold.txt': cold, 'warm.txt': warm });
    const report = await harbor.run();
    expect(report.counts.contacts).toBe(2);
    const refusal = report.failures.find((one) => one.standard === 'atrocity.bare-refusal');
    expect(
      refusal?.evidence
        .map((one) => one.quote)
        .join(' ')
        .toLowerCase(),
    ).toContain('policy');
    expect(refusal?.rungs).toHaveLength(12);
    const odds = Object.values(refusal?.odds ?? {});
    expect(odds.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 6);
    // Its own words cite a policy, and nothing else is on record: possible at most.
    expect(refusal?.leading).toContain('policy');
    expect(refusal?.standing).toBe('possible');
    const expected = Object.values(report.causes).reduce((sum, one) => sum + one, 0) - report.causes.fromWordsOnly;
    expect(expected).toBeCloseTo(report.counts.marks.failed, 1);
  });

  it('every quote stands in the transcript that it cites', async () => {
    const harbor = new Harbor(await open());
    await harbor.bring({ 'cold.txt': cold });
    const report = await harbor.run();
    const contacts = new Map(report.contacts.map((one) => [one.id, one]));
    expect(report.failures.length).toBeGreaterThan(2);
    for (const failure of report.failures) {
      for (const piece of failure.evidence) {
        const text = contacts.get(failure.contact)?.turns[piece.turn]?.text ?? '';
        expect(piece.quote).not.toBe('');
        expect(text.slice(piece.from, piece.to)).toBe(piece.quote);
      }
    }
  });

  it('marking again changes nothing, and the same contact gives the same marks', async () => {
    const harbor = new Harbor(await open());
    await harbor.bring({ 'cold.txt': cold, 'warm.txt': warm });
    await harbor.run();
    const first = await harbor.marks();
    await harbor.run();
    expect(await harbor.marks()).toEqual(first);
    expect(new Set(first.map((one) => one.id)).size).toBe(first.length);
  });

  it('facts that come later are marked with, without doubling a mark', async () => {
    const harbor = new Harbor(await open());
    await harbor.bring({ 'cold.txt': cold });
    await harbor.run();
    const before = (await harbor.marks()).find((one) => one.standard === 'phone.answered-in-three-rings');
    await harbor.bring({ 'facts.csv': 'file,rings,channel\ncold.txt,9,phone\nother.txt,2,phone' });
    await harbor.run();
    const after = (await harbor.marks()).filter((one) => one.standard === 'phone.answered-in-three-rings');
    expect(before?.verdict ?? 'not-applicable').not.toBe('failed');
    expect(after).toMatchObject([{ verdict: 'failed' }]);
  });

  it('only the standards that the record keeps are marked; what was marked before counts again once they are taken back', async () => {
    const harbor = new Harbor(await open());
    const markedBy = async (standards: string): Promise<MarkLine[]> => {
      await harbor.record({
        'organisation.yaml': `organisation: {name: Harbor, currency: USD, standards: [${standards}]}`,
      });
      await harbor.lines('POST', '/v1/marking');
      return harbor.marks();
    };
    await harbor.bring({ 'cold.txt': cold, 'warm.txt': warm });
    const both = await markedBy('chat, enquiry.need-before-price, atrocity.bare-refusal');
    expect(new Set(both.map((one) => one.standard))).toEqual(
      new Set(['enquiry.need-before-price', 'atrocity.bare-refusal']),
    );
    const one = await markedBy('atrocity.bare-refusal');
    expect(one).toEqual(both.filter((mark) => mark.standard === 'atrocity.bare-refusal'));
    expect(await markedBy('chat, enquiry.need-before-price, atrocity.bare-refusal')).toEqual(both);
  });

  it('a record moves the odds: a policy in force that stands in the way', async () => {
    const harbor = new Harbor(await open());
    await harbor.bring({
      'cold.txt': cold,
      'facts.csv': 'file,site,started at\ncold.txt,bay,2026-09-02T18:00:00Z\nx.txt,bay,2026-09-02T18:00:00Z',
    });
    await harbor.run();
    await harbor.record({
      'sites.csv': 'id,name,time zone\nbay,Bay Street,America/New_York\n',
      'policies/after-hours.md':
        '---\nid: after-hours\nversion: 1\ntitle: After hours\nclass: customer-service\nfrom: 2026-01-01\n---\n\n1. No access is arranged after six.\n   obstructs: atrocity.bare-refusal\n',
    });
    const report = await harbor.run();
    const refusal = report.failures.find((one) => one.standard === 'atrocity.bare-refusal');
    const policy = refusal?.rungs.find((one) => one.rung === 3);
    expect(report.recordBrought).toBe(true);
    expect(policy).toMatchObject({ answer: 'yes', pointsTo: 'policy', fromWords: false });
    expect(policy?.readFrom[0]).toMatchObject({ kind: 'policy', id: 'after-hours', version: '1' });
  });
});
