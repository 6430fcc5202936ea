// A contact while it is being spoken: who has said what, about which standards, and what is true of this one contact.
// The scripts of each kind write upon it; they read from the plan what is kept and what is missed, and never change it.
import type { PlannedContact } from '../planned.core.ts';
import { Chance, seedOf } from './chance.core.ts';
import { plainly } from './say.core.ts';
import { valuesOf, type Cast } from './values.core.ts';
import type { Wording } from './wording.core.ts';

export interface Line {
  readonly speaker: 'rep' | 'customer';
  text: string;
  /** Standards that this line keeps, or misses in words. */
  readonly about: readonly string[];
  /** Seconds of silence before it, where the customer was put on hold. */
  readonly heldFor?: number;
  /** Something out of the plan may be added to this line: a cause's words, small talk. */
  readonly open: boolean;
}

type Rule = string | false | undefined;

export class Stage {
  readonly lines: Line[] = [];
  readonly contact: PlannedContact;
  readonly wording: Wording;
  readonly chance: Chance;
  readonly #values: Map<string, string>;
  readonly #acts: ReadonlyMap<string, boolean>;
  readonly #rep: number;
  readonly #said = new Set<string>();
  #held = 0;

  constructor(contact: PlannedContact, cast: Cast, wording: Wording, salt = 0) {
    this.contact = contact;
    this.wording = wording;
    this.chance = new Chance(seedOf(`${contact.id}|${contact.customer}|${contact.person}|${salt}`));
    this.#values = valuesOf(contact, cast, this.chance);
    this.#acts = new Map(contact.acts.map((act) => [act.standard, act.failed]));
    this.#rep = seedOf(contact.person);
  }

  /** Is the standard's turn part of the plan? */
  planned(standard: string): boolean {
    return this.#acts.has(standard);
  }

  /** Planned and missed. */
  missed(standard: string): boolean {
    return this.#acts.get(standard) === true;
  }

  /** Planned and kept. */
  kept(standard: string): boolean {
    return this.#acts.get(standard) === false;
  }

  /** One thing said by the person who serves, put together of rules; nothing where no rule is given. */
  rep(about: readonly string[], ...rules: readonly Rule[]): void {
    this.#add('rep', about, rules);
  }

  customer(...rules: readonly Rule[]): void {
    this.#add('customer', [], rules);
  }

  /** Puts the customer on hold: so many seconds pass before the next line. */
  hold(seconds: number): void {
    this.#held = seconds;
  }

  /** Has the rule been spoken in this contact? */
  said(rule: string): boolean {
    return this.#said.has(rule);
  }

  /** Does a rule by this name stand in the wording? */
  has(rule: string): boolean {
    return this.wording.rules.has(rule);
  }

  /** Words of a rule as this speaker says them: by mood, by way of speaking, by channel, else plainly. */
  words(speaker: 'rep' | 'customer', rule: string): string {
    const { mood, channel, speech } = this.contact;
    const manner = speaker === 'customer' ? mood : (speech ?? 'plain');
    const finer = [`${rule}.${manner}`, `${rule}.${channel}`];
    const name = finer.find((one) => this.has(one)) ?? rule;
    return plainly(this.wording, name, {
      chance: this.chance,
      habit: this.#rep,
      habitual: speaker === 'rep' ? 0.12 : 0,
      value: (value) => this.value(value),
    });
  }

  /** What a name stands for in this contact; a rule of that name is said once and kept. */
  value(name: string): string {
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    const made = this.words('customer', name);
    this.#values.set(name, made);
    return made;
  }

  #add(speaker: 'rep' | 'customer', about: readonly string[], rules: readonly Rule[]): void {
    const named = rules.filter((one): one is string => typeof one === 'string');
    if (named.length === 0) return;
    for (const one of named) this.#said.add(one);
    const text = named.map((one) => this.words(speaker, one)).join(' ');
    const held = this.#held;
    this.#held = 0;
    this.lines.push({ speaker, text, about, open: true, ...(held > 0 ? { heldFor: held } : {}) });
  }
}
