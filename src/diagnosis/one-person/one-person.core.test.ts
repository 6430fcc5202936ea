// A person's page from dated rows: what holds, what is due, what is told first, and what is no longer told.
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../management/management.core.ts';
import type { Certificate } from '../../training/training.core.ts';
import { certificatesOf, doneWell, dueTo, dutiesOf, toHelpWith } from './one-person.core.ts';

const today = '2026-03-10';
const certificate = (id: string, task: string, on: string, expires?: string): Certificate => ({
  id,
  person: 'ana',
  task,
  standards: [],
  on,
  ...(expires === undefined ? {} : { expires }),
});

describe('certificates', () => {
  it('hold, lapse soon, have lapsed on their last day, or were renewed by a newer one, which stands first', () => {
    const told = certificatesOf(
      [
        certificate('a1', 'desk', '2025-03-01', '2026-03-01'),
        certificate('a2', 'desk', '2026-03-01', '2027-03-01'),
        certificate('b', 'keys', '2025-03-10', '2026-03-10'),
        certificate('c', 'phone', '2025-04-09', '2026-04-09'),
        certificate('d', 'gate', '2020-01-01'),
        certificate('e', 'later', '2026-03-11'),
        { ...certificate('f', 'desk', '2026-01-01'), person: 'ben' },
      ],
      'ana',
      today,
    );
    expect(told.map((one) => [one.id, one.state])).toEqual([
      ['a2', 'holds'],
      ['d', 'holds'],
      ['b', 'lapsed'],
      ['c', 'lapses-soon'],
      ['a1', 'renewed'],
    ]);
  });
});

it('duties are those of today’s roles; one that nobody was ever shown says nothing of a person', () => {
  const duty = (id: string, role: string, from = '2025-01-01') => ({ id, role, task: id, standards: [], from });
  const posts = [
    { person: 'ana', site: 'n', role: 'rep', from: '2025-01-01' },
    { person: 'ana', site: 's', role: 'cook', from: '2024-01-01', to: '2025-01-01' },
  ];
  const told = dutiesOf(
    [
      duty('desk', 'rep'),
      duty('phone', 'rep'),
      duty('gate', 'rep'),
      duty('soup', 'cook'),
      duty('new', 'rep', '2026-04-01'),
    ],
    posts,
    [certificate('a', 'desk', '2026-01-01'), { ...certificate('b', 'phone', '2026-01-01'), person: 'ben' }],
    'ana',
    today,
  );
  expect(told.map((one) => [one.task, one.shown])).toEqual([
    ['desk', true],
    ['gate', null],
    ['phone', false],
  ]);
});

describe('what is due to somebody', () => {
  const act = (on: string, what: Observation['act'], person = 'ana'): Observation => ({
    id: on,
    person,
    by: 'boss',
    on,
    act: what,
    standards: [],
  });
  it('is help, where nobody gave any for ninety days; a reprimand is none', () => {
    const of = (...all: Observation[]) => dueTo(all, [], 'ana', `${today}T12:00:00.000Z`, true);
    expect(of()).toMatchObject({ lastHelped: null, helpDue: true });
    expect(of(act('2025-12-10', 'guide'))).toMatchObject({ lastHelped: '2025-12-10', helpDue: false });
    expect(of(act('2025-12-09', 'guide'))).toMatchObject({ helpDue: true });
    expect(dueTo([], [], 'ana', `${today}T12:00:00.000Z`, false).helpDue).toBe(false);
    expect(of(act('2026-03-01', 'reprimand'), act('2026-03-01', 'help', 'ben'))).toMatchObject({ lastHelped: null });
  });
  it('is each answer that they still wait for', () => {
    const asked = { id: 'a', person: 'ana', waitedFor: 'a refund', askedAt: '2026-03-01T10:00:00.000Z', standards: [] };
    const all = [
      asked,
      { ...asked, id: 'b', answeredAt: '2026-03-02T10:00:00.000Z' },
      { ...asked, id: 'c', person: 'ben' },
    ];
    expect(dueTo([], all, 'ana', `${today}T12:00:00.000Z`, true).waiting.map((one) => one.id)).toEqual(['a']);
  });
});

describe('of what contacts kept and missed', () => {
  const counted = [
    { standard: 'greet', met: 9, failed: 1 },
    { standard: 'thank', met: 4, failed: 3 },
    { standard: 'ask', met: 1, failed: 6 },
    { standard: 'rare', met: 0, failed: 2 },
    { standard: 'light', met: 0, failed: 8 },
  ];
  it('what is met more often than missed is told as done well, the most often first', () => {
    expect(doneWell(counted).map((one) => one.standard)).toEqual(['greet', 'thank']);
  });
  it('a few are told to help with, by what missing them weighs; what was judged less than three times says nothing', () => {
    const weights = new Map([
      ['ask', 3],
      ['light', 1],
      ['thank', 2],
      ['greet', 5],
      ['rare', 9],
    ]);
    expect(toHelpWith(counted, weights, 3).map((one) => one.standard)).toEqual(['ask', 'light', 'thank']);
  });
});
