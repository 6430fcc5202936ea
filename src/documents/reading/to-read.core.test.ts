// What somebody is asked to read, and when they are asked again.
import { describe, expect, it } from 'vitest';
import { type AnswerGiven, isFor, type ReadableVersion, toRead } from './to-read.core.ts';

const today = '2026-03-10';
const version = (number: string, from: string, more: Partial<ReadableVersion> = {}): ReadableVersion => ({
  kind: 'policy',
  id: 'quotes',
  version: number,
  title: 'Quotes',
  from,
  roles: [],
  sites: [],
  materialSince: number,
  ...more,
});
const answer = (number: string, on: string, more: Partial<AnswerGiven> = {}): AnswerGiven => ({
  kind: 'policy',
  document: 'quotes',
  version: number,
  on,
  answer: 'understood',
  from: on,
  materialSince: number,
  ...more,
});
const here = [{ role: 'rep', site: 'north' }];
const asked = (versions: ReadableVersion[], given: AnswerGiven[]) =>
  toRead(versions, here, given, today).map((one) => [one.version.version, one.state, one.last?.version ?? null]);

describe('to read', () => {
  it('is what nobody has answered for: new, or changed since the version that was read', () => {
    expect(asked([version('2', '2026-03-01')], [])).toEqual([['2', 'new', null]]);
    expect(asked([version('2', '2026-03-01')], [answer('1', '2026-01-01')])).toEqual([['2', 'changed', '1']]);
    expect(asked([version('2', '2026-03-01')], [answer('2', '2026-03-02')])).toEqual([]);
  });
  it('is not asked again for what is not material', () => {
    const editorial = version('1.1', '2026-03-01', { materialSince: '1' });
    expect(asked([editorial], [answer('1', '2026-01-01')])).toEqual([]);
    expect(asked([version('2', '2026-03-01')], [answer('1.1', '2026-01-01', { materialSince: '1' })])).toEqual([
      ['2', 'changed', '1.1'],
    ]);
  });
  it('whoever disagrees has answered; whoever did not understand may answer again', () => {
    expect(asked([version('1', '2026-01-01')], [answer('1', '2026-01-02', { answer: 'disagree' })])).toEqual([]);
    const unclear = answer('1', '2026-01-02', { answer: 'not-understood' });
    expect(asked([version('1', '2026-01-01')], [unclear])).toEqual([['1', 'not-understood', null]]);
    expect(asked([version('1', '2026-01-01')], [unclear, answer('1', '2026-01-03')])).toEqual([]);
  });
  it('what holds already comes before what is to come', () => {
    const next = version('3', '2026-03-20');
    expect(asked([next, version('2', '2026-03-01')], []).map(([number]) => number)).toEqual(['2', '3']);
  });
});

it('is for whoever serves in one of its roles at one of its sites, both in one place', () => {
  const scope = (roles: string[], sites: string[]) => ({ roles, sites });
  const places = [
    { role: 'rep', site: 'north' },
    { role: 'manager', site: 'south' },
  ];
  expect(isFor(scope([], []), places)).toBe(true);
  expect(isFor(scope(['manager'], ['north']), places)).toBe(false);
  expect(isFor(scope(['manager'], ['south']), places)).toBe(true);
  expect(isFor(scope([], []), [])).toBe(false);
});
