// When a clause has shown its right to stand, and when what was said of it holds no more.
import { describe, expect, it } from 'vitest';
import { type ClauseReasons, doubtOf, type SaidReasons } from './clause-reasons.core.ts';
import { standingOf, wordsDigest } from './standing-reasons.core.ts';

const clause = { id: 'c1', text: 'Quote no price by phone.' };
const said = (reasons: ClauseReasons, text = clause.text, at = '2026-01-01T00:00:00.000Z'): SaidReasons => ({
  policy: 'quotes',
  version: '1',
  clause: 'c1',
  wordsDigest: wordsDigest(text),
  reasons,
  by: 'm1',
  at,
});
const no = { factor: { answer: 'no', reason: 'callers hang up' } } as const;

describe('what was said of a clause', () => {
  it('holds while its words are the same, whatever spaces are between them', () => {
    expect(standingOf({ ...clause, text: ' Quote no  price\nby phone. ' }, [said(no)])).toMatchObject({
      state: 'said',
    });
    expect(standingOf({ ...clause, text: 'Quote a price by phone.' }, [said(no)])).toMatchObject({
      state: 'of-other-words',
      reasons: no,
    });
    expect(standingOf({ ...clause, id: 'c2' }, [said(no)])).toEqual({ state: 'none', reasons: {} });
  });
  it('is the last that was said, and comes back with the words it was said of', () => {
    const first = said({ purpose: 'older' });
    const last = said({ purpose: 'newer' }, clause.text, '2026-02-01T00:00:00.000Z');
    const other = said(no, 'Other words.', '2026-03-01T00:00:00.000Z');
    expect(standingOf(clause, [first, last, other]).reasons).toEqual({ purpose: 'newer' });
  });
});

describe('a clause is in doubt', () => {
  const doubt = (reasons: ClauseReasons, basis?: string) =>
    doubtOf('customer-service', standingOf(clause, [said(reasons)]), basis);
  it('with neither benefit nor law; a law ends the question, "none" is no law', () => {
    expect(doubt(no)).toBe('no-benefit-no-law');
    expect(doubt({ ...no, legalBasis: 'None.' }, 'Lien Act 12')).toBe('no-benefit-no-law');
    expect(doubt({ ...no, legalBasis: 'Lien Act 12' })).toBeNull();
    expect(doubt(no, 'Lien Act 12')).toBeNull();
  });
  it('where nobody answered, or only of other words; not where it helps, nor where it is exempt', () => {
    expect(doubt({ purpose: 'so' })).toBe('not-answered');
    expect(doubtOf('house-rules', standingOf(clause, [said(no, 'Other.')]))).toBe('not-answered');
    expect(doubt({ factor: { answer: 'partly', reason: 'with care' } })).toBeNull();
    expect(doubtOf('exempt', standingOf(clause, []))).toBeNull();
  });
});
