import { expect, test } from 'vitest';
import { planOrganisation } from './plan-organisation.ts';
import { readScenario } from './scenario/read-scenario.ts';
import { lossTogether, trueLosses } from './true-losses.ts';

const small = (more: string) =>
  planOrganisation(readScenario(`scenario: any\nsizes: {sites: 3, days: 60, contacts-a-day: 8}\n${more}`), 5);

test('only what is planted to lose business loses any, and keeping it would win as many more', () => {
  const planned = small('money: {won-per-tenth-missed: 0}\nlosing: {close.asked-for-business: 1.5}');
  const { 'close.asked-for-business': asked, ...others } = trueLosses(planned);
  expect(asked).toBeGreaterThan(3);
  expect(Object.values(others).every((one) => Math.abs(one) < 1e-9)).toBe(true);
  expect(lossTogether(planned)).toBeCloseTo(asked!, 6);
});

test('a tenth of the standards missed costs the same whichever they are, and all together more than any', () => {
  const planned = small('money: {won-per-tenth-missed: 0.3}');
  const each = Object.values(trueLosses(planned));
  expect(lossTogether(planned)).toBeGreaterThan(Math.max(...each));
  expect(trueLosses(planned, () => false)).toEqual({});
});

test('a site that misses more is emptier by as much as planted', () => {
  const plain = small('money: {emptier-per-tenth-missed: 0}');
  const emptier = small('money: {emptier-per-tenth-missed: 0.5}');
  expect(plain.contacts).toEqual(emptier.contacts);
  expect(plain.siteMonths[0]).toMatchObject({ units: 420 });
  expect(plain.siteMonths).not.toEqual(emptier.siteMonths);
});
