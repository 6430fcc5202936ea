// Fixes read: each with its state, what its contacts say, and what may be done about it now.
import { readCounted } from './counted.use.ts';
import { assertMayReadFixes, mayReadFixes } from './fixes.access.ts';
import { evidenceOf, type FixToTest } from './fix-evidence.core.ts';
import { stateOf, type Fix, type FixState } from './fix.core.ts';
import { fixById, fixesOf, type KeptFix } from './fix.store.ts';
import { Fault } from '../kernel/fault.ts';
import type { Day } from '../kernel/moment.ts';
import type { FixToTell } from './fix-told.core.ts';
import { readPricing } from '../diagnosis/money/price-misses.use.ts';
import { ratesBy } from '../marking/marks.use.ts';
import { standardsInUse } from '../marking/pack-set.use.ts';
import { readSitesAndPeople } from '../people/people-record.use.ts';
import type { Work } from '../platform/db/work.ts';
import { titleOf } from '../standards/title.core.ts';

/** Every fix, with the evidence of today where it stands. @throws Fault `fixes-forbidden` */
export async function readFixes(work: Work): Promise<FixToTell[]> {
  assertMayReadFixes(work.actor);
  return readAll(work, await fixesOf(work));
}

/**
 * One fix.
 * @param how `evidence: false` leaves out what its contacts say, which takes counting all of them
 * @throws Fault `fixes-forbidden`, `fix-missing`
 */
export async function readFix(
  work: Work,
  id: string,
  { evidence = true }: { readonly evidence?: boolean } = {},
): Promise<FixToTell> {
  assertMayReadFixes(work.actor);
  const kept = await fixesOf(work);
  const all = evidence ? await readAll(work, kept) : await readAgreed(work, kept);
  const found = all.find((one) => one.fix.id === id);
  if (found) return found;
  throw fixMissing();
}

/** A fix and its state. @throws Fault `fix-missing` */
export async function heldFix(work: Work, id: string): Promise<KeptFix & { readonly state: FixState }> {
  const kept = await fixById(work, id);
  if (!kept) throw fixMissing();
  return { ...kept, state: stateOf(kept.fix, kept.events) };
}

/** The same for whoever may read it; null for everybody else. */
export async function fixWhereSeen(work: Work, id: string): Promise<(KeptFix & { readonly state: FixState }) | null> {
  const kept = mayReadFixes(work.actor) ? await fixById(work, id) : null;
  return kept && { ...kept, state: stateOf(kept.fix, kept.events) };
}

/** The day of the work, in UTC. */
export function todayOf(work: Work): Day {
  return work.now.slice(0, 10);
}

/** What was agreed and what became of it, whatever the contacts say. */
async function readAgreed(work: Work, kept: readonly KeptFix[]): Promise<FixToTell[]> {
  const titles = new Map((await standardsInUse(work)).map((one) => [one.id, titleOf(one)]));
  const siteNames = new Map((await readSitesAndPeople(work)).sites.map(({ id, name }) => [id, name]));
  return kept.map(({ fix, events }) => ({
    fix,
    state: stateOf(fix, events),
    events,
    titles,
    siteNames,
    title: titles.get(fix.standard) ?? fix.standard,
  }));
}

async function readAll(work: Work, kept: readonly KeptFix[]): Promise<FixToTell[]> {
  const all = await readAgreed(work, kept);
  const running = all.filter(isRunning);
  const wanted = [...new Set(running.flatMap(({ fix }) => [fix.standard, ...fix.guardrails]))].toSorted();
  const counted = await readCounted(work, wanted);
  const evidence = evidenceOf(
    running,
    counted,
    all.filter(({ state }) => state.name !== 'dropped'),
    todayOf(work),
  );
  const priced = await readPricing(work);
  const marked = await ratesBy(work, ['site']);
  return all.map((told) => {
    const { fix } = told;
    const own = evidence.get(fix.id);
    const there = marked.filter((one) => one.standard === fix.standard && fix.sites.includes(one.site));
    const costs = priced(fix.standard, fix.expected * there.reduce((sum, { met, failed }) => sum + met + failed, 0));
    return { ...told, ...(own ? { evidence: own } : {}), ...(costs ? { costs } : {}) };
  });
}

function isRunning<T extends { readonly fix: Fix; readonly state: FixState }>(one: T): one is T & FixToTest {
  return one.state.begunOn !== undefined && one.state.doneOn.size > 0 && one.state.name !== 'dropped';
}

function fixMissing(): Fault {
  return new Fault('fix-missing', 'missing', 'No fix goes by this id. Take one from: customary fixes list');
}
