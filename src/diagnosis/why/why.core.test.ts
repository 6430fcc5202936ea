// Which clauses must show their right to stand, and which comes first.
import { expect, it } from 'vitest';
import { lawOf, type WhyClause, whyHere, worstFirst } from './why.core.ts';

const none = { factorYes: 0, factorNo: 0, factorPartly: 0, notUnderstood: 0, disagree: 0 };
const clause = (id: string, more: Partial<WhyClause> = {}): WhyClause => ({
  policy: { id: 'p', version: '1', title: 'P', class: 'customer-service' },
  clause: { id, text: 'No.' },
  state: 'none',
  reasons: {},
  doubt: null,
  law: null,
  mayAnswer: true,
  against: null,
  readers: none,
  costs: null,
  ...more,
});
const against = (misses: number) => ({ policy: 'p', clause: 'c', misses, standards: [], marks: [] });
const costs = (value: number) => ({ currency: 'USD', money: { value, from: 0, to: value } });

it('a clause that shows a benefit or a law, and that nobody was refused by, is not listed', () => {
  expect(whyHere(clause('a'))).toBeNull();
  expect(whyHere(clause('a', { law: 'Lien Act', readers: { ...none, factorNo: 3 } }))).toBeNull();
});

it('the dearest comes first, then what most were refused by, then no benefit, then what readers deny, then the unanswered', () => {
  const rows = [
    clause('unanswered', { doubt: 'not-answered' }),
    clause('denied', { readers: { ...none, factorNo: 2, factorYes: 1 } }),
    clause('idle', { doubt: 'no-benefit-no-law' }),
    clause('often', { against: against(9) }),
    clause('dear', { against: against(2), costs: costs(900) }),
  ];
  expect(worstFirst(rows).map((one) => one.clause.id)).toEqual(['dear', 'often', 'idle', 'denied', 'unanswered']);
});

it('a clause’s own law stands before its policy’s, and its own none before both', () => {
  expect(lawOf({ legalBasis: 'Lien Act' }, 'Fire Code')).toBe('Lien Act');
  expect(lawOf({}, 'Fire Code')).toBe('Fire Code');
  expect(lawOf({ legalBasis: 'none' }, 'Fire Code')).toBeNull();
});
