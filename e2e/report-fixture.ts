// A made-up report summary for tests of the views: the same every time, believable enough to look at, and with hostile
// words in every place that words can stand when asked for.
import { causes } from '../src/diagnosis/finding.core.ts';
import type { Cause } from '../src/diagnosis/finding.core.ts';
import { advice } from './report-fixture-advice.ts';
import { asks, rows, sites, talk } from './report-fixture-words.ts';
import type { PerCause } from '../src/diagnosis/cause.shape.ts';
import type { ShownContact, ShownFailure } from '../src/diagnosis/shown-failure.shape.ts';
import type { Rate, ReportSummary, StandardRow } from '../src/diagnosis/report.shape.ts';

export interface FixtureOptions {
  readonly failures?: number;
  /** Put this into every place where words of others stand. */
  readonly hostile?: string;
  /** Every turn is repeated this often, to make long transcripts. */
  readonly long?: number;
  readonly recordBrought?: boolean;
}

/** A whole summary; every list filled. */
export function reportFixture(options: FixtureOptions = {}): ReportSummary {
  const say = (text: string) => (options.hostile === undefined ? text : `${text} ${options.hostile}`);
  const standards = rows.map((row, at): StandardRow => ({
    ...rate(row.missed, 46 + at),
    id: row.id,
    version: '0123456789ab',
    pack: 'core',
    kind: row.kind ?? 'standard',
    says: say(row.says),
    ...(row.instead ? { instead: say(row.instead) } : {}),
    weight: row.weight,
    few: row.few ?? false,
    firstImpression: row.first ?? false,
    notApplicable: 12,
    checked: 0,
    ...(row.published ? { published: row.published.map((one) => ({ ...one, source: say(one.source) })) } : {}),
  }));
  const failures = Array.from({ length: options.failures ?? 36 }, (_, at) => failure(at, say, options.long ?? 1));
  const siteStandards = sites.flatMap((site) =>
    rows.map((row) => ({
      ...rate(Math.min(0.97, row.missed * site.share), 12),
      site: site.id,
      standard: row.id,
      outside: row.missed * site.share > 0.75 ? ('below' as const) : null,
      expected: odds(row.cause, Math.round(row.missed * site.share * 12)),
    })),
  );
  const total = (cause: Cause) => siteStandards.reduce((sum, row) => sum + row.expected[cause], 0);
  const expected = Object.fromEntries(causes.map((cause) => [cause, total(cause)])) as unknown as PerCause;
  return {
    head: {
      customary: '0.1.0',
      madeAt: '2026-11-02T09:30:00.000Z',
      packs: [
        { id: 'core', version: 'a1b2c3d4e5f6' },
        { id: 'telephone', version: '0a1b2c3d4e5f' },
      ],
      counts: { contacts: 60, turns: 914, words: 12_480, marks: 1_204, failures: 241, rejects: 1 },
    },
    organisation: { name: say('Harbor Self Storage'), words: { customer: 'customer', customers: 'customers' } },
    counts: {
      contacts: 60,
      turns: 914,
      words: 12_480,
      rejects: 1,
      marks: { met: 612, failed: 241, unsure: 64, notApplicable: 287 },
      byChannel: [
        { id: 'phone', contacts: 44 },
        { id: 'chat', contacts: 9 },
        { id: 'visit', contacts: 7 },
      ],
      byKind: [
        { id: 'new-enquiry', contacts: 33 },
        { id: 'billing', contacts: 12 },
        { id: 'access', contacts: 9 },
        { id: 'unknown', contacts: 6 },
      ],
      bySite: sites.map((site, at) => ({ id: site.id, contacts: 18 - at * 2 })),
      firstDay: '2026-08-03',
      lastDay: '2026-10-30',
      consentNotStated: 7,
      unsureWhy: [
        { why: say('no times in the transcript'), marks: 41 },
        { why: 'not clear who the rep is', marks: 23 },
      ],
    },
    rejects: [
      {
        file: say('contacts/broken.vtt'),
        row: 12,
        expected: 'a cue with an arrow between two times',
        remedy: 'Save the file again from the tool that made it.',
      },
    ],
    sites: sites.map((site) => ({ id: site.id, name: say(site.name) })),
    standards,
    siteStandards,
    months: ['2026-08', '2026-09', '2026-10'].flatMap((month, at) =>
      rows.map((row) => ({
        month,
        standard: row.id,
        failed: Math.round(row.missed * (14 - at * 2)),
        met: Math.round((1 - row.missed) * (14 + at)),
        unsure: at,
      })),
    ),
    recordBrought: options.recordBrought ?? true,
    causes: { ...expected, fromWordsOnly: 31 },
    ladder: asks.map((text, at) => ({ rung: at + 1, asks: text })),
    ...advice(say),
    firstImpressions: { ringsKnown: 40, medianRings: 4, secondsKnown: 40, medianSeconds: 21 },
    failures: failures.map((one) => one.failure),
    contacts: failures.map((one) => one.contact),
    assumptions: [
      say('Odds start at policy .25, procedure .25, management .20, training .20, personnel .10.'),
      'Intervals are 95 %.',
      'A yes multiplies the odds of its cause by 4, a no by 1/4; a missing record leaves them.',
    ],
  };
}

function rate(missed: number, judged: number): Rate {
  const failed = Math.round(missed * judged);
  const kept = (judged - failed) / judged;
  // Wilson at 95 %, written out here so that a fault in the product's own formula can't hide in its test.
  const z = 1.96;
  const middle = (kept + (z * z) / (2 * judged)) / (1 + (z * z) / judged);
  const half = (z * Math.sqrt((kept * (1 - kept)) / judged + (z * z) / (4 * judged * judged))) / (1 + (z * z) / judged);
  const interval = { from: Math.max(0, middle - half), to: Math.min(1, middle + half) };
  return {
    met: judged - failed,
    failed,
    unsure: judged % 5,
    rate: kept,
    wilson: interval,
    shrunk: kept * 0.9 + 0.06,
    shrunkInterval: interval,
  };
}

function odds(cause: Cause, times = 1): PerCause {
  const one: Record<Cause, number> = { policy: 0.09, procedure: 0.1, training: 0.1, management: 0.08, personnel: 0.02 };
  one[cause] += 0.61;
  for (const each of causes) one[each] *= times;
  return one;
}

function failure(
  at: number,
  say: (text: string) => string,
  long: number,
): { failure: ShownFailure; contact: ShownContact } {
  const row = rows[at % rows.length]!;
  const turns = Array.from({ length: long }, () => talk)
    .flat()
    .map(([speaker, text], turn) => ({ speaker, text: say(text), start: turn * 7, end: turn * 7 + 6 }));
  const contact: ShownContact = {
    id: `c${at}`,
    source: {
      file: say(`contacts/${sites[at % 4]!.id}/call-${at}.vtt`),
      originalId: say(`call-${at}`),
      format: 'webvtt',
    },
    channel: 'phone',
    kind: 'new-enquiry',
    site: sites[at % 4]!.id,
    person: say('rep-dana'),
    day: `2026-09-${String(1 + (at % 28)).padStart(2, '0')}`,
    turns,
    answers: [],
  };
  const from = row.shows ? turns[row.shows[0]]!.text.indexOf(row.shows[1]) : -1;
  const evidence = row.shows
    ? [{ turn: row.shows[0], from, to: from + row.shows[1].length, at: row.shows[0] * 7, quote: row.shows[1] }]
    : [];
  const pointing: Record<Cause, number> = { procedure: 1, policy: 3, management: 6, training: 8, personnel: 11 };
  const rungs = asks.map((_, index): ShownFailure['rungs'][number] => {
    const rung = index + 1;
    const yes = rung === pointing[row.cause];
    const answer = yes ? 'yes' : rung % 4 === 0 || rung > 10 ? 'no-record' : 'no';
    return {
      rung,
      answer,
      ...(yes ? { pointsTo: row.cause, detail: 'missing' } : {}),
      fromWords: yes && row.cause === 'policy',
      readFrom: yes ? [{ kind: 'procedure', id: say('new-enquiry'), version: '3', part: 'step-2' }] : [],
      sentence: say(yes ? 'Nothing in force that day says to do this.' : 'Looked for, and nothing speaks for it.'),
      factors: yes ? { [row.cause]: 4 } : {},
    };
  });
  return {
    contact,
    failure: {
      mark: `m${at}`,
      contact: contact.id,
      standard: row.id,
      marker: 'cue',
      confidence: 0.86,
      evidence,
      ...(row.shows ? {} : { searched: { fromTurn: 0, toTurn: 11 } }),
      odds: odds(row.cause),
      standing: 'possible',
      leading: [row.cause],
      rungs,
    },
  };
}
