// What an import of the record says it took in.
import { expect, it } from 'vitest';
import { counted } from './import-record.cli.ts';

it('one of a kind is not several', () => {
  const kinds = ['organisation', 'sites', 'site-months', 'people', 'policies', 'duties', 'outages'];
  expect(kinds.map((kind) => counted(1, kind)).join(', ')).toBe(
    '1 organisation, 1 site, 1 site month, 1 person, 1 policy, 1 duty, 1 outage',
  );
  expect(counted(2, 'site-months')).toBe('2 site months');
});
