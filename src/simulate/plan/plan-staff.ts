// The people of a planned organisation: teams of a site, relief managers who go round, those above them; who joins,
// leaves and moves, and how each works.
import { Chance } from '../chance.ts';
import type { Scenario } from '../scenario/scenario.core.ts';
import { firstNames, lastNames } from './names.core.ts';
import type { PlacedSite, Staff, StaffPost } from './world.core.ts';

const speeches = ['plain', 'plain', 'southern', 'eastern', 'formal', 'chatty', 'clipped'] as const;
/** Keeps standards in a way that says them indirectly: what a marker misreads. */
export const misreadSpeech = 'roundabout';

interface Draft {
  readonly role: Staff['role'];
  readonly posts: StaffPost[];
}

export function planStaff(scenario: Scenario, sites: readonly PlacedSite[], seed: number): Staff[] {
  const chance = new Chance(seed, 'staff');
  const drafts: Draft[] = [{ role: 'owner', posts: [post(0, -2100)] }];
  const districts = Math.max(...sites.map((site) => site.district)) + 1;
  for (let district = 0; district < districts; district++) {
    const first = sites.find((site) => site.district === district)!;
    drafts.push({ role: 'district-manager', posts: [post(first.index, chance.whole(-2000, -400))] });
  }
  for (const site of sites) drafts.push({ role: 'manager', posts: [post(site.index, chance.whole(-1900, -120))] });
  for (const site of sites) hireTeam(site, { scenario, sites, drafts, chance });
  for (let first = 0; first < sites.length && sites.length > 1; first += scenario.sizes['relief-round']) {
    const round = sites.slice(first, first + scenario.sizes['relief-round']);
    const from = chance.whole(-1500, -150);
    drafts.push({ role: 'relief-manager', posts: round.map((site) => post(site.index, from)) });
  }
  return toStaff(drafts, scenario, sites, seed);
}

interface Hiring {
  readonly scenario: Scenario;
  readonly sites: readonly PlacedSite[];
  readonly drafts: Draft[];
  readonly chance: Chance;
}

/** The reps of one site: each place may be held by several people, one after the other, over the period. */
function hireTeam(site: PlacedSite, { scenario, sites, drafts, chance }: Hiring): void {
  const { sizes } = scenario;
  const places = chance.whole(sizes['team-least'], sizes['team-most']) - 1;
  for (let place = 0; place < places; place++) {
    let from = chance.whole(-1400, -20);
    while (from < sizes.days) {
      const stay = (share: number) =>
        chance.is(share * Math.min(1, sizes.days / 365)) ? chance.whole(10, sizes.days - 5) : null;
      const since = Math.max(from, 0);
      const leaves = stay(sizes.leaving);
      const moves = leaves === null && sites.length > 1 ? stay(sizes.moving) : null;
      const end = leaves ?? moves;
      if (end === null || end <= since + 20) {
        drafts.push({ role: 'rep', posts: [post(site.index, from)] });
        break;
      }
      const posts: StaffPost[] = [{ site: site.index, from, to: end }];
      if (moves !== null) {
        const other = chance.of(sites.filter((one) => one !== site));
        posts.push(post(other.index, end));
      }
      drafts.push({ role: 'rep', posts });
      from = end + chance.whole(1, 20);
    }
  }
}

function post(site: number, from: number): StaffPost {
  return { site, from, to: null };
}

function toStaff(drafts: readonly Draft[], scenario: Scenario, sites: readonly PlacedSite[], seed: number): Staff[] {
  const { spread, keeping, effects, confounding } = scenario;
  const names = namesFor(drafts.length, seed);
  const habits = new Chance(seed, 'habits');
  const hiring = new Chance(seed, 'hiring');
  const width = String(drafts.length).length;
  return drafts.map((draft, index) => {
    const home = sites[draft.posts[0]!.site]!;
    const standsOut = hiring.is(keeping['personnel.own-effect']);
    const usual = habits.normal(spread.person) + confounding['people-follow-sites'] * home.effect;
    const misread = habits.is(confounding['misread-speech']);
    return {
      index,
      id: `p-${String(index + 1).padStart(Math.max(2, width), '0')}`,
      name: names[index]!,
      role: draft.role,
      posts: draft.posts,
      effect: usual + (standsOut ? effects['personnel.own-effect'] : 0),
      standsOut: standsOut && effects['personnel.own-effect'] !== 0,
      exam: !hiring.is(keeping['personnel.no-exam']),
      speech: misread ? misreadSpeech : habits.of(speeches),
    };
  });
}

/** Full names, no two alike as long as there are enough. */
function namesFor(count: number, seed: number): string[] {
  const chance = new Chance(seed, 'names');
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    for (let tries = 0; tries < 50; tries++) {
      const name = `${chance.of(firstNames)} ${chance.of(lastNames)}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
    return `${chance.of(firstNames)} ${chance.of(lastNames)} ${index}`;
  });
}
