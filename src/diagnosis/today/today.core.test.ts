// What waits today: what is told of, in which order, and what is not.
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../management/management.core.ts';
import type { Post } from '../../people/people.core.ts';
import type { Certificate } from '../../training/training.core.ts';
import { lapsing, toWorkOn, unwatched, waiting, whoServes } from './today.core.ts';

const today = '2026-03-10';
const certificate = (person: string, task: string, on: string, expires?: string): Certificate => ({
  id: `${person}-${task}-${on}`,
  person,
  task,
  standards: [],
  on,
  ...(expires === undefined ? {} : { expires }),
});
const observation = (person: string, on: string, act: Observation['act'] = 'observe'): Observation => ({
  id: `${person}-${on}`,
  person,
  by: 'boss',
  on,
  act,
  standards: [],
});
const post = (person: string, supervisor?: string, to?: string): Post => ({
  person,
  site: 'north',
  role: 'rep',
  from: '2025-01-01',
  ...(supervisor === undefined ? {} : { supervisor }),
  ...(to === undefined ? {} : { to }),
});

describe('certificates', () => {
  const people = new Set(['ana', 'ben']);
  it('are told of thirty days before they lapse and ninety after, the earliest first', () => {
    const told = lapsing(
      [
        certificate('ana', 'desk', '2025-04-01', '2026-04-09'),
        certificate('ana', 'phone', '2025-04-01', '2026-04-10'),
        certificate('ben', 'desk', '2024-12-10', '2025-12-10'),
        certificate('ben', 'phone', '2024-12-09', '2025-12-09'),
        certificate('ben', 'keys', '2024-12-09'),
      ],
      people,
      today,
    );
    expect(told).toEqual([
      { person: 'ben', task: 'desk', expires: '2025-12-10', lapsed: true },
      { person: 'ana', task: 'desk', expires: '2026-04-09', lapsed: false },
    ]);
  });
  it('that were renewed, or are of people who are elsewhere, are not told of', () => {
    const old = certificate('ana', 'desk', '2025-03-12', '2026-03-12');
    const renewed = certificate('ana', 'desk', '2026-03-01', '2027-03-01');
    expect(lapsing([old, renewed], people, today)).toEqual([]);
    expect(lapsing([renewed, old], people, today)).toEqual([]);
    expect(lapsing([certificate('cid', 'desk', '2025-03-12', '2026-03-12')], people, today)).toEqual([]);
  });
});

describe('who serves', () => {
  it('is under somebody, has nobody under them, and is still there', () => {
    const posts = [post('ana', 'boss'), post('boss', 'chief'), post('chief'), post('ben', 'boss', '2026-03-10')];
    expect(whoServes(posts, today).map((one) => one.person)).toEqual(['ana']);
    expect(whoServes(posts, '2026-03-09').map((one) => one.person)).toEqual(['ana', 'ben']);
  });
  it('and was not watched for ninety days is to be watched, whoever never was first; a reprimand is no help', () => {
    const serving = [post('ana', 'boss'), post('ben', 'boss'), post('cid', 'boss')];
    const acts = [
      observation('ana', '2025-12-09'),
      observation('ben', '2025-12-10'),
      observation('cid', '2026-03-01', 'reprimand'),
    ];
    expect(unwatched(serving, acts, today).map((one) => [one.person, one.last])).toEqual([
      ['cid', null],
      ['ana', '2025-12-09'],
    ]);
  });
});

it('sign-offs that were given, or not asked for yet, are not waited for', () => {
  const asked = { id: 'a', person: 'ana', waitedFor: 'a refund', askedAt: '2026-03-01T10:00:00.000Z', standards: [] };
  const now = '2026-03-10T10:00:00.000Z';
  const people = new Set(['ana']);
  expect(waiting([asked], people, now)).toEqual([{ person: 'ana', waitedFor: 'a refund', since: asked.askedAt }]);
  expect(waiting([{ ...asked, answeredAt: now }], people, now)).toEqual([]);
  expect(waiting([{ ...asked, askedAt: '2026-03-11T10:00:00.000Z' }], people, now)).toEqual([]);
  expect(waiting([asked], new Set(['ben']), now)).toEqual([]);
});

describe('the one standard to work on', () => {
  const marks = (standard: string, met: number, failed: number) => [
    ...Array.from({ length: met }, () => ({ standard, verdict: 'met' })),
    ...Array.from({ length: failed }, () => ({ standard, verdict: 'failed' })),
  ];
  const standards = [
    { id: 'light', weight: 1 },
    { id: 'heavy', weight: 3 },
  ];
  it('is what was missed most often times its weight', () => {
    const found = toWorkOn([...marks('light', 1, 5), ...marks('heavy', 2, 2)], standards);
    expect(found).toEqual({ standard: standards[1], met: 2, failed: 2 });
  });
  it('is none that came up less than three times, nor one that was never missed', () => {
    expect(toWorkOn([...marks('heavy', 0, 2), ...marks('light', 9, 0)], standards)).toBeNull();
  });
});
