// Contacts in order of time: who serves whom, at what price, what is kept and missed, and what comes of it.
import { logistic } from '../causal-model.ts';
import { Chance } from '../chance.ts';
import type { PlannedContact } from '../planned.core.ts';
import { Customers, products } from './customers.ts';
import { ActDrawing, type ActsPlan } from './draw-acts.ts';
import type { Arrival } from './plan-arrivals.ts';
import type { Prices } from './plan-prices.ts';
import type { Rota } from './plan-rota.ts';
import { wordsFor } from './plan-words.ts';
import type { RowsInMaking } from './rows-in-making.ts';
import type { World } from './world.core.ts';

export interface ContactsPlan extends ActsPlan {
  readonly rota: Rota;
  readonly prices: Prices;
}

export interface PlannedContacts {
  readonly contacts: readonly PlannedContact[];
  readonly rows: RowsInMaking;
}

/** Share of contacts that are enquiries, so that mystery shops, which all are, come out as said. */
const enquiries = 0.36;

export function planContacts(plan: ContactsPlan, arrivals: readonly Arrival[]): PlannedContacts {
  const { world } = plan;
  const { scenario, sites, staff, calendar, seed } = world;
  const chance = new Chance(seed, 'contacts');
  const talking = new Chance(seed, 'words');
  const customers = sites.map((site) => new Customers(scenario, seed, site));
  const drawing = new ActDrawing(plan, chance, arrivals.length);
  const width = Math.max(5, String(arrivals.length).length);

  const contacts = arrivals.map((arrival, number): PlannedContact => {
    const { site: at, day, time, kind, channel, busy, seconds } = arrival;
    const site = sites[at]!;
    const on = plan.rota.on(at, day);
    const person = staff[chance.of(on)]!;
    const customer = customers[at]!.next(kind);
    const mood = customers[at]!.mood(kind, customer);
    const product = products[customer.product]!;
    const price = plan.prices(at, day, product.price);
    const hour = Math.floor(arrival.minutes / 60);
    const dear = Math.log(price / product.price);
    const moment = new Date(time).toISOString();
    const acts = drawing.next({
      number,
      kind,
      channel,
      moment: { site: at, person, day, time, busy, people: on.length },
      told: {
        mood,
        product: customer.product,
        dear,
        locationClass: site.locationClass,
        hour,
        at: moment,
        coin: chance.is(0.5),
      },
      own: chance.normal(scenario.spread.contact),
    });
    const missed = acts.filter((act) => act.failed).length;
    const outcome = outcomeOf(kind, missed / Math.max(1, acts.length), dear, { scenario, chance });
    customers[at]!.served(customer, { kind, missed, marked: acts.length, outcome });
    const stays = Math.max(1, Math.round(chance.exponential(scenario.money['stay-months'])));
    const shop = kind === 'enquiry' && chance.is(scenario.sizes.shops / enquiries);
    return {
      number,
      id: `c-${String(number + 1).padStart(width, '0')}`,
      at: moment,
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
      seconds,
      ...(shop ? { shop: true as const } : {}),
      outcome,
      ...(outcome === 'won' && !shop ? { worth: Math.round(price * stays) } : {}),
    };
  });
  return { contacts, rows: drawing.rows };
}

/** @param missed share of the standards @param dear log of the price over the usual */
function outcomeOf(
  kind: PlannedContact['kind'],
  missed: number,
  dear: number,
  { scenario, chance }: { readonly scenario: World['scenario']; readonly chance: Chance },
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
