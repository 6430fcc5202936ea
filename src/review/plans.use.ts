// Sampling plans: made, changed and ended by those who may, and told with how far they are.
import { randomUUID } from 'node:crypto';
import { readEveryMember } from '../auth/members/every-member.use.ts';
import { countContacts } from '../contacts/contacts.use.ts';
import { heldTo, type Role } from '../kernel/actor.ts';
import { Fault, type FaultDetail } from '../kernel/fault.ts';
import { standardsInUse } from '../marking/pack-set.use.ts';
import { readSitesAndPeople } from '../people/people-record.use.ts';
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import { channels, type Channel } from '../standards/encounter.core.ts';
import { titleOf } from '../standards/title.core.ts';
import type { PlanSaid } from './plan.core.ts';
import { weekOf } from './plan.core.ts';
import type { ReviewPlans } from './plans.shape.ts';
import * as store from './plans.store.ts';
import { closeLateSets } from './close-late-sets.use.ts';
import { closedWithOne } from './sets.store.ts';
import { assertMayPlanReviews, mayChangePlan, mayPlanReviews, sitesToPlanFor } from './reviews.access.ts';

const reviewing: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer'];

/** Every plan, those that run first, and what a new one may be made of. */
export async function readPlans(work: Work): Promise<ReviewPlans> {
  assertMayPlanReviews(work.actor);
  const today = work.now.slice(0, 10);
  const week = weekOf(today);
  const progress = new Map((await store.progressOf(work, today)).map((one) => [one.plan, one]));
  const draws = Map.groupBy(await store.drawsOf(work), (one) => one.planId);
  const alone = await closedWithOne(work);
  const plans = (await store.plansOf(work)).map((row) => {
    const own = draws.get(row.id) ?? [];
    const thisWeek = own.filter((one) => one.week === week);
    const { done = 0, open = 0, overdue = 0 } = progress.get(row.id) ?? {};
    return {
      ...saidOf(row),
      id: row.id,
      running: row.endedAt === null,
      madeAt: row.madeAt.toISOString(),
      ...(row.endedAt === null ? {} : { endedAt: row.endedAt.toISOString() }),
      drawn: sum(own.map((one) => one.drawn)),
      targeted: sum(own.map((one) => one.targeted)),
      done,
      open,
      overdue,
      closedWithOne: alone.get(row.id) ?? 0,
      leftThisWeek: Math.max(0, row.aWeek - sum(thisWeek.map((one) => one.asked))),
      ...(own[0] ? { lastDrawnAt: own[0].drawnAt.toISOString() } : {}),
      can: { change: row.endedAt === null && mayChangePlan(work.actor, row.sites) },
    };
  });
  return { plans, choices: await choicesOf(work), can: { make: mayPlanReviews(work.actor) } };
}

/** Ids of those that run; for the work that draws from them. */
export async function readRunning(work: Work): Promise<string[]> {
  return store.runningPlanIds(work);
}

/** @throws Fault `review-plan-forbidden`, `review-plan-malformed` */
export async function makePlan(work: Work, asked: PlanSaid): Promise<string> {
  assertMayPlanReviews(work.actor);
  const said = await checked(work, asked);
  const id = `rp${randomUUID()}`;
  await store.writePlan(work, {
    ...columnsOf(said),
    orgId: work.actor.orgId,
    id,
    madeAt: new Date(work.now),
    madeBy: work.actor.id,
  });
  await append(work, { kind: 'review-plan.made', subjects: [id], digestOf: JSON.stringify(said) });
  return id;
}

/** What it says from the next draw on; what was drawn stays as it was drawn. @throws Fault `review-plan-forbidden`, `review-plan-missing`, `review-plan-ended`, `review-plan-malformed` */
export async function changePlan(work: Work, id: string, asked: PlanSaid): Promise<void> {
  const plan = await planToChange(work, id);
  const said = await checked(work, asked, plan);
  await store.changePlanRow(work, id, columnsOf(said));
  await append(work, { kind: 'review-plan.changed', subjects: [id], digestOf: JSON.stringify(said) });
}

/** Draws no more; what nobody has begun leaves the queue, and what one of two has sent is closed with theirs. @throws Fault `review-plan-forbidden`, `review-plan-missing`, `review-plan-ended` */
export async function endPlan(work: Work, id: string): Promise<void> {
  await planToChange(work, id);
  await store.changePlanRow(work, id, { endedAt: new Date(work.now), endedBy: work.actor.id });
  await closeLateSets(work);
  await store.endOpenTasks(work, id);
  await append(work, { kind: 'review-plan.ended', subjects: [id] });
}

/** A plan that runs, theirs to change, kept from others until the work ends. */
export async function planToChange(work: Work, id: string): Promise<store.PlanRow> {
  assertMayPlanReviews(work.actor);
  const plan = await store.lockPlan(work, id);
  if (!plan) throw noSuchPlan();
  if (plan.endedAt !== null)
    throw new Fault('review-plan-ended', 'conflict', 'This plan has ended. Make a new one; it may say the same.');
  if (!mayChangePlan(work.actor, plan.sites))
    throw new Fault(
      'review-plan-forbidden',
      'forbidden',
      'This plan reaches sites that you do not answer for. Ask whoever answers for all of them, or make one for yours.',
    );
  return plan;
}

export function saidOf(row: store.PlanRow): PlanSaid & {
  channels: Channel[];
  sites: string[];
  standards: string[];
  reviewers: string[];
  targets: PlanSaid['targets'][number][];
} {
  const { name, standards, sites, fromDay, aWeek, atRandom, seenByTwo, dueInDays, reviewers, targets } = row;
  const { targetedAWeek, waitForSecondDays } = row;
  return {
    name,
    standards,
    sites,
    channels: channels.filter((one) => row.channels.includes(one)),
    fromDay,
    aWeek,
    atRandom,
    seenByTwo,
    dueInDays,
    reviewers,
    targets,
    targetedAWeek,
    waitForSecondDays,
  };
}

function columnsOf(said: PlanSaid) {
  return {
    ...said,
    standards: [...said.standards],
    sites: [...said.sites],
    channels: [...said.channels],
    reviewers: [...said.reviewers],
    targets: [...said.targets],
  };
}

/** The plan as it will be kept. @param before what it said until now: a reviewer who was named then may stay. */
async function checked(work: Work, asked: PlanSaid, before?: store.PlanRow): Promise<PlanSaid> {
  const errors: FaultDetail[] = [];
  const inUse = new Map((await standardsInUse(work)).map((one) => [one.id, one]));
  const once = (values: readonly string[]): string[] => [...new Set(values)];
  const standards = once(asked.standards);
  for (const [at, id] of standards.entries())
    if (!inUse.has(id) && !before?.standards.includes(id))
      errors.push({
        pointer: `/standards/${String(at)}`,
        detail: 'expected the id of a standard that contacts are marked by',
      });
  const own = sitesToPlanFor(work.actor);
  const sites = asked.sites.length === 0 && own !== null ? [...own] : once(asked.sites);
  const known = new Set((await readSitesAndPeople(work)).sites.map((site) => site.id));
  for (const [at, site] of sites.entries())
    if (!known.has(site) || (own !== null && !own.includes(site)))
      errors.push({ pointer: `/sites/${String(at)}`, detail: 'expected the id of a site that you answer for' });
  const reviewers = once(asked.reviewers);
  const members =
    reviewers.length === 0 ? new Set<string>() : new Set((await reviewersToName(work)).map((one) => one.id));
  for (const [at, id] of reviewers.entries())
    if (!members.has(id) && !before?.reviewers.includes(id))
      errors.push({ pointer: `/reviewers/${String(at)}`, detail: 'expected the id of a member who may review' });
  if (reviewers.length === 1 && asked.seenByTwo > 0)
    errors.push({
      pointer: '/seenByTwo',
      detail: 'expected 0 where one person reviews alone; name another, or nobody',
    });
  if (asked.targets.includes('atrocities') && !standards.some((id) => inUse.get(id)?.kind === 'atrocity'))
    errors.push({
      pointer: '/targets',
      detail: 'expected a serious act among the standards asked, where contacts are picked by it',
    });
  if (errors.length > 0)
    throw new Fault('review-plan-malformed', 'malformed', 'This plan cannot be kept as it is; see errors.', errors);
  return {
    ...asked,
    standards,
    sites,
    reviewers,
    channels: once(asked.channels),
    targets: [...new Set(asked.targets)],
  };
}

async function choicesOf(work: Work): Promise<ReviewPlans['choices']> {
  const own = sitesToPlanFor(work.actor);
  const { sites } = await readSitesAndPeople(work);
  return {
    standards: (await standardsInUse(work)).map((one) => ({
      id: one.id,
      title: titleOf(one),
      kind: one.kind,
      channels: [...one.channels],
    })),
    sites: sites.flatMap(({ id, name }) => (own === null || own.includes(id) ? [{ id, name }] : [])),
    reviewers: await reviewersToName(work),
    channels: [...channels],
    contacts: (await countContacts(work)).contacts,
  };
}

/** Members who may review, by name. Whoever is held to sites sees no other member, and names none. */
async function reviewersToName(work: Work): Promise<{ id: string; name: string }[]> {
  if (heldTo(work.actor) !== null) return [];
  return (await readEveryMember(work)).flatMap(({ id, name, endedAt, grants }) =>
    endedAt === null && grants.some((grant) => reviewing.includes(grant.role)) ? [{ id, name }] : [],
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** There is none of this id, or it is not theirs to see. */
export function noSuchPlan(): Fault {
  return new Fault('review-plan-missing', 'missing', 'No plan goes by this id. Take one from the list of plans.');
}
