// A whole organisation from a scenario and a seed: the same two give the same organisation, byte for byte.
import { present } from '../kernel/present.ts';
import type { Post } from '../people/people.core.ts';
import { drawModel } from './causal-model.ts';
import type { Planned, PlannedEvent } from './planned-organisation.core.ts';
import { alsoKept, plannedStandards } from './planned-standards.core.ts';
import { Calendar } from './plan/calendar.core.ts';
import { circumstances } from './plan/circumstances.core.ts';
import { products } from './plan/customers.ts';
import { planArrivals } from './plan/plan-arrivals.ts';
import { planAttempts } from './plan/plan-attempts.ts';
import { planContacts } from './plan/plan-contacts.ts';
import { planMeans } from './plan/plan-means.ts';
import { planPrices } from './plan/plan-prices.ts';
import { planProcedures } from './plan/plan-procedures.ts';
import { planRota } from './plan/plan-rota.ts';
import { planRounds } from './plan/plan-rounds.ts';
import { planRules } from './plan/plan-rules.ts';
import { planSiteMonths } from './plan/plan-site-months.ts';
import { planSites, sitesOf } from './plan/plan-sites.ts';
import { planStaff } from './plan/plan-staff.ts';
import { planTraining } from './plan/plan-training.ts';
import { type PlacedEvent, serves, supervisorAt, type World } from './plan/world.core.ts';
import { Chance } from './chance.ts';
import { drawScenario } from './scenario/draw-scenario.ts';
import type { Scenario, ScenarioFile } from './scenario/scenario.core.ts';

/** Plans the organisation; sizes and effects that the scenario gives as ranges are drawn by the seed. */
export function planOrganisation(file: ScenarioFile, seed: number): Planned {
  const world = planWorld(drawScenario(file, seed), seed);
  const { scenario, calendar, sites, staff, standards } = world;
  const rota = planRota(world, seed);
  const tries = planAttempts(world);
  const rules = planRules(world);
  const written = planProcedures(world);
  const training = planTraining(world);
  const rounds = planRounds(world, tries.cycles);
  const means = planMeans(world);
  const model = drawModel(world);
  const { contacts, rows } = planContacts(
    {
      world,
      model,
      rota,
      prices: planPrices(world, rules),
      circumstances: circumstances(world, { written, rules, training, rounds, means }),
    },
    planArrivals(world, rota),
  );
  return {
    scenario: scenario.name,
    seed,
    firstDay: calendar.day(0),
    lastDay: calendar.day(calendar.days - 1),
    organisation: organisationOf(world, contacts),
    people: staff.map(({ id, name }) => ({ id, name })),
    siteMonths: planSiteMonths(world, contacts),
    records: {
      sites: sites.map(({ id, name, timeZone, locationClass, town }) => ({
        id,
        name,
        timeZone,
        locationClass,
        spokenNames: [town],
      })),
      posts: postsOf(world),
      shifts: rota.shifts(),
      authorityLimits: rules.authorityLimits,
      policies: rules.policies,
      procedures: written.procedures,
      duties: (['rep', 'manager', 'relief-manager'] as const).flatMap((role) =>
        world.tasks.map((task, index) => ({
          id: `d-${role}-${task}`,
          role,
          task,
          standards: standards.flatMap((one, i) => (world.taskOf[i] === index ? [one.id] : [])),
          from: calendar.day(-2000),
        })),
      ),
      // Whoever would have answered later hasn't yet.
      acknowledgements: written.acknowledgements.filter(({ on }) => on <= calendar.day(calendar.days - 1)),
      certificates: training.certificates,
      observations: rounds.observations,
      targets: rules.targets,
      approvals: means.approvals,
      outages: means.outages,
      attempts: tries.attempts,
      ownAnswers: [],
    },
    contacts,
    events: toldEvents(world),
    rows: rows.done(),
    model,
    world,
  };
}

function planWorld(scenario: Scenario, seed: number): World {
  const calendar = new Calendar(scenario.start, scenario.sizes.days);
  const standards = plannedStandards.filter((one) => scenario.standards.includes(one.id));
  const tasks = [...new Set(standards.map((one) => one.task))];
  const sites = planSites(scenario, seed);
  return {
    seed,
    scenario,
    calendar,
    standards,
    tasks,
    taskOf: standards.map((one) => tasks.indexOf(one.task)),
    sites,
    staff: planStaff(scenario, sites, seed),
    events: scenario.events.map((event): PlacedEvent => ({
      ...event,
      sites: sitesOf(event, sites.length),
      about: standards.flatMap((one, i) =>
        event.standards.length === 0 || event.standards.includes(one.id) ? [i] : [],
      ),
    })),
  };
}

function postsOf(world: World): Post[] {
  const { staff, sites, calendar } = world;
  return staff.flatMap((person) =>
    person.posts.map((post): Post =>
      present({
        person: person.id,
        site: sites[post.site]!.id,
        role: person.role,
        supervisor: supervisorAt(world, person, post.site)?.id,
        from: calendar.day(post.from),
        to: post.to === null ? undefined : calendar.day(post.to),
      }),
    ),
  );
}

function organisationOf({ scenario, standards }: World, contacts: Planned['contacts']): Planned['organisation'] {
  const enquiries = contacts.filter((one) => one.kind === 'enquiry' || one.kind === 'price-objection');
  const won = enquiries.filter((one) => one.outcome === 'won').length;
  const mean =
    products.reduce((sum, one) => sum + one.price * one.weight, 0) / products.reduce((sum, one) => sum + one.weight, 0);
  return {
    name: scenario.business.name,
    otherNames: scenario.business.otherNames,
    customerWord: scenario.business.customer,
    products: ['storage unit', ...products.map((one) => one.name)],
    currency: scenario.business.currency,
    enquiriesAMonth: Math.round((enquiries.length / scenario.sizes.days) * 30.4),
    conversion: Math.round((100 * won) / Math.max(1, enquiries.length)) / 100,
    worthOfAStay: Math.round(mean * scenario.money['stay-months']),
    standards: [...standards.map((one) => one.id), ...alsoKept],
  };
}

/** Events as they would be told, each letter before what answered it. */
function toldEvents(world: World): PlannedEvent[] {
  const { events, calendar, sites, standards, staff, seed } = world;
  const chance = new Chance(seed, 'letters');
  return events
    .flatMap((event, index): PlannedEvent[] => {
      const id = `e-${index + 1}`;
      const about = {
        sites: event.sites.map((site) => sites[site]!.id),
        standards: event.about.map((i) => standards[i]!.id),
      };
      const told: PlannedEvent = {
        id,
        on: calendar.day(event.day),
        kind: event.do,
        says: event.says,
        ...about,
        ...(event.fix ? { fix: true as const } : {}),
      };
      if (event.letterBefore === undefined) return [told];
      const day = event.day - event.letterBefore;
      const there = staff.filter(
        (one) => serves(one) && one.posts.some((post) => event.sites.includes(post.site) && post.from <= day),
      );
      const letter: PlannedEvent = {
        ...told,
        id: `${id}-letter`,
        on: calendar.day(day),
        kind: 'letter',
        says: `A letter asks for it: ${event.says}`,
        answeredBy: id,
        ...(there.length > 0 ? { person: chance.of(there).id } : {}),
      };
      const { fix: _, ...plain } = letter;
      return [plain, told];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
