import { expect, it } from 'vitest';
import { toldApart } from './policy-names.core.ts';

const policy = (id: string, title: string, sites: string[] = []) => ({ id, title, sites, clauses: [] });
const sites = [
  { id: 'elm', name: 'Elm Street' },
  { id: 'bay', name: 'Bay Road' },
];

it('tells policies of one title apart by their sites, and leaves the others as they are', () => {
  const all = [
    policy('prices-elm', 'Price sheet', ['elm']),
    policy('prices-bay', 'Price sheet', ['bay', 'pier']),
    policy('prices', 'Price sheet'),
    policy('refunds', 'Refunds', ['elm']),
    policy('refunds', 'Refunds', ['elm']),
  ];
  expect(toldApart(all, sites).map((one) => one.title)).toEqual([
    'Price sheet (Elm Street)',
    'Price sheet (Bay Road and pier)',
    'Price sheet (prices)',
    'Refunds',
    'Refunds',
  ]);
});
