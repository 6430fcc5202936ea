// What stands in the way: policies with clauses against a standard, limits of authority, targets; each somewhere, for a
// while, beside policies that are in nobody's way.
import { present } from '../../kernel/present.ts';
import type { Target } from '../../management/management.core.ts';
import type { AuthorityLimit } from '../../people/people.core.ts';
import type { PolicyVersion } from '../../policies/policy.core.ts';
import { Chance } from '../chance.ts';
import { needingLeave } from '../planned-standards.core.ts';
import { eventsOf, type World } from './world.core.ts';

/** Something against a standard at some sites, from a day up to another; null: everywhere, or without end. */
export interface Against {
  readonly standard: number;
  readonly sites: ReadonlySet<number> | null;
  readonly from: number;
  readonly to: number | null;
}

export interface Rules {
  readonly policies: readonly PolicyVersion[];
  readonly authorityLimits: readonly AuthorityLimit[];
  readonly targets: readonly Target[];
  readonly inConflict: readonly Against[];
  conflicts(standard: number, site: number, day: number): boolean;
  beyond(standard: number, role: string, day: number): boolean;
  targeted(standard: number, site: number, day: number): boolean;
}

export function planRules(world: World): Rules {
  const { scenario, standards, calendar, sites } = world;
  const rules = endBy(world, 'rule-ends', [
    ...planAgainst(world, 'policies', scenario.keeping['policy.in-conflict']),
    ...eventsOf(world, 'rule-starts').flatMap((event) =>
      event.about.map((standard): Against => ({ standard, sites: new Set(event.sites), from: event.day, to: null })),
    ),
  ]);
  const targets = endBy(
    world,
    'targets-end',
    planAgainst(world, 'targets', scenario.keeping['management.target-against']),
  );
  const limits = planLimits(world);
  const siteIds = (of: ReadonlySet<number> | null) =>
    of === null ? [] : sites.filter((site) => of.has(site.index)).map((site) => site.id);
  const held = (list: readonly Against[]) => {
    const byStandard = standards.map((_, i) => list.filter((one) => one.standard === i));
    return (standard: number, site: number, day: number) =>
      byStandard[standard]!.some(
        (one) => one.from <= day && (one.to === null || day < one.to) && (one.sites === null || one.sites.has(site)),
      );
  };
  return {
    inConflict: rules,
    policies: [
      ...harmless(world),
      ...rules.map((one, index): PolicyVersion => {
        const standard = standards[one.standard]!;
        const [title, clause] = standard.rule;
        return present({
          id: `${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${index + 1}`,
          version: '1',
          title,
          owner: 'owner',
          from: calendar.day(one.from),
          to: one.to === null ? undefined : calendar.day(one.to),
          reviewDue: calendar.day(calendar.days + 200),
          roles: [],
          sites: siteIds(one.sites),
          class: 'customer-service' as const,
          clauses: [{ id: '1', text: clause, serves: [], obstructs: [standard.id] }],
        });
      }),
    ],
    authorityLimits: [
      {
        id: 'keys-rep',
        role: 'rep',
        act: 'order keys and locks',
        limit: 50,
        from: calendar.day(-900),
        standards: [],
      },
      ...limits.map((one, index): AuthorityLimit =>
        present({
          id: `leave-${index + 1}`,
          role: one.role,
          act: `Decide alone: ${standards[one.standard]!.step.replace(/\.$/, '').toLowerCase()}`,
          limit: 0,
          from: calendar.day(one.from),
          to: one.to === null ? undefined : calendar.day(one.to),
          standards: [standards[one.standard]!.id],
        }),
      ),
    ],
    targets: [
      {
        id: 'move-ins',
        says: 'Twenty move-ins a month at each site',
        roles: [],
        sites: [],
        setBy: 'owner',
        from: calendar.day(-900),
        against: [],
      },
      ...targets.map((one, index): Target =>
        present({
          id: `target-${index + 1}`,
          says: standards[one.standard]!.target,
          roles: [],
          sites: siteIds(one.sites),
          setBy: 'owner' as const,
          from: calendar.day(one.from),
          to: one.to === null ? undefined : calendar.day(one.to),
          against: [standards[one.standard]!.id],
        }),
      ),
    ],
    conflicts: held(rules),
    targeted: held(targets),
    beyond: (standard, role, day) =>
      limits.some(
        (one) => one.standard === standard && one.role === role && one.from <= day && (one.to === null || day < one.to),
      ),
  };
}

/** About half the sites each, some from long ago, some from a day of the period, some ended. */
function planAgainst(world: World, stream: string, share: number): Against[] {
  const { standards, sites, scenario, seed } = world;
  const chance = new Chance(seed, stream);
  const { days } = scenario.sizes;
  return standards.flatMap((_, standard): Against[] => {
    const chosen = chance.is(share);
    const few = chance.some(sites, Math.max(1, Math.round(sites.length * chance.between(0.3, 0.7))));
    const from = chance.is(0.4) ? chance.whole(-600, -30) : chance.whole(5, Math.max(6, Math.round(days * 0.6)));
    const to = chance.is(0.3) ? Math.max(from, 0) + chance.whole(30, Math.max(31, Math.round(days * 0.6))) : null;
    if (!chosen) return [];
    const everywhere = sites.length > 1 && chance.is(0.15);
    return [{ standard, sites: everywhere ? null : new Set(few.map((site) => site.index)), from, to }];
  });
}

/** Where an event ends something, it ends that day; a rule that held for more sites goes on at the others. */
function endBy(world: World, kind: 'rule-ends' | 'targets-end', list: readonly Against[]): Against[] {
  return eventsOf(world, kind).reduce<Against[]>(
    (rows, event) =>
      rows.flatMap((row): Against[] => {
        const open = row.from < event.day && (row.to === null || row.to > event.day);
        if (!open || !event.about.includes(row.standard)) return [row];
        const all = row.sites ?? new Set(world.sites.map((site) => site.index));
        const ended = new Set([...all].filter((site) => event.sites.includes(site)));
        const kept = new Set([...all].filter((site) => !ended.has(site)));
        return [
          ...(ended.size > 0 ? [{ ...row, sites: ended, to: event.day }] : []),
          ...(kept.size > 0 ? [{ ...row, sites: kept }] : []),
        ];
      }),
    [...list],
  );
}

interface Limit {
  readonly standard: number;
  readonly role: string;
  readonly from: number;
  readonly to: number | null;
}

function planLimits({ standards, scenario, seed }: World): Limit[] {
  const chance = new Chance(seed, 'limits');
  const { days } = scenario.sizes;
  return standards.flatMap((one, standard): Limit[] => {
    if (!needingLeave.includes(one.id) || !chance.is(scenario.keeping['policy.beyond-authority'])) return [];
    const from = chance.is(0.5) ? chance.whole(-500, -30) : chance.whole(5, Math.max(6, Math.round(days * 0.6)));
    return (['rep', 'relief-manager'] as const)
      .filter((role) => role === 'rep' || chance.is(0.5))
      .map((role) => ({ standard, role, from, to: null }));
  });
}

function harmless({ calendar }: World): PolicyVersion[] {
  const base = {
    version: '1',
    from: calendar.day(-800),
    reviewDue: calendar.day(calendar.days + 100),
    roles: [],
    sites: [],
  };
  return [
    {
      ...base,
      id: 'at-the-desk',
      title: 'At the desk',
      class: 'house-rules',
      clauses: [{ id: '1', text: 'Shirts are clean and carry a name.', serves: [], obstructs: [] }],
    },
    {
      ...base,
      id: 'fire-exits',
      title: 'Fire exits',
      class: 'exempt',
      legalBasis: 'Fire code',
      clauses: [{ id: '1', text: 'Exits are kept free.', serves: [], obstructs: [] }],
    },
  ];
}
