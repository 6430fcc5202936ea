// What was tried with people before anybody decided anything: rounds of help that didn't help with some who stand out,
// and others' own accounts.
import type { Observation } from '../../management/management.core.ts';
import { present } from '../../kernel/present.ts';
import type { Attempt, Tried } from '../../personnel/personnel.core.ts';
import { Chance } from '../chance.ts';
import { serves, supervisorAt, type World } from './world.core.ts';

/** An observation with its person, day and standards by number. */
export interface Cycle {
  readonly row: Observation;
  readonly person: number;
  readonly day: number;
  readonly about: readonly number[];
}

export interface Tries {
  readonly attempts: readonly Attempt[];
  readonly cycles: readonly Cycle[];
}

export function planAttempts(world: World): Tries {
  const { staff, standards, calendar, seed, scenario } = world;
  const chance = new Chance(seed, 'attempts');
  const { days } = scenario.sizes;
  const attempts: Attempt[] = [];
  const cycles: Cycle[] = [];
  for (const person of staff) {
    if (!serves(person)) continue;
    const told = chance.is(person.standsOut ? 0.85 : 0.06);
    const start = chance.whole(-150, Math.round(days / 3));
    const which = chance.some(
      standards.map((_, i) => i),
      Math.ceil(standards.length * chance.between(0.6, 1)),
    );
    const about = which.map((i) => standards[i]!.id);
    const post = person.posts[0]!;
    const by = supervisorAt(world, person, post.site);
    if (!told || !by || start < post.from || (post.to !== null && post.to < start + 120)) continue;
    const attempt = (tried: Tried, after: number, rest: Pick<Attempt, 'result' | 'account'>): void => {
      attempts.push(
        present({
          id: `t-${attempts.length + 1}`,
          person: person.id,
          tried,
          standards: about,
          on: calendar.day(start + after),
          ...rest,
        }),
      );
    };
    const result = person.standsOut ? 'not-kept' : 'kept';
    attempt('training', 0, { result });
    attempt('coaching', 30, { result });
    if (person.standsOut) {
      attempt('coaching', 60, { result });
      attempt('own-account', 62, { account: 'chose-not-to' });
      attempt('own-account', 90, { account: 'chose-not-to' });
      for (const cycle of [1, 2, 3]) {
        const day = start + cycle * 28;
        cycles.push({
          person: person.index,
          day,
          about: which,
          row: {
            id: `o-cycle-${person.id}-${cycle}`,
            person: person.id,
            by: by.id,
            on: calendar.day(day),
            act: 'guide',
            standards: about,
            cycle,
          },
        });
      }
    } else attempt('own-account', 32, { account: chance.of(['did-not-know', 'could-not', 'was-told-to'] as const) });
  }
  return { attempts, cycles };
}
