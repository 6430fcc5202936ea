import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, inForce } from '../../kernel/moment.ts';
import type { Sourced } from '../../kernel/sourced.ts';
import type { Post } from '../../people/people.core.ts';
import { keepApart, overlap } from './overlap.core.ts';
import { checkPosts } from './posts.core.ts';

let line = 1;
function post(person: string, supervisor: string | undefined, from: string, to?: string, site = 'bay'): Sourced<Post> {
  const row: Post = { person, site, role: 'rep', from, ...(supervisor ? { supervisor } : {}), ...(to ? { to } : {}) };
  return { row, from: { file: 'people.csv', row: (line += 1) } };
}
const check = (...rows: Sourced<Post>[]) => checkPosts(rows, [], new Set(['people.csv']));

describe('posts of one person', () => {
  it('may follow each other, or be at two sites at once', () => {
    expect(check(post('a', undefined, '2026-01-01', '2026-02-01'), post('a', undefined, '2026-02-01')).rejects).toEqual(
      [],
    );
    expect(
      check(post('a', undefined, '2026-01-01'), post('a', undefined, '2026-01-15', undefined, 'mill')).rejects,
    ).toEqual([]);
  });

  it('may not overlap at one site, not by a day', () => {
    const { rejects } = check(post('a', undefined, '2026-01-01', '2026-02-02'), post('a', undefined, '2026-02-01'));
    expect(rejects[0]).toMatchObject({ field: 'from', expected: 'one post of a person at a site at a time' });
    expect(rejects[0]?.remedy).toMatch(/holds until 2026-02-02: begin this one then/);
  });
});

describe('supervisors', () => {
  it('never lead back to the person, by however many', () => {
    expect(check(post('a', 'a', '2026-01-01')).rejects.map((one) => one.field)).toEqual(['supervisor']);
    const circle = check(post('a', 'b', '2026-01-01'), post('b', 'c', '2026-01-01'), post('c', 'a', '2026-01-01'));
    expect(circle.rejects).toHaveLength(1);
    expect(circle.rows.map((one) => one.row.person)).toEqual(['a', 'b']);
  });

  it('may change places from one day to the next', () => {
    const rows = [post('a', 'b', '2026-01-01', '2026-02-01'), post('b', undefined, '2026-01-01', '2026-02-01')];
    const later = [post('a', undefined, '2026-02-01'), post('b', 'a', '2026-02-01')];
    expect(check(...rows, ...later).rejects).toEqual([]);
  });

  it('are followed on later days too: a circle that only closes when somebody above moves', () => {
    const rows = [
      post('b', undefined, '2026-01-01', '2026-03-01'),
      post('b', 'a', '2026-03-01', undefined, 'mill'),
      post('a', 'b', '2026-01-01'),
    ];
    expect(check(...rows).rejects).toHaveLength(1);
  });

  it('accepted in any number form no circle on any day', () => {
    const day = fc.integer({ min: 0, max: 20 }).map((count) => addDays('2026-01-01', count));
    const one = fc.record({
      person: fc.constantFrom('a', 'b', 'c', 'd'),
      supervisor: fc.constantFrom('a', 'b', 'c', 'd'),
      site: fc.constantFrom('x', 'y'),
      from: day,
      length: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (given) => {
        const rows = given.map((row) =>
          post(row.person, row.supervisor, row.from, addDays(row.from, row.length), row.site),
        );
        const kept = check(...rows).rows.map(({ row }) => row);
        for (let count = 0; count < 30; count += 1) {
          const today = kept.filter((row) => inForce(row, addDays('2026-01-01', count)));
          for (const start of today) {
            let above = new Set([start.supervisor]);
            for (let step = 0; step < 5; step += 1) {
              expect(above.has(start.person)).toBe(false);
              above = new Set(today.filter((row) => above.has(row.person)).map((row) => row.supervisor));
            }
          }
        }
      }),
    );
  });
});

describe('a post on record', () => {
  const old = post('a', undefined, '2026-01-05');
  const fresh = post('a', undefined, '2026-01-12');

  it('makes way for a row of its own file under another first day', () => {
    expect(checkPosts([fresh], [old], new Set(['people.csv']))).toMatchObject({
      rows: [fresh],
      corrected: [old.row],
      standing: [],
      rejects: [],
    });
  });

  it('stays against a row of another file, and where its own row is still there', () => {
    expect(checkPosts([fresh], [old], new Set(['else.csv'])).rejects).toHaveLength(1);
    expect(checkPosts([old, fresh], [old], new Set(['people.csv']))).toMatchObject({ rows: [old], corrected: [] });
  });
});

it('keeps apart what overlaps: of any rows, no two accepted hold on a common day', () => {
  const row = fc.record({ from: fc.integer({ min: 0, max: 30 }), length: fc.option(fc.integer({ min: 1, max: 10 })) });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 10 }), (given) => {
      const rows = given.map(({ from, length }) => {
        const first = addDays('2026-01-01', from);
        return {
          row: { from: first, ...(length === null ? {} : { to: addDays(first, length) }) },
          from: { file: 'x' },
        };
      });
      const { accepted, overlaps } = keepApart(rows, [], () => 'one');
      expect(accepted.length + overlaps.length).toBe(rows.length);
      for (const a of accepted) for (const b of accepted) if (a !== b) expect(overlap(a.row, b.row)).toBe(false);
      for (const { row: one, with: other } of overlaps) expect(overlap(one.row, other.row)).toBe(true);
    }),
  );
});
