import { describe, expect, it } from 'vitest';
import type { Records } from '../records.core.ts';
import { asked, inOrder, personAlone, rates, standardId } from './harbor.test-data.ts';
import { peersFailToo } from './rung-09-peers.core.ts';
import { insideLimits } from './rung-10-limits.core.ts';
import { choseNotTo } from './rung-11-choice.core.ts';
import { triedAndStill } from './rung-12-cycles.core.ts';

describe('question 9: do most qualified peers fail it too?', () => {
  it.each([
    ['two of three miss more than half: yes', rates(30, 25, 30, 4), 'yes'],
    ['one of three: no', rates(30, 25, 4, 4), 'no'],
    ['exactly half is not over half', rates(30, 20, 20, 20), 'no'],
    ['only two peers: no record', rates(30, 25, 30), 'no-record'],
    [
      'a third with 19 marks: no record',
      [...rates(30, 25, 30), { standard: standardId, kind: 'new-enquiry', who: 'p4', failed: 19, marked: 19 }],
      'no-record',
    ],
    [
      'peers in another kind of contact: no record',
      rates(30, 25, 30, 25).map((row) => ({ ...row, kind: 'billing' })),
      'no-record',
    ],
  ])('%s', (_title, groups, answer) => {
    expect(peersFailToo(asked({}, {}, groups)).answer).toBe(answer);
  });
  it('counts only those who held a certificate that day', () => {
    const onlyTwo = inOrder.certificates.filter((row) => row.person !== 'p4');
    expect(peersFailToo(asked({ certificates: onlyTwo }, {}, rates(30, 25, 30, 25))).answer).toBe('no-record');
    expect(peersFailToo(asked({ certificates: [] }, {}, rates(30, 25, 30, 25))).answer).toBe('yes');
  });
  it('points at nobody', () => {
    expect(peersFailToo(asked({}, {}, rates(30, 25, 30, 25))).pointsTo).toEqual([]);
  });
});

describe("question 10: is the person's rate inside the group's limits?", () => {
  it.each([
    ['like the others: yes', rates(12, 10, 14, 11), 'yes'],
    ['far outside nineteen alike: no', personAlone, 'no'],
    ['too few others: no record', rates(38, 2, 2), 'no-record'],
    [
      'too few of their own: no record',
      rates(38, 2, 2, 2).map((row) => (row.who === 'p1' ? { ...row, failed: 19, marked: 19 } : row)),
      'no-record',
    ],
  ])('%s', (_title, groups, answer) => {
    expect(insideLimits(asked({}, {}, groups)).answer).toBe(answer);
  });
  it('calls somebody far better than the group inside', () => {
    expect(
      insideLimits(
        asked(
          {},
          {},
          personAlone.map((row) => (row.who === 'p1' ? { ...row, failed: 0 } : row)),
        ),
      ).answer,
    ).toBe('yes');
  });
});

const account = (id: string, on: string, what: 'chose-not-to' | 'could-not') =>
  ({ id, person: 'p1', tried: 'own-account', standards: [standardId], on, account: what }) as const;

describe('question 11: did the person repeatedly choose not to?', () => {
  const cases: [string, Partial<Records>, string][] = [
    [
      'two accounts of choosing not to: yes',
      { attempts: [account('1', '2026-01-01', 'chose-not-to'), account('2', '2026-02-01', 'chose-not-to')] },
      'yes',
    ],
    ['one account: no', { attempts: [account('1', '2026-01-01', 'chose-not-to')] }, 'no'],
    [
      'the second only afterwards: no',
      { attempts: [account('1', '2026-01-01', 'chose-not-to'), account('2', '2026-03-04', 'chose-not-to')] },
      'no',
    ],
    [
      'could not: no',
      { attempts: [account('1', '2026-01-01', 'could-not'), account('2', '2026-02-01', 'could-not')] },
      'no',
    ],
    ['nobody asked the person: no record', {}, 'no-record'],
  ];
  it.each(cases)('%s', (_title, records, answer) => {
    expect(choseNotTo(asked(records)).answer).toBe(answer);
  });
});

const tried = (id: string, on: string, what: 'training' | 'coaching', result: 'kept' | 'not-kept') =>
  ({ id, person: 'p1', tried: what, standards: [standardId], on, result }) as const;

describe('question 12: three documented cycles, and still?', () => {
  const three = [
    tried('1', '2025-10-01', 'training', 'not-kept'),
    tried('2', '2025-12-01', 'coaching', 'not-kept'),
    tried('3', '2026-02-01', 'coaching', 'not-kept'),
  ];
  const cases: [string, Partial<Records>, string][] = [
    ['trained, three times tried, still not kept: yes', { attempts: three }, 'yes'],
    ['two times: no', { attempts: three.slice(0, 2) }, 'no'],
    ['the third only afterwards: no', { attempts: [...three.slice(0, 2), { ...three[2]!, on: '2026-03-04' }] }, 'no'],
    ['kept after the last: no', { attempts: [...three, tried('4', '2026-02-20', 'coaching', 'kept')] }, 'no'],
    ['never trained: no', { attempts: three.map((row) => ({ ...row, tried: 'coaching' as const })) }, 'no'],
    ['nothing tried: no record', { observations: [] }, 'no-record'],
  ];
  it.each(cases)('%s', (_title, records, answer) => {
    expect(triedAndStill(asked(records)).answer).toBe(answer);
  });
});
