// Test data: one desk of Harbor Self Storage with every record in order, so that a test changes only what it is about.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RecordBook } from '../book.core.ts';
import type { Failure } from '../failure.core.ts';
import { parseLadder } from '../ladder-file.ts';
import { type GroupRate, Peers } from '../peers.core.ts';
import { noRecords, type Records } from '../records.core.ts';
import type { Asked } from './reading.core.ts';

export const settings = parseLadder(readFileSync(join(import.meta.dirname, '../../../packs/ladder.yaml'), 'utf8'));

export const standardId = 'enquiry.need-before-price';

/** A missed question on the telephone: Tuesday 3 March 2026, 10:05 in Los Angeles. */
export const failure: Failure = {
  mark: {
    id: 'm1',
    contact: 'c1',
    evidence: [{ turn: 2, from: 0, to: 12 }],
    marker: 'cue',
    confidence: 0.9,
    searched: { fromTurn: 0, toTurn: 6 },
  },
  standard: {
    id: standardId,
    kind: 'standard',
    says: 'Asks what the customer needs before quoting a price.',
    weight: 2,
    task: 'new-enquiry',
  },
  readers: 1,
  site: 'harbor',
  person: 'p1',
  ratedAs: 'p1',
  startedAt: '2026-03-03T18:05:00.000Z',
  day: '2026-03-03',
  channel: 'phone',
  kinds: ['new-enquiry'],
  heard: [],
};

export const procedure: Records['procedures'][number] = {
  id: 'enquiries',
  version: '2',
  title: 'Answering an enquiry',
  from: '2026-01-01',
  reviewDue: '2027-01-01',
  roles: ['rep'],
  sites: [],
  clarity: 'clear',
  task: 'new-enquiry',
  steps: [{ id: '1', text: 'Ask what they need to store.', serves: [standardId], obstructs: [] }],
};

export const policy: Records['policies'][number] = {
  id: 'prices',
  version: '1',
  title: 'Prices on the telephone',
  from: '2025-01-01',
  roles: [],
  sites: [],
  class: 'customer-service',
  clauses: [{ id: '4.2', text: 'Prices are those of the day.', serves: [], obstructs: [] }],
};

/** Every question about the environment has a recorded no. */
export const inOrder: Records = {
  ...noRecords,
  sites: [{ id: 'harbor', name: 'Harbor', timeZone: 'America/Los_Angeles' }],
  posts: [{ person: 'p1', site: 'harbor', role: 'rep', from: '2025-06-01' }],
  procedures: [procedure],
  policies: [policy],
  duties: [{ id: 'd1', role: 'rep', task: 'new-enquiry', standards: [], from: '2025-01-01' }],
  authorityLimits: [
    { id: 'a1', role: 'rep', act: 'waive a fee', limit: 20, from: '2025-01-01', standards: ['billing.other'] },
  ],
  acknowledgements: [
    { person: 'p1', kind: 'procedure', document: 'enquiries', version: '2', on: '2026-01-05', answer: 'understood' },
  ],
  shifts: [{ person: 'p1', site: 'harbor', from: '2026-03-03T16:00:00.000Z', to: '2026-03-04T00:00:00.000Z' }],
  observations: [{ id: 'o1', person: 'p1', by: 'p9', on: '2026-02-01', act: 'guide', standards: [standardId] }],
  targets: [{ id: 't1', says: 'Answer in three rings', roles: [], sites: [], from: '2025-01-01', against: [] }],
  certificates: ['p1', 'p2', 'p3', 'p4'].map((person) => ({
    id: `c-${person}`,
    person,
    task: 'new-enquiry',
    standards: [],
    procedure: 'enquiries',
    procedureVersion: '2',
    on: '2026-01-10',
    expires: '2027-01-10',
  })),
};

/** Rates of the failing person and three peers, as failed of 40 marks each. */
export function rates(own: number, ...others: number[]): GroupRate[] {
  return [own, ...others].map((failed, index) => ({
    standard: standardId,
    kind: 'new-enquiry',
    who: `p${index + 1}`,
    failed,
    marked: 40,
  }));
}

/** The person alone misses nearly everything that peers keep: questions 9 and 10 have a recorded no. */
export const personAlone: GroupRate[] = [
  ...rates(38, 4, 5, 6),
  ...Array.from({ length: 16 }, (_, i) => ({
    standard: standardId,
    kind: 'new-enquiry',
    who: `q${i}`,
    failed: 4 + (i % 3),
    marked: 40,
  })),
];

export function asked(
  records: Partial<Records> = {},
  change: Partial<Failure> = {},
  groups: readonly GroupRate[] = personAlone,
): Asked {
  return {
    failure: { ...failure, ...change },
    book: new RecordBook({ ...inOrder, ...records }),
    peers: new Peers(groups),
    settings,
  };
}

/** The same failure without certain facts of its contact. */
export function without(...facts: ('day' | 'startedAt' | 'person' | 'ratedAs' | 'site')[]): Failure {
  return Object.fromEntries(
    Object.entries(failure).filter(([name]) => !(facts as string[]).includes(name)),
  ) as unknown as Failure;
}
