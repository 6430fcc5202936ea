// Contacts in order of time, each act drawn from the causal model with one draw, and for each failure the exposures
// without which that same draw had not failed.
import type { Cause } from '../../diagnosis/finding.core.ts';
import { addedBy, type CausalModel, logistic, playerOf } from '../causal-model.ts';
import { Chance } from '../chance.ts';
import { type PlannedExcuse, plannedExcuses, type Told } from '../excuses.core.ts';
import { exposureIds, ownEffect, plannedExposures } from '../exposures.core.ts';
import type { PlannedAct, PlannedContact } from '../planned.core.ts';
import { onlyAfterKept, whereUpset } from '../planned-standards.core.ts';
import type { Arrival } from './plan-arrivals.ts';
import type { circumstances } from './circumstances.core.ts';
import { Customers, products } from './customers.ts';
import { misreadSpeech } from './plan-staff.ts';
import type { Prices } from './plan-prices.ts';
import type { Rota } from './plan-rota.ts';
import { wordsFor } from './plan-words.ts';
import { RowsInMaking } from './rows-in-making.ts';
import type { World } from './world.core.ts';

export interface ContactsPlan {
  readonly world: World;
  readonly model: CausalModel;
  readonly rota: Rota;
  readonly prices: Prices;
  readonly circumstances: ReturnType<typeof circumstances>;
}

export interface PlannedContacts {
  readonly contacts: readonly PlannedContact[];
  readonly rows: RowsInMaking;
}

export function planContacts(plan: ContactsPlan, arrivals: readonly Arrival[]): PlannedContacts {
  const { world, model } = plan;
  const { scenario, sites, staff, standards, calendar, seed } = world;
  const chance = new Chance(seed, 'contacts');
  const acting = new Chance(seed, 'acts');
  const talking = new Chance(seed, 'words');
  const customers = sites.map((site) => new Customers(scenario, seed, site));
  const gammas = plannedExcuses.map((one) => scenario.excuses[one.id as keyof typeof scenario.excuses] ?? 0);
  const rows = new RowsInMaking(gammas, arrivals.length);
  const values = new Float64Array(exposureIds.length);
  const added = new Float64Array(exposureIds.length);
  const excuses = new Float64Array(plannedExcuses.length);
  const canComeUp = Object.fromEntries(
    ['call', 'chat', 'visit'].map((channel) => [
      channel,
      standards.flatMap((one, index) => ((one.channels as readonly string[]).includes(channel) ? [index] : [])),
    ]),
  );
  const width = Math.max(5, String(arrivals.length).length);

  const contacts = arrivals.map((arrival, number): PlannedContact => {
    const { site: at, day, time, kind, channel, busy } = arrival;
    const site = sites[at]!;
    const on = plan.rota.on(at, day);
    const person = staff[chance.of(on)]!;
    const customer = customers[at]!.next(kind);
    const mood = customers[at]!.mood(kind, customer);
    const product = products[customer.product]!;
    const price = plan.prices(at, day, product.price);
    const hour = Math.floor(arrival.minutes / 60);
    const dear = Math.log(price / product.price);
    const told: Told = {
      mood,
      product: customer.product,
      dear,
      locationClass: site.locationClass,
      hour,
      at: new Date(time).toISOString(),
      coin: chance.is(0.5),
    };
    let excused = 0;
    plannedExcuses.forEach((one: PlannedExcuse, i) => {
      excuses[i] = one.value(told);
      excused += gammas[i]! * excuses[i]!;
    });
    const own = chance.normal(scenario.spread.contact);
    const common =
      model.intercept +
      site.effect +
      person.effect +
      own +
      model.day[day]! +
      model.month.get(calendar.month(day))! +
      model.kind[kind]! +
      excused;
    const moment = { site: at, person, day, time, busy, people: on.length };
    const beyond = model.beyondMedian[person.index]!;
    const misread = person.speech === misreadSpeech;
    const acts: PlannedAct[] = [];
    rows.contact(excuses);
    let missed = 0;
    for (const index of canComeUp[channel]!) {
      const standard = standards[index]!;
      if (!comesUp(standard.id, standard.comesUp[kind] ?? 0, mood === 'upset', acts, chance)) continue;
      plan.circumstances(index, moment, values);
      addedBy(model, index, values, added);
      let logit = common + model.standard[index]!;
      for (let i = 0; i < values.length; i++) {
        if (!Number.isNaN(values[i]!)) logit += model.slopes[i]![index]! * values[i]!;
      }
      const p = logistic(logit);
      const draw = acting.unit();
      const failed = draw < p;
      if (failed) missed++;
      acts.push({
        standard: standard.id,
        failed,
        chance: p,
        draw,
        necessary: failed ? necessaryFor(logit, draw, added, beyond) : [],
      });
      const marked = failed || (misread && index % 2 === 0 && acting.is(scenario.confounding['misread-often']));
      rows.act(
        {
          contact: number,
          standard: index,
          site: at,
          person: person.index,
          day,
          failed: Number(failed),
          marked: Number(marked),
          chance: p,
          draw,
          beyond,
        },
        values,
        added,
      );
    }
    const outcome = outcomeOf(kind, missed / Math.max(1, acts.length), dear, { scenario, chance });
    customers[at]!.served(customer, kind, missed, acts.length, outcome);
    const stays = Math.max(1, Math.round(chance.exponential(scenario.money['stay-months'])));
    const shop = kind === 'enquiry' && chance.is(scenario.sizes.shops / 0.36);
    return {
      number,
      id: `c-${String(number + 1).padStart(width, '0')}`,
      at: new Date(time).toISOString(),
      day: calendar.day(day),
      hour,
      site: site.id,
      person: person.id,
      customer: customer.id,
      customerName: customer.name,
      channel,
      kind,
      mood,
      product: product.name,
      price,
      acts,
      words: wordsFor(acts, talking),
      speech: person.speech,
      seconds: arrival.seconds,
      ...(shop ? { shop: true as const } : {}),
      outcome,
      ...(outcome === 'won' && !shop ? { worth: Math.round(price * stays) } : {}),
    };
  });
  return { contacts, rows };
}

/** Some standards can come up only where another was kept; one comes up wherever somebody is upset. */
function comesUp(
  standard: string,
  usual: number,
  upset: boolean,
  acts: readonly PlannedAct[],
  chance: Chance,
): boolean {
  // Drawn in any case, so that what came before changes no later draw.
  const drawn = chance.is(standard === whereUpset && upset ? 1 : usual);
  const first = onlyAfterKept[standard];
  if (!drawn || first === undefined) return drawn;
  const before = acts.find((act) => act.standard === first);
  return before === undefined ? standard !== 'storage.reserved-with-date' : !before.failed;
}

/** Exposures without which this draw had not failed; the person's own way too, where it stands out. */
function necessaryFor(logit: number, draw: number, added: Float64Array, beyond: number): PlannedAct['necessary'] {
  const found: { exposure: string; cause: Cause }[] = [];
  for (let i = 0; i < added.length; i++) {
    if (added[i]! > 0 && draw >= logistic(logit - added[i]!))
      found.push({ exposure: plannedExposures[i]!.id, cause: playerOf[i] as Cause });
  }
  if (beyond > 0 && draw >= logistic(logit - beyond)) found.push({ exposure: ownEffect, cause: 'personnel' });
  return found;
}

function outcomeOf(
  kind: PlannedContact['kind'],
  missed: number,
  dear: number,
  { scenario, chance }: { scenario: World['scenario']; chance: Chance },
): NonNullable<PlannedContact['outcome']> {
  const draw = chance.unit();
  if (kind === 'move-in') return 'won';
  if (kind === 'enquiry' || kind === 'price-objection') {
    const { money } = scenario;
    const won = logistic(
      money['won-plain'] - 10 * missed * money['won-per-tenth-missed'] - 2 * dear - (kind === 'enquiry' ? 0 : 0.5),
    );
    if (draw < won) return 'won';
    return draw < won + (1 - won) * 0.4 ? 'pending' : 'lost';
  }
  return draw < 1 - 0.8 * missed ? 'served' : 'unserved';
}
