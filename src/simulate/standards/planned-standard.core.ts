// A standard as a plan needs it: when it can come up, and how a step, a rule and a target about it read.
import type { PlannedContact, PlannedKind } from '../planned.core.ts';

type Channel = PlannedContact['channel'];

export interface PlannedStandard {
  readonly id: string;
  readonly task: string;
  readonly channels: readonly Channel[];
  /** Chance that it comes up, by kind of contact; kinds that aren't named never bring it up. */
  readonly comesUp: Partial<Readonly<Record<PlannedKind, number>>>;
  /** A step of a procedure that serves it. */
  readonly step: string;
  /** A policy that stands in its way: the policy's title and its clause. */
  readonly rule: readonly [title: string, clause: string];
  /** A target that makes it sensible to miss it. */
  readonly target: string;
}

export const everywhere: readonly Channel[] = ['call', 'chat', 'visit'];
export const always = {
  enquiry: 1,
  'price-objection': 1,
  'move-in': 1,
  billing: 1,
  access: 1,
  complaint: 1,
  cancellation: 1,
};
export const each = (chance: number) =>
  Object.fromEntries(Object.keys(always).map((kind) => [kind, chance])) as Record<PlannedKind, number>;

export const quick = 'Contacts under three minutes on average';
