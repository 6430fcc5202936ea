// A plan that begins over older contacts takes nothing from what older plans tell: before, while it is reviewed and after, a rate is
// told, and right on average of the contacts that it is told of.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { correctedRate } from '../stats/corrected-rate.core.ts';
import { drawOf } from './draw/draw.core.ts';
import type { FrameContact } from './draw/strata.core.ts';
import { chanceByAny, type DrawOfStandard, drawsThatCount, worthOf } from './draws-that-count.core.ts';

const draw = (name: string, frame: number, said: number, drawn = said): DrawOfStandard => ({
  draw: name,
  frame,
  drawn,
  reviewed: said,
  said,
});
const named = (draws: readonly DrawOfStandard[]): string[] => draws.map((one) => one.draw).toSorted();

it('leaves out what has only begun over many contacts, until it tells something itself', () => {
  const old = draw('old', 1500, 230);
  expect(named(drawsThatCount([old, draw('new', 4500, 1, 100)]))).toEqual(['old']);
  expect(named(drawsThatCount([old, draw('new', 4500, 60, 100)]))).toEqual(['new', 'old']);
  // Ten of four thousand never tell what the other thousands are like, however long one waits.
  expect(named(drawsThatCount([old, draw('few', 4500, 10)]))).toEqual(['old']);
  // A week of which nobody has reviewed anything stands for nothing.
  const weeks = Array.from({ length: 8 }, (_, at) => draw(`week ${at}`, 60, 10));
  expect(named(drawsThatCount([...weeks, draw('week 9', 60, 0, 10)]))).toEqual(named(weeks));
  // Where nothing tells a rate all stay: there are too few, and that is what is told.
  expect(named(drawsThatCount([draw('a', 100, 4), draw('b', 100, 3)]))).toEqual(['a', 'b']);
});

it('is worth no less than the best of the draws alone, as far as that is needed, whatever is drawn beside', () => {
  const any = fc.array(
    fc.record({ frame: fc.integer({ min: 20, max: 5000 }), said: fc.integer({ min: 0, max: 200 }) }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(any, (some) => {
      const draws = some.map(({ frame, said }, nth) => draw(String(nth), frame, Math.min(frame, said)));
      const most = Math.max(...draws.map((one) => one.said));
      expect(worthOf(drawsThatCount(draws))).toBeGreaterThanOrEqual(Math.min(100, most) - 1e-6);
    }),
  );
});

/** 900 contacts; the machine errs on a tenth. The older 300, which the old plan drew from, were failed oftener. */
const contacts = Array.from({ length: 900 }, (_, at) => {
  const older = at < 300;
  const failed = (at * 7) % 100 < (older ? 40 : 15);
  const machine = (at * 13) % 10 === 0 ? !failed : failed;
  const marks: FrameContact['marks'] = new Map([
    ['s', { verdict: machine ? 'failed' : 'met', confidence: at % 3 ? 0.9 : 0.6 }],
  ]);
  return {
    contact: { id: `c${String(at)}`, version: 1, site: `site ${at % 2}`, marks } as FrameContact,
    failed,
    machine,
    older,
  };
});
const byId = new Map(contacts.map((one) => [one.contact.id, one]));
const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** One run of both plans: all that was drawn, in the order in which it is reviewed. */
function run(seed: number) {
  const drawn = (name: string, of: typeof contacts, draws: number) =>
    drawOf({
      seed: `${name} ${String(seed)}`,
      contacts: of.map((one) => one.contact),
      standards: ['s'],
      draws,
      atRandom: 0.5,
      seenByTwo: 0,
    }).rows;
  const rows = {
    old: drawn(
      'old',
      contacts.filter((one) => one.older),
      80,
    ),
    new: drawn('new', contacts, 120),
  };
  const of = (plan: 'old' | 'new') => ({
    chances: new Map(rows[plan].map((row) => [row.contact.id, row.probability])),
    order: rows[plan]
      .flatMap((row) => (row.drawn ? [row.contact.id] : []))
      .toSorted((a, b) => hash(a, seed) - hash(b, seed)),
  });
  return { old: of('old'), new: of('new') };
}

function hash(id: string, seed: number): number {
  let value = (seed + 1) * 40_503;
  for (const letter of id) value = Math.imul(value ^ letter.charCodeAt(0), 16_777_619);
  return (value ^ (value >>> 15)) >>> 0;
}

/** The rate as it is told once all of the old plan's contacts and so many of the new one's are reviewed. */
function told(plans: ReturnType<typeof run>, reviewedOfNew: number) {
  const reviewed = { old: plans.old.order, new: plans.new.order.slice(0, reviewedOfNew) };
  const shares = { old: 1, new: reviewedOfNew / plans.new.order.length };
  const counting = drawsThatCount([draw('old', 300, reviewed.old.length), draw('new', 900, reviewed.new.length)]);
  const of = (['old', 'new'] as const).filter((one) => counting.some((each) => each.draw === one));
  const chanceOf = (id: string): number =>
    chanceByAny(
      of.flatMap((one) => {
        const probability = plans[one].chances.get(id);
        return probability === undefined ? [] : [{ probability, share: shares[one] }];
      }),
    );
  const reviews = [...new Set(of.flatMap((one) => reviewed[one]))].map((id) => ({
    machine: Number(byId.get(id)!.machine),
    human: Number(byId.get(id)!.failed),
    probability: chanceOf(id),
  }));
  const framed = contacts.filter(({ contact }) => of.some((one) => plans[one].chances.has(contact.id)));
  const machineMean = meanOf(framed.map((one) => Number(one.machine)));
  const rate = correctedRate([{ size: framed.length, machineMean, reviews }], 'population')!;
  return { rate, truth: meanOf(framed.map((one) => Number(one.failed))), size: framed.length };
}

it('a rate is right on average before a new plan begins, while it is reviewed, and once it is done', () => {
  const runs = Array.from({ length: 150 }, (_, seed) => run(seed));
  for (const [reviewedOfNew, size] of [
    [0, 300],
    [3, 300],
    [30, 300],
    [60, 900],
    [100, 900],
  ] as const) {
    const all = runs.map((plans) => told(plans, reviewedOfNew));
    expect(new Set(all.map((one) => one.size))).toEqual(new Set([size]));
    const off = all.map(({ rate, truth }) => rate.rate - truth);
    expect([reviewedOfNew, Math.abs(meanOf(off)) < 0.007]).toEqual([reviewedOfNew, true]);
    const within = all.filter(({ rate, truth }) => rate.low <= truth && truth <= rate.high).length;
    expect([reviewedOfNew, within / runs.length > 0.9]).toEqual([reviewedOfNew, true]);
  }
});
