// What people lacked at the moment: tools that were down, sign-offs that hadn't come.
import { present } from '../../kernel/present.ts';
import type { Approval, Outage } from '../../management/management.core.ts';
import { Chance } from '../chance.ts';
import { needingLeave } from '../planned-standards.core.ts';
import { closes, opens } from './plan-rota.ts';
import { hiredOn, serves, type World } from './world.core.ts';

export interface Means {
  readonly outages: readonly Outage[];
  readonly approvals: readonly Approval[];
  /** Times in milliseconds since 1970. */
  isDown(site: number, time: number): boolean;
  isWaiting(standard: number, person: number, time: number): boolean;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const tools = ['the rental program', 'the telephone', 'the gate controller', 'the card reader', 'the internet line'];
const day = 86_400_000;

export function planMeans(world: World): Means {
  const { scenario, sites, staff, standards, calendar, seed } = world;
  const { days } = scenario.sizes;
  const chance = new Chance(seed, 'means');
  const down: Span[][] = sites.map(() => []);
  const outages = sites.flatMap((site) =>
    Array.from({ length: chance.poisson((scenario.keeping['management.outage'] * days) / 365) }, (_, time): Outage => {
      const start = calendar.time(chance.whole(0, days - 1), chance.whole(opens, closes - 120), site.timeZone);
      const span = { from: start, to: start + chance.whole(90, 420) * 60_000 };
      down[site.index]!.push(span);
      return { id: `u-${site.id}-${time + 1}`, site: site.id, what: chance.of(tools), ...momentsOf(span) };
    }),
  );
  const waiting = new Map<number, Span[]>();
  const eligible = standards.map((_, i) => i).filter((i) => needingLeave.includes(standards[i]!.id));
  const approvals = staff.flatMap((person) => {
    if (!serves(person) || eligible.length === 0) return [];
    const since = Math.max(0, hiredOn(person));
    const count = chance.poisson((scenario.keeping['management.waiting'] * Math.max(0, days - since)) / 365);
    return Array.from({ length: count }, (_, time): Approval => {
      const standard = chance.of(eligible);
      const zone = sites[person.posts[0]!.site]!.timeZone;
      const from = calendar.time(chance.whole(since, days - 1), chance.whole(opens, closes), zone);
      const answered = chance.is(0.85);
      const span = {
        from,
        to: answered ? from + Math.round(chance.exponential(12 * day)) + 3_600_000 : Number.MAX_SAFE_INTEGER,
      };
      const key = person.index * standards.length + standard;
      waiting.set(key, [...(waiting.get(key) ?? []), span]);
      return present({
        id: `a-${person.id}-${time + 1}`,
        person: person.id,
        waitedFor: 'leave to decide',
        askedAt: new Date(from).toISOString(),
        answeredAt: answered ? new Date(span.to).toISOString() : undefined,
        standards: [standards[standard]!.id],
      });
    });
  });
  const holds = (spans: readonly Span[] | undefined, time: number) =>
    spans?.some((one) => one.from <= time && time < one.to) ?? false;
  return {
    outages,
    approvals,
    isDown: (site, time) => holds(down[site], time),
    isWaiting: (standard, person, time) => holds(waiting.get(person * standards.length + standard), time),
  };
}

function momentsOf({ from, to }: Span): { from: string; to: string } {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
