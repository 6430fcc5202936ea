// What was guessed and what it is: a share that nobody could know is none, not nought.
import { expect, it } from 'vitest';
import { toldCauses } from '../model/causes-told.core.ts';
import type { Causes } from '../model/causes.shape.ts';
import { endOf, foundShares, isGuess, madeOf, shareOf, shareOfGuess, whyNoShares } from './shares.core.ts';

const share = { share: 0.3, low: 0.2, high: 0.42 };
const exposure = { ...share, id: 'e', says: 'an exposure', cause: 'procedure' as const, exposed: 0.5 };
const nothing = { share: 0, low: 0, high: 0 };
const told = (more: object = {}): Causes => ({
  madeAt: '2026-03-01T12:00:00.000Z',
  told: [],
  report: {
    kind: 'shares',
    basis: { marks: 9, failures: 3, contacts: 3, people: 2, sites: 1, standards: 1 },
    causes: [
      { ...share, cause: 'procedure', claimed: true, exposures: [exposure] },
      { ...nothing, cause: 'policy', claimed: false, exposures: [] },
    ],
    excuses: nothing,
    eachExcuse: [{ ...nothing, id: 'customer', says: 'the customer', control: false }],
    unexplained: { share: 0.7, low: 0.6, high: 0.8 },
    managementByLevel: [],
    warnings: [],
    ...more,
  },
});

it('a cause that could not be asked has no share', () => {
  const shares = foundShares(told())!;
  expect(shareOf(shares, 'procedure')).toMatchObject(share);
  expect(shareOf(shares, 'policy')).toBeNull();
  expect(shareOf(shares, 'training')).toBeNull();
});

it('nor has an excuse that was not told of, while one that explains nothing has nought', () => {
  expect(shareOfGuess(foundShares(told())!, 'customer')).toMatchObject(nothing);
  expect(shareOfGuess(foundShares(told())!, 'price')).toBeNull();
  const untold = told({ excusesNotTold: [{ id: 'customer', says: 'the customer', control: false }] });
  expect(shareOfGuess(foundShares(untold)!, 'customer')).toBeNull();
});

it('takes for a guess what is one of the ten, and nothing that somebody wrote into the address', () => {
  expect(['policy', 'location', 'moon', '', undefined, 7].map(isGuess)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

it('the scale ends at the next tenth above the widest range', () => {
  expect(endOf([share, null])).toBe(0.5);
  expect(endOf([])).toBe(0.1);
  expect(endOf([{ share: 1, low: 0.9, high: 1.2 }])).toBe(1);
});

it('says why there are no shares without sending anybody to a terminal', () => {
  const basis = { marks: 9, failures: 3, contacts: 3, people: 2, sites: 1, standards: 1 };
  for (const why of ['no-marks', 'no-failures', 'all-failures', 'too-few', 'no-record'] as const) {
    const report = { kind: 'nothing' as const, why, basis, warnings: [] };
    const said = whyNoShares({ ...told(), told: toldCauses(report), report });
    expect(said).toMatch(/^[A-Z].+\.$/);
    expect(said).not.toMatch(/customary|FOLDER|"/);
  }
  expect(whyNoShares(null)).toContain('has not been worked out yet');
});

it('says what a cause is made of, with shares where one thing is not all of it', () => {
  const [cause] = foundShares(told())!.causes;
  const made = (share: number, of: readonly number[]) =>
    madeOf({
      ...cause!,
      share,
      exposures: of.map((one, at) => ({ ...exposure, id: `e${at}`, says: `thing ${at + 1}`, share: one })),
    });
  expect(made(0.3, [0.297])).toBe('thing 1');
  expect(made(0.3, [0.28, 0.018, 0.002])).toBe('thing 1 (28 %), thing 2 (2 %)');
  expect(made(0.3, [0.28, 0.002])).toBe('thing 1 (28 %)');
  expect(made(0.3, [])).toBeNull();
});
