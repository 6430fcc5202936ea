// Contacts in order of time: who serves whom, at what price, what is kept and missed, and what comes of it.
import { Chance } from '../chance.ts';
import type { PlannedContact } from '../planned.core.ts';
import { Customers, products } from './customers.ts';
import { ActDrawing, type ActsPlan } from './draw-acts.ts';
import type { Arrival } from './plan-arrivals.ts';
import { outcomeOf } from './plan-outcomes.ts';
import type { Prices } from './plan-prices.ts';
import type { Rota } from './plan-rota.ts';
import { wordsFor } from './plan-words.ts';
import type { RowsInMaking } from './rows-in-making.ts';

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
    const outcome = outcomeOf(scenario, { kind, acts, dear }, chance);
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
