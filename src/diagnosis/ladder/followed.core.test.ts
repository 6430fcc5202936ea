// An instruction that was found to have been followed moves what a failure points to, and never takes the failure away.
import { describe, expect, it } from 'vitest';
import { climb } from '../ladder.core.ts';
import type { FollowedHere } from '../failure.core.ts';
import { asked, failure, policy } from './harbor.test-data.ts';
import { noRulings, toFailures } from '../to-failures.core.ts';

const found = { dispute: 'dp1', upheldOn: '2026-03-10', inPart: false } as const;
const clause: FollowedHere = {
  ...found,
  kind: 'policy',
  document: policy.id,
  version: '1',
  part: '4.2',
  on: failure.day!,
};
/** Everything in order, and the person on record as having chosen not to: without more, it leads to the person. */
const chosen = {
  attempts: ['2026-01-20', '2026-02-20'].map((on, nth) => ({
    id: `t${nth}`,
    person: 'p1',
    on,
    tried: 'own-account' as const,
    account: 'chose-not-to' as const,
    standards: [failure.standard.id],
  })),
};
const climbed = (followed?: FollowedHere) => climb(asked(chosen as never, followed ? { followed } : {}), false);

describe('an instruction', () => {
  it('in a policy moves the finding from personnel to policy', () => {
    expect(climbed().leading).toEqual(['personnel']);
    const moved = climbed(clause);
    expect(moved.leading).toEqual(['policy']);
    expect(moved.odds.policy).toBeGreaterThan(0.5);
    expect(moved.odds.personnel).toBeLessThanOrEqual(0.1);
    expect(moved.rungs[2]).toMatchObject({
      answer: 'yes',
      detail: 'followed',
      fromWords: false,
      readFrom: [
        { kind: 'dispute', id: 'dp1', version: '2026-03-10' },
        { kind: 'policy', id: 'prices', version: '1', part: '4.2' },
      ],
    });
    expect(moved.rungs[2]!.sentence).toContain('clause 4.2 of "Prices on the telephone", version 1');
    expect(moved.rungs[10]!.sentence).toContain('Not held against the person');
    // The same failure still: nothing was taken away.
    expect(moved.id).toBe(climbed().id);
  });

  it('by word of mouth leads to management, at the level of whoever said it', () => {
    const word = { ...found, kind: 'word', saidBy: 'p9', on: '2026-02-20' } as const;
    const told = climbed(word);
    expect(told.leading).toEqual(['management']);
    expect(told.rungs[4]).toMatchObject({ answer: 'yes', level: 'site', detail: 'followed' });
    const district = { person: 'p9', site: 'harbor', role: 'district-manager', from: '2025-01-01' };
    const posts = [{ person: 'p1', site: 'harbor', role: 'rep', from: '2025-06-01' }, district];
    const above = climb(asked({ ...(chosen as object), posts }, { followed: word }), false);
    expect(above.rungs[4]).toMatchObject({ level: 'district' });
  });

  it('in a step of a procedure leads to the procedure', () => {
    const step = { ...found, kind: 'procedure', document: 'enquiries', version: '2', part: '1' } as const;
    expect(climbed(step).leading).toEqual(['procedure']);
  });

  it('that was a part of it tells less than one that was all of it', () => {
    expect(climbed({ ...clause, inPart: true }).odds.policy).toBeLessThan(climbed(clause).odds.policy);
  });

  it('adds to a clause that stood in the way anyhow', () => {
    const clauses = [{ ...policy.clauses[0]!, obstructs: [failure.standard.id] }];
    const both = climb(asked({ policies: [{ ...policy, clauses }] }, { followed: clause }), false);
    expect(both.rungs[2]!.readFrom.map((one) => one.kind)).toEqual(['dispute', 'policy', 'policy']);
    expect(both.rungs[2]!.sentence).toContain('stood in the way');
  });
});

it('a failure that was ruled out is none, and people who agree make it surer', () => {
  const { book } = asked();
  const mark = { ...failure.mark, contactVersion: 1, standard: failure.standard.id, version: 'v', verdict: 'failed' };
  const contact = { id: 'c1', version: 1, siteId: 'harbor', personId: 'p1', channel: 'phone' };
  const marked = { contact, kinds: [], heard: [], marks: [mark] } as never;
  const standards = new Map([[failure.standard.id, { ...failure.standard, version: 'v' }]]) as never;
  const of = (more: object) => toFailures(marked, standards, book, { ...noRulings, ...more });
  expect(of({})).toMatchObject([{ readers: 1 }]);
  expect(of({ stands: () => false })).toEqual([]);
  expect(of({ agreeing: () => 2, followed: () => clause })).toMatchObject([{ readers: 3, followed: clause }]);
});
