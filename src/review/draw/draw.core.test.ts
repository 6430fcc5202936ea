import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestOfFrame, drawAgain, drawOf, type DrawAsked } from './draw.core.ts';
import type { FrameContact, MachineMark } from './strata.core.ts';

const mark = fc.option(
  fc.record({
    verdict: fc.constantFrom('met' as const, 'failed' as const, 'unsure' as const),
    confidence: fc.constantFrom(0.5, 0.75, 0.95),
  }),
);
const standards = ['greeting', 'need', 'hold'];
const contact = fc
  .tuple(fc.constantFrom('a', 'b', 'c', null), fc.array(mark, { minLength: 3, maxLength: 3 }))
  .map(([site, marks]) => ({
    site,
    marks: new Map(standards.map((one, at): [string, MachineMark] => [one, marks[at] ?? null])),
  }));
const contacts = fc
  .array(contact, { minLength: 1, maxLength: 60 })
  .map((all) => all.map((one, at): FrameContact => ({ ...one, id: `c${String(at)}`, version: 1 })));
const asked = fc
  .record({ contacts, draws: fc.integer({ min: 1, max: 40 }), atRandom: fc.double({ min: 0.1, max: 1, noNaN: true }) })
  .map((one): DrawAsked => ({ ...one, seed: 's', standards, seenByTwo: 0.5 }));

it('gives everything a chance, draws each once, and what is certain is drawn', () => {
  fc.assert(
    fc.property(asked, (of) => {
      const { rows } = drawOf(of);
      expect(rows).toHaveLength(of.contacts.length);
      for (const { probability, drawn, byTwo } of rows) {
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThanOrEqual(1);
        if (probability === 1) expect(drawn).toBe(true);
        if (byTwo) expect(drawn).toBe(true);
      }
      if (of.draws >= rows.length) expect(rows.every((row) => row.drawn)).toBe(true);
      const expected = rows.reduce((sum, row) => sum + row.probability, 0);
      expect(expected).toBeGreaterThanOrEqual(Math.min(of.draws, rows.length) - 0.5);
      expect(expected).toBeLessThanOrEqual(Math.min(of.draws, rows.length) + 1.5);
    }),
  );
});

it('draws the same from the same frame, in whatever order it comes, and from what is kept of it', () => {
  fc.assert(
    fc.property(asked, (of) => {
      const first = drawOf(of);
      const again = drawOf({ ...of, contacts: of.contacts.toReversed() });
      expect(again).toEqual(first);
      const frame = first.rows.map((row) => ({ ...row.contact, strata: row.strata }));
      expect(digestOfFrame(frame.toReversed())).toBe(first.frameDigest);
      const repeated = drawAgain(of.seed, frame.toReversed(), first.atRandom, first.strata);
      for (const row of first.rows) {
        expect(repeated.get(row.contact.id)?.drawn).toBe(row.drawn);
        expect(repeated.get(row.contact.id)?.probability).toBeCloseTo(row.probability, 12);
      }
    }),
  );
});

it('logs the chance with which a contact is really drawn, random and stratified together', () => {
  const verdicts = ['met', 'failed', 'unsure'] as const;
  const all = Array.from({ length: 90 }, (_, at): FrameContact => ({
    id: `c${String(at)}`,
    version: 1,
    site: at % 5 === 0 ? 'small' : 'large',
    marks: new Map([
      ['greeting', { verdict: verdicts[at % 3]!, confidence: at % 2 ? 0.95 : 0.6 }],
      ['need', at % 4 === 0 ? null : { verdict: verdicts[(at + 1) % 2]!, confidence: 0.8 }],
    ]),
  }));
  const runs = 1500;
  const times = new Map<string, number>();
  let logged = new Map<string, number>();
  // What people would say, which goes with what the machine said and with the site: as in life.
  const truth = (one: FrameContact): number =>
    one.marks.get('greeting')?.verdict === 'failed' || one.site === 'small' ? 1 : 0;
  let estimates = 0;
  for (let run = 0; run < runs; run++) {
    const { rows } = drawOf({
      seed: `run ${String(run)}`,
      contacts: all,
      standards: ['greeting', 'need'],
      draws: 24,
      atRandom: 0.4,
      seenByTwo: 0,
    });
    logged = new Map(rows.map((row) => [row.contact.id, row.probability]));
    for (const row of rows.filter((one) => one.drawn)) {
      times.set(row.contact.id, (times.get(row.contact.id) ?? 0) + 1);
      estimates += truth(row.contact) / row.probability / all.length / runs;
    }
  }
  // Five standard errors, of ninety contacts.
  for (const { id } of all) {
    const p = logged.get(id)!;
    expect(Math.abs((times.get(id) ?? 0) / runs - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / runs));
  }
  const rate = all.reduce((sum, one) => sum + truth(one), 0) / all.length;
  expect(Math.abs(estimates - rate)).toBeLessThan(0.015);
});

it('keeps the floor: where there are more strata than draws, small sites stand together', () => {
  const all = Array.from({ length: 200 }, (_, at): FrameContact => ({
    id: `c${String(at)}`,
    version: 1,
    site: `site ${String(at % 50)}`,
    marks: new Map([['greeting', { verdict: at % 2 ? 'met' : 'failed', confidence: 0.95 }]]),
  }));
  const { strata } = drawOf({
    seed: 's',
    contacts: all,
    standards: ['greeting'],
    draws: 20,
    atRandom: 0.5,
    seenByTwo: 0,
  });
  expect(strata.every((one) => one.drawn >= 1)).toBe(true);
  expect(strata.some((one) => one.stratum.endsWith('*'))).toBe(true);
});
