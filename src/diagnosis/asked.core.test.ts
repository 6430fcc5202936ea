import { expect, it } from 'vitest';
import { siteAsked, standardAsked } from './asked.core.ts';

const sites = [
  { id: 'elm', name: 'Elm Street' },
  { id: 'bay', name: 'Bay Road' },
];

it('finds a site by its id and by its name', () => {
  expect(siteAsked('bay', sites)).toBe('bay');
  expect(siteAsked('elm street', sites)).toBe('elm');
});

it('says which sites there are where none goes by that', () => {
  expect(() => siteAsked('nope', sites)).toThrow('The sites: elm (Elm Street), bay (Bay Road).');
  expect(() => siteAsked('elmm', sites)).toThrow('Did you mean elm?');
  expect(() => siteAsked('elm', [])).toThrow('No site is known');
});

it('names twenty sites at most', () => {
  const many = Array.from({ length: 23 }, (_, at) => ({ id: `s${at}`, name: `Site ${at}` }));
  expect(() => siteAsked('zzzzzz', many)).toThrow('and 3 more.');
});

it('names the nearest standard, not all', () => {
  expect(() => standardAsked('opening.helo', [{ id: 'opening.hello', name: 'Says hello' }])).toThrow(
    'Did you mean opening.hello? See: customary standards list.',
  );
});
