import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GrantedMember } from '../../auth/members/member.core.ts';
import { answerersOf, isImpartial, levelAt, nextAnswerer, secondAnswerer } from './dispute-chain.core.ts';
import {
  disputeAnswers,
  disputeGrounds,
  disputeLevels,
  disputeState,
  effectOf,
  isLate,
  mayAskAgain,
  type DisputeEvent,
} from './dispute.core.ts';

const at = (nth: number): string => new Date(Date.UTC(2026, 2, 2, 9, nth)).toISOString();
type More = Partial<DisputeEvent> & Pick<DisputeEvent, 'kind'>;
const events = (...told: readonly More[]): DisputeEvent[] =>
  told.map((one, nth) => ({ seq: nth + 1, at: at(nth), by: 'm-1', says: '', round: 1, ...one }));
const opened: More = { kind: 'opened', level: 'reviewer', asked: 'm-rev', due: '2026-03-09' };

describe('how a dispute stands is read from its rows', () => {
  it('opened, it waits for who is asked until their day', () => {
    const state = disputeState(events(opened))!;
    expect(state).toMatchObject({ name: 'open', round: 1, asked: 'm-rev', due: '2026-03-09', holds: null });
    expect([isLate(state, '2026-03-09'), isLate(state, '2026-03-10')]).toEqual([false, true]);
  });

  it('silence changes who is asked and nothing else', () => {
    const state = disputeState(events(opened, { kind: 'escalated', level: 'owner', due: '2026-03-16' }))!;
    expect(state).toMatchObject({ name: 'open', level: 'owner', asked: null, escalations: 1, answers: [] });
  });

  it('the second answer holds, and the first stays to be read', () => {
    const all = events(
      opened,
      { kind: 'answered', answer: 'not-upheld', by: 'm-rev' },
      { kind: 'second-round', round: 2, level: 'manager', asked: 'm-man' },
      { kind: 'answered', round: 2, answer: 'upheld', by: 'm-man' },
    );
    const state = disputeState(all)!;
    expect(state.answers.map((one) => [one.round, one.answer, one.by])).toEqual([
      [1, 'not-upheld', 'm-rev'],
      [2, 'upheld', 'm-man'],
    ]);
    expect(state.holds?.answer).toBe('upheld');
    expect(mayAskAgain(state)).toBe(false);
    // As of every moment: what was so then.
    expect(disputeState(all, at(1))).toMatchObject({ name: 'answered', holds: { answer: 'not-upheld' } });
    expect(disputeState(all, at(2))).toMatchObject({ name: 'open', round: 2, holds: { answer: 'not-upheld' } });
    expect(disputeState(all, '2026-01-01T00:00:00.000Z')).toBeNull();
  });

  it('a second round is asked for once, and not of what was upheld whole', () => {
    for (const answer of disputeAnswers)
      expect(mayAskAgain(disputeState(events(opened, { kind: 'answered', answer }))!)).toBe(answer !== 'upheld');
    expect(mayAskAgain(disputeState(events(opened))!)).toBe(false);
  });

  it('withdrawn in its second round, the first answer holds', () => {
    const first = events(opened, { kind: 'answered', answer: 'in-part' }, { kind: 'second-round', round: 2 });
    expect(disputeState([...first, ...events({ kind: 'withdrawn' })])).toMatchObject({
      name: 'answered',
      holds: { answer: 'in-part' },
    });
    expect(disputeState(events(opened, { kind: 'withdrawn' }))).toMatchObject({ name: 'withdrawn', due: null });
  });
});

it('an instruction never strikes the mark, and nothing that was not upheld does anything', () => {
  for (const ground of disputeGrounds) {
    expect(effectOf(ground, null)).toBe('none');
    expect(effectOf(ground, 'not-upheld')).toBe('none');
  }
  expect(disputeGrounds.map((ground) => effectOf(ground, 'upheld'))).toEqual([
    'struck',
    'not-theirs',
    'struck',
    'instruction',
    'none',
  ]);
  expect(effectOf('instruction', 'in-part')).toBe('instruction');
  expect(effectOf('words', 'in-part')).toBe('none');
});

describe('who answers', () => {
  const member = (id: string, role: (typeof disputeLevels)[number] | 'rep', sites: string[] | null, person = id) =>
    ({
      id,
      name: id,
      email: null,
      person,
      madeAt: at(id.length),
      endedAt: null,
      grants: [{ role, sites }],
    }) satisfies GrantedMember;
  const all = [
    member('rev', 'reviewer', null),
    member('man', 'manager', ['north']),
    member('other', 'manager', ['south']),
    member('dist', 'district-manager', ['north', 'south']),
    member('own', 'owner', null),
    member('ann', 'rep', ['north']),
  ];
  const dispute = {
    ground: 'words',
    member: 'ann',
    person: 'ann',
    madeBy: [],
    instruction: null,
    site: 'north',
  } as const;

  it('a reviewer first, then up; those of the site alone', () => {
    expect(answerersOf(all, dispute, null).map((one) => one.asked)).toEqual(['rev', 'man', 'dist', 'own']);
    expect(levelAt(all[2]!.grants, dispute)).toBeNull();
  });

  it('never whoever made the mark, nor whose word was the instruction', () => {
    expect(answerersOf(all, { ...dispute, madeBy: ['rev'] }, null).map((one) => one.asked)).toEqual([
      'man',
      'dist',
      'own',
    ]);
    const told = { ...dispute, ground: 'instruction' as const, instruction: { kind: 'word' as const, saidBy: 'man' } };
    expect(answerersOf(all, told, null).map((one) => one.asked)).toEqual(['rev', 'dist', 'own']);
  });

  it('who it was is asked of those who see people, and a manager who served answers nothing of their own', () => {
    expect(answerersOf(all, { ...dispute, ground: 'person' }, null)[0]?.asked).toBe('man');
    expect(answerersOf(all, { ...dispute, member: 'man', person: 'man' }, null).map((one) => one.asked)).toEqual([
      'rev',
      'dist',
      'own',
    ]);
  });

  it('in the second round somebody else, whoever is there; and nobody where there is none', () => {
    fc.assert(
      fc.property(fc.subarray(all), fc.constantFrom(...disputeLevels), (there, level) => {
        const first = answerersOf(there, dispute, null).find((one) => one.level === level && one.asked !== null);
        if (!first) return;
        const answers = [
          { round: 1 as const, answer: 'not-upheld' as const, says: 'x', by: first.asked!, at: at(1), level },
        ];
        const chain = answerersOf(there, dispute, { round: 2, answers } as never);
        const next = secondAnswerer(chain, level);
        expect(chain.map((one) => one.asked)).not.toContain(first.asked);
        if (next) {
          expect(next.asked).not.toBe(first.asked);
          expect(isImpartial({ id: next.asked!, person: next.asked }, dispute, { round: 2, answers })).toBe(true);
        } else expect(chain.every((one) => one.asked === null)).toBe(true);
      }),
    );
  });

  it('silence ends at the owner', () => {
    const chain = answerersOf(all, dispute, null);
    expect(nextAnswerer(chain, 'district-manager')?.asked).toBe('own');
    expect(nextAnswerer(chain, 'owner')).toBeNull();
  });
});
