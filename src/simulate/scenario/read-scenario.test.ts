import { expect, test } from 'vitest';
import { Fault } from '../../kernel/fault.ts';
import { drawScenario } from './draw-scenario.ts';
import { readScenario } from './read-scenario.ts';
import { resized } from './resized.core.ts';

function faultOf(text: string): Fault {
  try {
    readScenario(text);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('It was read.');
}

test('what a scenario leaves out is what it usually is', () => {
  const { sizes, effects, standards, start } = drawScenario(readScenario('scenario: plain'), 1);
  expect(sizes.sites).toBe(6);
  expect(Object.values(effects).every((one) => one === 0)).toBe(true);
  expect(standards.length).toBe(31);
  expect(start).toBe('2025-11-01');
});

test('a range is drawn by the seed, within its ends, and counts are whole', () => {
  const file = readScenario('scenario: wide\nsizes: {sites: [3, 9]}\neffects: {procedure.missing: [0.5, 1.5]}');
  const drawn = Array.from({ length: 40 }, (_, seed) => drawScenario(file, seed));
  const sites = new Set(drawn.map((one) => one.sizes.sites));
  expect([...sites].every((count) => Number.isInteger(count) && count >= 3 && count <= 9)).toBe(true);
  expect(sites.size).toBeGreaterThan(4);
  const effects = drawn.map((one) => one.effects['procedure.missing']);
  expect(Math.min(...effects)).toBeGreaterThanOrEqual(0.5);
  expect(Math.max(...effects)).toBeLessThanOrEqual(1.5);
  expect(drawScenario(file, 7)).toEqual(drawScenario(file, 7));
});

test('another number of a scenario may range without changing what is drawn for this one', () => {
  const one = readScenario('scenario: a\nsizes: {sites: [3, 90]}');
  const two = readScenario('scenario: a\nsizes: {sites: [3, 90], days: [20, 300]}\nspread: {site: [0, 1]}');
  expect(drawScenario(one, 5).sizes.sites).toBe(drawScenario(two, 5).sizes.sites);
});

test('every error is named by its place, all at once', () => {
  const fault = faultOf(`
scenario: wrong
start: 2026-02-30
sizes: {sites: 2.5, peple: 3, days: [300, 200]}
effects: {policy.in-conflict: lots, moon.full: 2}
standards: [close.thanked, close.wept]
events:
  - {do: dance, day: 3}
  - {do: rule-starts, day: 9000, wen: 2}
other: 1
`);
  expect(fault.slug).toBe('scenario-malformed');
  expect(fault.errors.map((one) => one.pointer).toSorted()).toEqual(
    [
      '/effects/moon.full',
      '/effects/policy.in-conflict',
      '/events/0/do',
      '/events/1/day',
      '/events/1/wen',
      '/other',
      '/sizes/days',
      '/sizes/peple',
      '/sizes/sites',
      '/standards',
      '/start',
    ].toSorted(),
  );
});

test('a misspelt standard and a misspelt field are told with the nearest there is', () => {
  const said = faultOf('scenario: a\nstandards: [close.thankd]\nsizes: {sitez: 3}').errors.map((one) => one.detail);
  expect(said.join(' ')).toMatch(/close\.thankd \(did you mean close\.thanked\?\).*simulate --list/);
  expect(said.join(' ')).toContain('did you mean sites?');
});

test('another size than the file’s is drawn as told, without the events that it has no day for', () => {
  const file = readScenario('scenario: a\nevents:\n  - {do: rule-starts, day: 20}\n  - {do: rule-ends, day: 200}');
  const { file: small, eventsLeftOut } = resized(file, { sites: 2, days: 60 });
  expect(eventsLeftOut).toBe(1);
  expect(drawScenario(small, 1).sizes).toMatchObject({ sites: 2, days: 60 });
  expect(() => resized(file, { days: 2 })).toThrow('--days takes a whole number from 7 to 1100.');
});

test('what is no YAML is told by its line, and what is no block is told', () => {
  expect(faultOf('scenario: a\n  sizes: {sites: 3').errors[0]?.pointer).toMatch(/^line \d+$/);
  expect(faultOf('- a\n- b').errors[0]?.pointer).toBe('/');
});
