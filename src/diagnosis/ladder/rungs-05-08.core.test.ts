import { describe, expect, it } from 'vitest';
import type { Records } from '../records.core.ts';
import { asked, failure, inOrder, procedure, standardId, without } from './harbor.test-data.ts';
import { bare, type Case, outcome } from './rung-table.test-data.ts';
import type { AskRung } from './reading.core.ts';
import { procedureUnfit } from './rung-05-procedure.core.ts';
import { shortOfMeans } from './rung-06-load.core.ts';
import { noFeedback } from './rung-07-feedback.core.ts';
import { notCertified } from './rung-08-training.core.ts';

function table(ask: AskRung, cases: readonly Case[]): void {
  it.each(cases)('%s', (_title, records, answer, detail, cites) => {
    expect(outcome(ask, records, cites)).toEqual([answer, detail, cites]);
  });
}

describe('question 5: stale, contradictory, unclear, or never acknowledged?', () => {
  const ack = {
    person: 'p1',
    kind: 'procedure' as const,
    document: 'enquiries',
    version: '2',
    on: '2026-01-05',
    answer: 'understood' as const,
  };
  table(procedureUnfit, [
    ['in date, clear and read: no', {}, 'no', undefined, 'procedure:enquiries'],
    [
      'review due that very day: no',
      { procedures: [{ ...procedure, reviewDue: '2026-03-03' }] },
      'no',
      undefined,
      'procedure:enquiries',
    ],
    [
      'review due the day before: stale',
      { procedures: [{ ...procedure, reviewDue: '2026-03-02' }] },
      'yes',
      'stale',
      'procedure:enquiries',
    ],
    [
      'another procedure against it: contradictory',
      {
        procedures: [
          procedure,
          {
            ...procedure,
            id: 'speed',
            task: 'x',
            steps: [{ id: '1', text: 'Price first.', serves: [], obstructs: [standardId] }],
          },
        ],
      },
      'yes',
      'contradictory',
      'procedure:speed',
    ],
    [
      'found unclear: unclear',
      { procedures: [{ ...procedure, clarity: 'unclear' }] },
      'yes',
      'unclear',
      'procedure:enquiries',
    ],
    ['no acknowledgements brought: no record', { acknowledgements: [] }, 'no-record', undefined, undefined],
    [
      'acknowledged in an older version: yes',
      { acknowledgements: [{ ...ack, version: '1' }] },
      'yes',
      'not-acknowledged',
      'register:acknowledgements',
    ],
    [
      'acknowledged the day after: yes',
      { acknowledgements: [{ ...ack, on: '2026-03-04' }] },
      'yes',
      'not-acknowledged',
      'register:acknowledgements',
    ],
    [
      'answered "not understood": yes',
      { acknowledgements: [{ ...ack, answer: 'not-understood' }] },
      'yes',
      'not-understood',
      'acknowledgement:enquiries 2026-01-05',
    ],
    [
      'answered "disagree": no',
      { acknowledgements: [{ ...ack, answer: 'disagree' }] },
      'no',
      undefined,
      'procedure:enquiries',
    ],
    [
      'nothing written: nothing to be stale',
      { procedures: [{ ...procedure, task: 'x', steps: [] }] },
      'no',
      undefined,
      'register:procedures',
    ],
  ]);
});

describe('question 6: were time, tools or staffing short?', () => {
  const outage = {
    id: 'x1',
    site: 'harbor',
    what: 'the telephone system',
    from: '2026-03-03T18:00:00.000Z',
    to: '2026-03-03T18:05:00.001Z',
  };
  table(shortOfMeans, [
    ['somebody on shift, nothing down: no', {}, 'no', undefined, 'shift:harbor 2026-03-03T16:00:00.000Z'],
    ['an outage at that moment: yes', { outages: [outage] }, 'yes', 'outage', 'outage:x1'],
    [
      'an outage that ended at that moment: no',
      { outages: [{ ...outage, to: failure.startedAt! }] },
      'no',
      undefined,
      'shift:harbor 2026-03-03T16:00:00.000Z',
    ],
    [
      'an outage elsewhere: no',
      { outages: [{ ...outage, site: 'lakeside' }] },
      'no',
      undefined,
      'shift:harbor 2026-03-03T16:00:00.000Z',
    ],
    ['no plan and no log brought: no record', { shifts: [] }, 'no-record', undefined, undefined],
    [
      'a plan silent about that day: no record',
      { shifts: [{ person: 'p1', site: 'harbor', from: '2026-03-05T16:00:00.000Z', to: '2026-03-05T20:00:00.000Z' }] },
      'no-record',
      undefined,
      undefined,
    ],
  ]);
  it('says yes where more contacts are in progress than people on shift', () => {
    const found = shortOfMeans(bare((facts) => ({ ...facts, contactsThen: 2 })));
    expect([found.answer, found.detail, found.level]).toEqual(['yes', 'load', 'site']);
  });
  it('says yes where one person is on shift and says so, on the record of both', () => {
    const evidence = { turn: 3, from: 0, to: 12 };
    const alone = bare((facts) => ({ ...facts, heard: [{ name: 'alone', evidence }] }));
    const found = shortOfMeans(alone);
    expect([found.answer, found.detail, found.readFrom.map((from) => from.kind)]).toEqual([
      'yes',
      'load',
      ['shift', 'words'],
    ]);
    const second = { person: 'p2', site: 'harbor', from: '2026-03-03T16:00:00.000Z', to: '2026-03-04T00:00:00.000Z' };
    expect(shortOfMeans(asked({ shifts: [...inOrder.shifts, second] }, alone.failure)).answer).toBe('no');
  });
});

describe('question 7: no specific feedback, or a target that works against it?', () => {
  const seen = { id: 'o1', person: 'p1', by: 'p9', on: '2026-02-01', act: 'guide' as const, standards: [standardId] };
  const target = {
    id: 't2',
    says: 'Two minutes a call',
    roles: [],
    sites: [],
    from: '2026-03-03',
    against: [standardId],
  };
  table(noFeedback, [
    ['guided last month: no', {}, 'no', undefined, 'observation:o1'],
    ['90 days ago exactly: no', { observations: [{ ...seen, on: '2025-12-03' }] }, 'no', undefined, 'observation:o1'],
    [
      '91 days ago: yes',
      { observations: [{ ...seen, on: '2025-12-02' }] },
      'yes',
      'no-feedback',
      'register:observations',
    ],
    [
      'about something else: yes',
      { observations: [{ ...seen, standards: [] }] },
      'yes',
      'no-feedback',
      'register:observations',
    ],
    [
      'reprimanded and not helped: yes',
      { observations: [{ ...seen, act: 'reprimand' }] },
      'yes',
      'reprimand-only',
      'observation:o1',
    ],
    ['no observations brought: no record', { observations: [] }, 'no-record', undefined, undefined],
    [
      'observations that only begin later: no record',
      { observations: [{ ...seen, on: '2026-03-04' }] },
      'no-record',
      undefined,
      undefined,
    ],
    ['a target against it from that day: yes', { targets: [target] }, 'yes', 'target', 'target:t2'],
    [
      'a target against it from the day after: no',
      { targets: [{ ...target, from: '2026-03-04' }] },
      'no',
      undefined,
      'observation:o1',
    ],
    ['feedback, but no targets brought: no record', { targets: [] }, 'no-record', undefined, undefined],
  ]);
  it("misses nobody's feedback in somebody's first thirty days in a post, though a reprimand then still tells", () => {
    const since = (from: string) => [{ person: 'p1', site: 'harbor', role: 'rep', from }];
    const silent = { observations: [{ ...seen, standards: [] }] };
    expect(noFeedback(asked({ ...silent, posts: since('2026-02-02') })).answer).toBe('no-record');
    expect(noFeedback(asked({ ...silent, posts: since('2026-02-02') })).gap).toBeUndefined();
    expect(noFeedback(asked({ ...silent, posts: since('2026-02-01') })).answer).toBe('yes');
    const reprimanded = { observations: [{ ...seen, act: 'reprimand' as const }] };
    expect(noFeedback(asked({ ...reprimanded, posts: since('2026-02-02') })).detail).toBe('reprimand-only');
  });
  it('names the level that could have changed it', () => {
    const level = (records: Partial<Records>) => noFeedback(asked(records)).level;
    const silent = { observations: [{ ...seen, standards: [] }] };
    const post = (role: string) => [{ person: 'p1', site: 'harbor', role, from: '2025-01-01' }];
    expect(level(silent)).toBe('site');
    expect(level({ ...silent, posts: post('manager') })).toBe('district');
    expect(level({ ...silent, posts: post('district-manager') })).toBe('owner');
    expect(level({ targets: [{ ...target, setBy: 'district' }] })).toBe('district');
    expect(level({ targets: [target] })).toBe('owner');
  });
});

describe('question 8: not certified that day, out of practice, or taught otherwise?', () => {
  const held = {
    id: 'k',
    person: 'p1',
    task: 'new-enquiry',
    standards: [],
    procedure: 'enquiries',
    procedureVersion: '2',
    on: '2026-01-10',
    expires: '2027-01-10',
  };
  table(notCertified, [
    ['certified and in practice: no', {}, 'no', undefined, 'certificate:c-p1'],
    ['no certificates brought: no record', { certificates: [] }, 'no-record', undefined, undefined],
    [
      "only another person's: yes",
      { certificates: [{ ...held, person: 'p2' }] },
      'yes',
      'not-certified',
      'register:certificates',
    ],
    [
      'certified on the day itself: no',
      { certificates: [{ ...held, on: '2026-03-03' }] },
      'no',
      undefined,
      'certificate:k',
    ],
    [
      'certified the day after: yes',
      { certificates: [{ ...held, on: '2026-03-04' }] },
      'yes',
      'not-certified',
      'register:certificates',
    ],
    [
      'lapsed on the day itself: yes',
      { certificates: [{ ...held, expires: '2026-03-03' }] },
      'yes',
      'lapsed',
      'certificate:k',
    ],
    [
      'lapses the day after: no',
      { certificates: [{ ...held, expires: '2026-03-04' }] },
      'no',
      undefined,
      'certificate:k',
    ],
    [
      'for an older version: yes',
      { certificates: [{ ...held, procedureVersion: '1' }] },
      'yes',
      'other-version',
      'certificate:k',
    ],
    [
      'for the task, without this: yes',
      { certificates: [{ ...held, standards: ['enquiry.other'] }] },
      'yes',
      'not-covered',
      'certificate:k',
    ],
    [
      'not practised for long: yes',
      { certificates: [{ ...held, on: '2025-01-01', lastPractised: '2025-02-01' }] },
      'yes',
      'out-of-practice',
      'certificate:k',
    ],
    [
      'an old flawed one beside a sound one: no',
      { certificates: [{ ...held, id: 'old', expires: '2025-01-01' }, held] },
      'no',
      undefined,
      'certificate:k',
    ],
  ]);
  it('cannot be asked where nobody knows who served', () => {
    expect(notCertified(bare(() => without('person'))).answer).toBe('no-record');
  });
});
