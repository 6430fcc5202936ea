import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causes } from './finding.core.ts';
import { type Fixable, inFixOrder, worthOf } from './first-fixes.core.ts';

const pattern = (
  id: string,
  change: Partial<Omit<Fixable, 'standard'>> & Partial<Fixable['standard']> = {},
): Fixable => {
  const { weight = 2, kind = 'standard', few = false, ...rest } = change;
  return {
    cause: 'procedure',
    detail: id,
    failures: 10,
    expected: 10,
    ...rest,
    id,
    standard: { id: `area.${id}`, weight, kind, few },
  };
};
const order = (...patterns: Fixable[]) => inFixOrder(patterns).map((one) => one.id);

describe('what to fix first', () => {
  it('is what most failures are expected of, times the weight, half as much again for the customary few', () => {
    expect(order(pattern('a', { expected: 7 }), pattern('b', { expected: 5, weight: 3 }))).toEqual(['b', 'a']);
    expect(order(pattern('a', { expected: 14 }), pattern('b', { expected: 10, few: true }))).toEqual(['b', 'a']);
  });
  it('is never a small standard before a serious act with half as many failures', () => {
    const act = pattern('act', { weight: 3, kind: 'atrocity', failures: 5, expected: 2, cause: 'policy' });
    expect(order(pattern('small', { weight: 1, few: true }), act)).toEqual(['act', 'small']);
    expect(order(pattern('small', { weight: 1, failures: 11 }), act)).toEqual(['small', 'act']);
    expect(order(pattern('normal', { weight: 2 }), act)).toEqual(['normal', 'act']);
  });
  it('has no more than two of one cause among the first three, while there are others', () => {
    const three = ['a', 'b', 'c'].map((id, at) => pattern(id, { expected: 30 - at }));
    const policy = pattern('p', { cause: 'policy', expected: 1 });
    expect(order(...three, policy)).toEqual(['a', 'b', 'p', 'c']);
    expect(order(...three)).toEqual(['a', 'b', 'c']);
  });
  it('does not ask for the same fix twice among the first three, while there are others', () => {
    const three = ['a', 'b', 'c'].map((id, at) => pattern(id, { expected: 30 - at, detail: 'missing' }));
    const others = [pattern('p', { cause: 'policy', expected: 2 }), pattern('t', { cause: 'training', expected: 1 })];
    expect(order(...three, ...others)).toEqual(['a', 'p', 't', 'b', 'c']);
  });
  it('names no standard twice among the first three, while there are others', () => {
    const site = { ...pattern('a2', { expected: 29 }), standard: pattern('a').standard };
    expect(order(pattern('a', { expected: 30 }), site, pattern('b', { expected: 3 }))).toEqual(['a', 'b', 'a2']);
  });
  it('loses nothing, keeps to worth after the cards, and puts no small standard before a serious act, whatever comes', () => {
    const any = fc.record({
      cause: fc.constantFrom(...causes),
      failures: fc.integer({ min: 1, max: 40 }),
      share: fc.double({ min: 0.01, max: 1, noNaN: true }),
      weight: fc.constantFrom(1, 2, 3, 5),
      kind: fc.constantFrom('standard' as const, 'atrocity' as const),
      few: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (drawn) => {
        const patterns = drawn.map(({ share, ...one }, at) =>
          pattern(`p${at}`, { ...one, expected: one.failures * share }),
        );
        const ordered = inFixOrder(patterns);
        expect(ordered.map((one) => one.id).toSorted()).toEqual(patterns.map((one) => one.id).toSorted());
        ordered.forEach((one, at) => {
          for (const later of ordered.slice(at + 1)) {
            const serious = later.standard.kind === 'atrocity' && later.standard.weight >= 3;
            expect(one.standard.weight === 1 && serious && later.failures * 2 >= one.failures).toBe(false);
          }
        });
        const rest = ordered.slice(3).filter((one) => one.standard.weight > 1);
        expect(rest.map(worthOf)).toEqual(rest.map(worthOf).toSorted((a, b) => b - a));
      }),
    );
  });
});
