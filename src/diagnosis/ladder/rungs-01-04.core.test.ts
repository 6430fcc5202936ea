import { describe, expect, it } from 'vitest';
import { asked, failure, policy, procedure, standardId, without } from './harbor.test-data.ts';
import { bare, type Case, outcome } from './rung-table.test-data.ts';
import type { AskRung } from './reading.core.ts';
import { nothingWritten } from './rung-01-written.core.ts';
import { nobodysDuty } from './rung-02-duty.core.ts';
import { policyDemanded } from './rung-03-policy.core.ts';
import { beyondAuthority } from './rung-04-authority.core.ts';

function table(ask: AskRung, cases: readonly Case[]): void {
  it.each(cases)('%s', (_title, records, answer, detail, cites) => {
    expect(outcome(ask, records, cites)).toEqual([answer, detail, cites]);
  });
}

describe('question 1: was nothing written for this?', () => {
  table(nothingWritten, [
    ['a step in force that day: no', {}, 'no', undefined, 'procedure:enquiries'],
    ['no procedures at all, though policies: no record', { procedures: [] }, 'no-record', undefined, undefined],
    ['nothing brought: no record', { procedures: [], policies: [] }, 'no-record', undefined, undefined],
    [
      'procedures brought, none about this: yes',
      { procedures: [{ ...procedure, task: 'other', steps: [] }] },
      'yes',
      'missing',
      'register:procedures',
    ],
    [
      'a procedure for the task whose steps serve other standards: yes',
      { procedures: [{ ...procedure, steps: [{ id: '1', text: 'Greet.', serves: ['opening.name'], obstructs: [] }] }] },
      'yes',
      'missing',
      'register:procedures',
    ],
    [
      'a procedure for the task whose steps say nothing of what they serve: no',
      { procedures: [{ ...procedure, steps: [{ id: '1', text: 'Be thorough.', serves: [], obstructs: [] }] }] },
      'no',
      undefined,
      'procedure:enquiries',
    ],
    [
      'written the other way: no, since something is written',
      {
        procedures: [{ ...procedure, task: 'other', steps: [] }],
        policies: [{ ...policy, clauses: [{ id: '9', text: 'Prices first.', serves: [], obstructs: [standardId] }] }],
      },
      'no',
      undefined,
      'policy:prices',
    ],
    [
      'in force from the day itself: no',
      { procedures: [{ ...procedure, from: '2026-03-03' }] },
      'no',
      undefined,
      'procedure:enquiries',
    ],
    [
      'in force from the day after: yes',
      { procedures: [{ ...procedure, from: '2026-03-04' }] },
      'yes',
      'missing',
      'register:procedures',
    ],
    [
      'withdrawn on the day itself: yes',
      { procedures: [{ ...procedure, to: '2026-03-03' }] },
      'yes',
      'missing',
      'register:procedures',
    ],
    [
      'withdrawn on the day after: no',
      { procedures: [{ ...procedure, to: '2026-03-04' }] },
      'no',
      undefined,
      'procedure:enquiries',
    ],
    [
      'written for another role only: yes',
      { procedures: [{ ...procedure, roles: ['manager'] }] },
      'yes',
      'out-of-scope',
      'procedure:enquiries',
    ],
    [
      'written for another site only: yes',
      { procedures: [{ ...procedure, sites: ['lakeside'] }] },
      'yes',
      'out-of-scope',
      'procedure:enquiries',
    ],
    [
      'linked by its task alone: no',
      { procedures: [{ ...procedure, steps: [] }] },
      'no',
      undefined,
      'procedure:enquiries',
    ],
    [
      'a policy clause that serves it: no',
      {
        procedures: [],
        policies: [{ ...policy, clauses: [{ id: '1', text: 'Ask first.', serves: [standardId], obstructs: [] }] }],
      },
      'no',
      undefined,
      'policy:prices',
    ],
    ['written for some roles, and the role not known: no record', { posts: [] }, 'no-record', undefined, undefined],
  ]);
  it('cannot be asked of a contact without a day', () => {
    expect(nothingWritten(bare(() => without('day'))).answer).toBe('no-record');
  });
});

describe("question 2: was it nobody's duty, or another's?", () => {
  const duty = { id: 'd1', role: 'rep', task: 'new-enquiry', standards: [], from: '2025-01-01' };
  table(nobodysDuty, [
    ['a duty of the role: no', {}, 'no', undefined, 'duty:d1'],
    ['no job descriptions brought: no record', { duties: [] }, 'no-record', undefined, undefined],
    [
      "a duty of another role: another's",
      { duties: [{ ...duty, role: 'manager' }] },
      'yes',
      'wrong-assignment',
      'duty:d1',
    ],
    ["no duty about this: nobody's", { duties: [{ ...duty, task: 'billing' }] }, 'yes', 'role-gap', 'register:duties'],
    [
      "a duty from the day after: nobody's",
      { duties: [{ ...duty, from: '2026-03-04' }] },
      'yes',
      'role-gap',
      'register:duties',
    ],
    [
      'by the standard instead of the task: no',
      { duties: [{ ...duty, task: 'x', standards: [standardId] }] },
      'no',
      undefined,
      'duty:d1',
    ],
    ['the role not known: no record', { posts: [] }, 'no-record', undefined, undefined],
  ]);
});

describe('question 3: did a policy in force demand it?', () => {
  const against = {
    ...policy,
    clauses: [{ id: '4.2', text: 'Quote the price first.', serves: [], obstructs: [standardId] }],
  };
  table(policyDemanded, [
    ['a clause against it: yes', { policies: [against] }, 'yes', 'demanded', 'policy:prices'],
    ['no clause against it: no', {}, 'no', undefined, 'register:policies'],
    ['no policies brought: no record', { policies: [] }, 'no-record', undefined, undefined],
    ['withdrawn by then: no', { policies: [{ ...against, to: '2026-03-03' }] }, 'no', undefined, 'register:policies'],
    ['for another site: no', { policies: [{ ...against, sites: ['lakeside'] }] }, 'no', undefined, 'register:policies'],
  ]);
  it('cites the clause and its version', () => {
    expect(policyDemanded(asked({ policies: [against] })).readFrom).toEqual([
      { kind: 'policy', id: 'prices', version: '1', part: '4.2' },
    ]);
  });
});

describe("question 4: beyond the person's authority, or waiting on someone?", () => {
  const limit = { id: 'a1', role: 'rep', act: 'discount', limit: 0, from: '2025-01-01', standards: [standardId] };
  const wait = {
    id: 'w1',
    person: 'p1',
    waitedFor: 'p9',
    askedAt: '2026-03-03T17:00:00.000Z',
    standards: [standardId],
  };
  table(beyondAuthority, [
    ['a limit on the role: yes', { authorityLimits: [limit] }, 'yes', 'limit', 'authority-limit:a1'],
    [
      'a limit on another role: no',
      { authorityLimits: [{ ...limit, role: 'manager' }] },
      'no',
      undefined,
      'register:authority-limits',
    ],
    ['no limits brought: no record', { authorityLimits: [] }, 'no-record', undefined, undefined],
    ['a sign-off not answered: yes', { approvals: [wait] }, 'yes', 'slow', 'approval:w1'],
    [
      'a sign-off answered at that very moment: no',
      { approvals: [{ ...wait, answeredAt: failure.startedAt! }] },
      'no',
      undefined,
      'register:authority-limits',
    ],
    [
      'asked only afterwards: no',
      { approvals: [{ ...wait, askedAt: '2026-03-03T18:06:00.000Z' }] },
      'no',
      undefined,
      'register:authority-limits',
    ],
  ]);
  it.each([
    ['that day', {}, 'no-record'],
    ['late that day, by UTC the next', { askedAt: '2026-03-04T06:00:00.000Z' }, 'no-record'],
    ['days later', { askedAt: '2026-03-06T00:00:00.000Z' }, 'no'],
    ['and answered days before', { askedAt: '2026-02-01T00:00:00.000Z', answeredAt: '2026-03-01T00:00:00.000Z' }, 'no'],
  ])('dated by its day, with a sign-off asked for %s', (_when, change, answer) => {
    const dayOnly = { ...asked({ approvals: [{ ...wait, ...change }] }), failure: without('startedAt') };
    expect(beyondAuthority(dayOnly).answer).toBe(answer);
  });
  it('points to policy and to management where both are so', () => {
    expect(beyondAuthority(asked({ authorityLimits: [limit], approvals: [wait] })).pointsTo).toEqual([
      'policy',
      'management',
    ]);
  });
});
