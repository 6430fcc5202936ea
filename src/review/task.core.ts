// A task: one contact to be reviewed by some standards, by one person. Who may take it, and how long they hold it.
import type { Moment } from '../kernel/moment.ts';

/** A standard as it is asked: reworded later, the task asks what it asked. */
export interface StandardAsked {
  readonly standard: string;
  readonly version: string;
}

/** How long a task stays in somebody's hand after they last wrote something. */
const heldForMinutes = 30;

/** Until when a task stays in hand that was written in now. */
export function heldUntil(now: Moment): Date {
  return new Date(Date.parse(now) + heldForMinutes * 60_000);
}

/** Why somebody would not or could not review a contact; the words are on the form. */
export const skipReasons = ['know-them', 'unreadable', 'language', 'not-a-contact', 'other'] as const;
export type SkipReason = (typeof skipReasons)[number];
