import { expect, it } from 'vitest';
import { spokenWords } from './organisation.core.ts';

it('names the business and its sites in every way that people say them, each once', () => {
  const organisation = {
    name: 'Harbor Self Storage',
    otherNames: ['Harbor', ' Harbor ', ''],
    customerWord: 'customer',
    products: ['unit', 'unit'],
    currency: 'USD',
  };
  expect(spokenWords(organisation, [{ name: 'Bay Street', spokenNames: ['the Bay'] }, { name: 'Mill Road' }])).toEqual({
    business: ['Harbor Self Storage', 'Harbor'],
    sites: ['Bay Street', 'the Bay', 'Mill Road'],
    products: ['unit'],
  });
});

it('has no words for a business that nobody described', () => {
  expect(spokenWords(null, [])).toEqual({ business: [], sites: [], products: [] });
});
