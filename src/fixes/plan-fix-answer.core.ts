// Can a fix be proved, and when: the plan of an effect test with the organisation's own rates and flow.
import { planFix, type FixPlan } from '../stats/plan-fix.ts';
import type { OwnRates } from './own-rates.core.ts';
import { rateOf, usual, type PlanAnswer, type PlanTold } from './plan-answer.core.ts';
import { amount, many, percent } from './plan-words.core.ts';

/** The answer for a fix: contacts and days until it is proved, by a test of one look and by one looked at every day. */
export function forFix(told: PlanTold, own: OwnRates | null): PlanAnswer {
  const names = told.sites ?? (told.site === undefined ? [] : [told.site]);
  const changed = own?.sites.filter((site) => names.includes(site.site)) ?? [];
  const others = own?.sites.filter((site) => !names.includes(site.site) && site.marked > 0) ?? [];
  const rate = told.rate ?? rateOf(sumOf(changed)) ?? rateOf(own) ?? usual.rate;
  const to = told.to ?? rate / 2;
  const changedSites = told.changedSites ?? Math.max(1, changed.length);
  const unchangedSites = told.unchangedSites ?? others.length;
  const mean = own && own.sites.length > 0 ? own.perDay / own.sites.length : 0;
  const flow = (given: readonly { perDay: number }[], count: number): number =>
    told.perDay !== undefined
      ? told.perDay * count
      : given.length > 0
        ? given.reduce((sum, site) => sum + site.perDay, 0)
        : mean * count;
  const elsewhere = rateOf(sumOf(others));
  const changedPerDay = flow(changed, changedSites);
  const plan = planFix({
    changedSites,
    unchangedSites,
    changedPerDay,
    unchangedPerDay: flow(others, unchangedSites),
    beforeDays: told.beforeDays ?? (own && own.days > 0 ? Math.min(365, own.days) : usual.beforeDays),
    from: rate,
    to,
    ...(elsewhere === null || told.rate !== undefined ? {} : { unchangedRate: elsewhere }),
  });
  const provable = unchangedSites > 0 && plan.fourInFive !== null && plan.siteMonths >= 4;
  return {
    ask: 'fix',
    provable,
    steps: [
      { what: 'a test looked at once, at the end', ...waitOf(plan.fixed) },
      { what: 'looked at every day: half of such fixes are proved by', ...waitOf(plan.median) },
      { what: 'looked at every day: four in five', ...waitOf(plan.fourInFive) },
    ],
    says: fixSays(plan, { rate, to, changedSites, unchangedSites, provable }),
    assumed: [
      `${changedSites} ${changedSites === 1 ? 'site' : 'sites'} changed, ${unchangedSites} as they were; ${amount(changedPerDay)} contacts a day where it changes.`,
      'Contacts counted are those since the fix, where it was changed. A month at a site may move by itself (standard deviation .2 in log odds).',
    ],
  };
}

function fixSays(
  plan: FixPlan,
  about: { rate: number; to: number; changedSites: number; unchangedSites: number; provable: boolean },
): string[] {
  const change = `A fall from ${percent(about.rate)} to ${percent(about.to)}`;
  if (about.to >= about.rate) return ['No fall is expected, so there is none to prove.'];
  if (about.unchangedSites === 0)
    return [
      `${change} can't be proved where every site changes at once: nothing is left to compare with. Begin at some of them.`,
    ];
  if (plan.fourInFive === null)
    return [
      `${change} is not provable at this flow: ${percent(plan.provable)} of such fixes would be proved within a year. More sites, a larger fall or a standard that comes up more often would be.`,
    ];
  const days = plan.fourInFive.days;
  const months =
    plan.siteMonths < 4
      ? [
          `That is only ${plan.siteMonths} ${plan.siteMonths === 1 ? 'month of a site' : 'months of sites'}: wait for four, since a month can move by itself.`,
        ]
      : [];
  return [
    `${about.provable ? 'Provable' : 'Nearly provable'}: ${change.toLowerCase()} is proved after ${many(plan.fourInFive.contacts, 'contact')}, ${many(days, 'day')}, in four of five cases (and must then hold four weeks).`,
    ...months,
  ];
}

function waitOf(wait: { days: number; contacts: number } | null): { contacts: number | null; days: number | null } {
  return { contacts: wait?.contacts ?? null, days: wait?.days ?? null };
}

function sumOf(sites: readonly { failed: number; marked: number }[]): { failed: number; marked: number } {
  return {
    failed: sites.reduce((sum, site) => sum + site.failed, 0),
    marked: sites.reduce((sum, site) => sum + site.marked, 0),
  };
}
