// Customers of one site: who comes back and who doesn't, by how they were served; what they rent and what it costs.
import { Chance } from '../chance.ts';
import type { PlannedContact, PlannedKind, PlannedMood } from '../planned.core.ts';
import type { Scenario } from '../scenario/scenario.core.ts';
import { firstNames, lastNames } from './names.core.ts';

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly product: number;
  /** Rents a unit. */
  tenant: boolean;
  /** Standards missed and kept with them so far. */
  missed: number;
  marked: number;
}

/** How a contact with a customer went. */
export interface Served {
  readonly kind: PlannedKind;
  /** Standards missed, of those marked. */
  readonly missed: number;
  readonly marked: number;
  readonly outcome: NonNullable<PlannedContact['outcome']>;
}

export const products = [
  { name: '5x5', price: 62, weight: 12 },
  { name: '5x10', price: 94, weight: 26 },
  { name: '10x10', price: 146, weight: 34 },
  { name: '10x15', price: 188, weight: 16 },
  { name: '10x20', price: 232, weight: 12 },
] as const;

/** The one that most people ask for; what the others are held against. */
export const commonest = 2;

export class Customers {
  readonly #chance: Chance;
  readonly #scenario: Scenario;
  readonly #prefix: string;
  readonly #tenants: Customer[] = [];
  readonly #pending: Customer[] = [];
  #count = 0;

  constructor(scenario: Scenario, seed: number, site: { readonly id: string; readonly index: number }) {
    this.#chance = new Chance(seed, `customers/${site.id}`);
    this.#scenario = scenario;
    this.#prefix = `k-${site.index + 1}`;
  }

  /** Who this contact is with. */
  next(kind: PlannedKind): Customer {
    const isEnquiry = kind === 'enquiry' || kind === 'price-objection' || kind === 'move-in';
    const back = isEnquiry ? this.#comesBack() : this.#tenant(kind);
    return back ?? this.#somebodyNew(!isEnquiry);
  }

  mood(kind: PlannedKind, customer: Customer): PlannedMood {
    const { keeping } = this.#scenario;
    const before = customer.marked > 0 ? customer.missed / customer.marked : 0.3;
    const upset = keeping['customer.upset'] * (kind === 'complaint' ? 4 : 0.75) * (0.6 + 1.3 * before);
    if (this.#chance.is(Math.min(0.9, upset))) return 'upset';
    return this.#chance.is(keeping['customer.hurried']) ? 'hurried' : 'calm';
  }

  /** What came of it is kept for the next time. */
  served(customer: Customer, { kind, missed, marked, outcome }: Served): void {
    customer.missed += missed;
    customer.marked += marked;
    if (outcome === 'pending') this.#pending.push(customer);
    if (outcome === 'won' && !customer.tenant) {
      customer.tenant = true;
      this.#tenants.push(customer);
    }
    if (kind === 'cancellation') {
      const at = this.#tenants.indexOf(customer);
      if (at >= 0) this.#tenants.splice(at, 1);
    }
  }

  /** One who was undecided, if the way they were served brings them back; else they are gone. */
  #comesBack(): Customer | undefined {
    if (this.#pending.length === 0 || !this.#chance.is(0.35)) return undefined;
    const at = Math.floor(this.#chance.unit() * this.#pending.length);
    const [customer] = this.#pending.splice(at, 1);
    const share = customer!.missed / Math.max(1, customer!.marked);
    return this.#chance.is(1 / (1 + Math.exp(-1.6 + 5 * share))) ? customer : undefined;
  }

  #tenant(kind: PlannedKind): Customer | undefined {
    if (this.#tenants.length === 0 || !this.#chance.is(0.55)) return undefined;
    const some = Array.from({ length: 4 }, () => this.#chance.of(this.#tenants));
    const share = (one: Customer) => one.missed / Math.max(1, one.marked);
    // Of a few, the one who was served worst complains or leaves.
    return kind === 'cancellation' || kind === 'complaint' ? some.toSorted((a, b) => share(b) - share(a))[0] : some[0];
  }

  #somebodyNew(tenant: boolean): Customer {
    this.#count++;
    const customer: Customer = {
      id: `${this.#prefix}-${String(this.#count).padStart(4, '0')}`,
      name: `${this.#chance.of(firstNames)} ${this.#chance.of(lastNames)}`,
      product: this.#chance.weighted(products.map((one) => one.weight)),
      tenant,
      missed: 0,
      marked: 0,
    };
    if (tenant) this.#tenants.push(customer);
    return customer;
  }
}
