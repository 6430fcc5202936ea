// Say what became of a fix: begun, done, dropped, reopened. Each is a dated row and a line of the ledger; told twice, it is one.
import type { ConfirmedPattern } from '../diagnosis/confirmed/confirmed-pattern.core.ts';
import { confirmPattern, withdrawPattern } from '../diagnosis/confirmed/confirm-pattern.use.ts';
import { Fault } from '../kernel/fault.ts';
import { addDays, isDay, type Day } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';
import { append } from '../platform/ledger/append.ts';
import { assertAllowed, type FixEvent, type FixState, type FixVerb, stateOf } from './fix.core.ts';
import { writeEvent, type KeptFix } from './fix.store.ts';
import { assertMayDecideFixes } from './fixes.access.ts';
import { heldFix, todayOf } from './fixes.use.ts';

export interface Change {
  /** The day it happened; today where left out. */
  readonly on?: Day | undefined;
  /** For `done`: the sites where it stands from that day; all of the fix's where left out. */
  readonly sites?: readonly string[] | undefined;
  /** For `drop` and `reopen`: a few words. */
  readonly why?: string | undefined;
}

/** Days before a reopening that count as those it was picked by. */
const pickedDays = 28;

/**
 * Carries the change out. @returns false where it was so already
 * @throws Fault `fix-forbidden`, `fix-missing`, `fix-state`, `fix-day`, `fix-sites`
 */
export async function changeFix(
  work: Work,
  id: string,
  verb: Exclude<FixVerb, 'check'>,
  change: Change = {},
): Promise<boolean> {
  assertMayDecideFixes(work.actor);
  const held = await heldFix(work, id);
  const on = change.on ?? todayOf(work);
  const event = eventOf(held, verb, on, change);
  if (isSaid(held.state, event)) return false;
  assertAllowed(held.state, verb);
  assertDay(held, on, todayOf(work));
  await addEvent(work, held, event);
  return true;
}

/** Writes an event after those that a fix has, with its line in the ledger, and tells the pattern what it has shown. */
export async function addEvent(work: Work, held: KeptFix, event: FixEvent): Promise<void> {
  const { fix, events } = held;
  await writeEvent(work, fix.id, events.length + 1, event);
  const kind = event.kind === 'checked' ? `fix.${event.verdict}` : `fix.${event.kind}`;
  await append(work, { kind, subjects: [fix.id], digestOf: JSON.stringify(event) });
  if (event.kind === 'checked' && event.verdict === 'verified') await confirmPattern(work, shownBy(held, event.on));
  if (event.kind === 'reopened') await withdrawPattern(work, fix.id, event.on);
}

function shownBy({ fix, events }: KeptFix, confirmedOn: Day): ConfirmedPattern {
  const sites = [...stateOf(fix, events).doneOn.keys()];
  return { fix: fix.id, standard: fix.standard, cause: fix.cause, sites, confirmedOn };
}

function eventOf({ fix, state }: KeptFix & { state: FixState }, verb: FixVerb, on: Day, change: Change): FixEvent {
  const why = change.why === undefined ? {} : { why: change.why };
  if (verb === 'begin') return { kind: 'begun', on };
  if (verb === 'drop') return { kind: 'dropped', on, ...why };
  if (verb === 'reopen')
    return { kind: 'reopened', on, ...why, pickedFrom: addDays(on, -pickedDays), pickedTo: addDays(on, -1) };
  const sites = change.sites ?? fix.sites.filter((site) => !state.doneOn.has(site));
  const foreign = sites.filter((site) => !fix.sites.includes(site));
  if (foreign.length > 0)
    throw new Fault(
      'fix-sites',
      'unready',
      `The fix was not agreed for: ${foreign.join(', ')}. It is for: ${fix.sites.join(', ')}.`,
    );
  return { kind: 'done', on, sites: sites.toSorted() };
}

function isSaid(state: FixState, event: FixEvent): boolean {
  if (event.kind === 'begun') return state.name !== 'dropped' && state.begunOn === event.on;
  if (event.kind === 'dropped') return state.name === 'dropped';
  if (event.kind === 'reopened') return state.name === 'reopened';
  if (event.kind !== 'done' || state.begunOn === undefined || state.name === 'dropped') return false;
  return event.sites.every((site) => state.doneOn.has(site));
}

function assertDay({ events }: KeptFix, on: Day, today: Day): void {
  const says = !isDay(on)
    ? 'Write the day as year-month-day, e.g. 2026-03-14.'
    : on > today
      ? `${on} is still to come. Say it when it has happened.`
      : events.some((event) => event.on > on && event.kind !== 'checked')
        ? `Something that happened to this fix is dated after ${on}. Days of a fix go forward: one of the past is proposed with its day too (customary fixes propose ... --on ${on}).`
        : null;
  if (says !== null) throw new Fault('fix-day', 'unready', says);
}
