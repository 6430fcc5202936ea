// The made-up organisation has its reasons planted (demo/README.md). Somebody who tries Customary on it must find each of
// them where it was planted, and nobody blamed.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../src/diagnosis/stream.shape.ts';
import { newDesk, type Ran } from './desk.ts';

const demo = join(import.meta.dirname, '..', '..', 'demo');
type Rungs = NonNullable<ReportDocument['findings'][number]['rungs']>;

const desk = newDesk();
afterAll(async () => desk.clear());

let ran: Ran;
let report: ReportDocument;
let findings: readonly { file: string; standard: string; leading: readonly string[]; rungs: Rungs }[];

beforeAll(async () => {
  ran = await desk.run(['diagnose', join(demo, 'contacts'), '--record', join(demo, 'record'), '--json', 'all.json']);
  report = await desk.report('all.json');
  const files = new Map(report.contacts.map((one) => [one.id, one.source.file]));
  findings = report.findings.map(({ contact = '', standard = '', leading = [], rungs }) => ({
    file: files.get(contact) ?? '',
    standard,
    leading,
    rungs,
  }));
}, 240_000);

/** Standards that failed in contacts of these files with this cause in the lead, for this reason. */
function led(cause: string, detail: string, ...files: readonly string[]): string[] {
  return findings
    .filter((one) => one.leading[0] === cause && files.some((file) => one.file.includes(file)))
    .filter((one) => one.rungs.some((rung) => rung.pointsTo === cause && rung.detail === detail))
    .map((one) => one.standard);
}

/** The same where the cause is named, though a weightier reason may stand before it. */
function named(cause: string, detail: string, ...files: readonly string[]): string[] {
  return findings
    .filter((one) => one.leading.includes(cause) && files.some((file) => one.file.includes(file)))
    .filter((one) => one.rungs.some((rung) => rung.pointsTo === cause && rung.detail === detail))
    .map((one) => one.standard);
}

describe('the causes planted in the demo', () => {
  it('policy: access hours that nobody may bend', () => {
    expect(ran.code, ran.screen).toBe(0);
    for (const file of ['tu-0805-alone', 'co-0921-access'])
      expect(led('policy', 'demanded', file), file).toContain('atrocity.bare-refusal');
  });
  it('procedure: nothing in writing on price objections', () => {
    expect(led('procedure', 'missing', 'tu-0814-cheaper', 'co-1005-decorations')).toContain('enquiry.objection-met');
  });
  it('procedure: what to do when something went wrong is overdue for review', () => {
    expect(named('procedure', 'stale', 'tu-0827-rude')).toContain('atrocity.rude');
  });
  it('training: somebody serves before being shown', () => {
    expect(led('training', 'not-certified', 'tu-0916-home-office')).toContain('enquiry.contact-taken');
    expect(led('training', 'not-certified', 'tu-0918-goes-up')).toContain('enquiry.need-before-price');
    expect(led('training', 'not-certified', 'tu-1013-nursery')).toEqual([]);
  });
  it('training: a certificate that had lapsed', () => {
    expect(named('training', 'lapsed', 'tu-0814-cheaper')).toContain('enquiry.need-before-price');
  });
  it('management: one person at the desk over noon holds callers without asking', () => {
    expect(led('management', 'load', 'tu-0805-alone')).toContain('atrocity.hold-without-asking');
  });
  it('management: a target on short calls', () => {
    expect(led('management', 'target', 'yo-')).toContain('enquiry.need-before-price');
    expect(led('management', 'target', 'sd-', 'tu-', 'co-')).toEqual([]);
  });
  it('management: a manager who has observed nobody for months', () => {
    expect(led('management', 'no-feedback', 'tu-').length).toBeGreaterThan(0);
  });
  it('management: a payment page that was down', () => {
    expect(led('management', 'outage', 'yo-0828-payment').length).toBeGreaterThan(0);
  });
  it('personnel never leads, though one person was helped three times and still', () => {
    expect(findings.filter((one) => one.leading.includes('personnel'))).toEqual([]);
    const still = findings.filter((one) => one.rungs.some((rung) => rung.rung === 12 && rung.answer === 'yes'));
    expect(still.length).toBeGreaterThan(0);
    for (const one of still) expect(one.rungs[11]!.sentence).toContain('Not held against the person');
  });
  it('what to fix first are three different things, a policy behind serious acts among them', () => {
    const first = report.summary.patterns.slice(0, 3);
    expect(new Set(first.map((one) => `${one.cause} ${one.detail}`)).size).toBe(3);
    expect(first.map((one) => one.cause)).toContain('policy');
  });
});
