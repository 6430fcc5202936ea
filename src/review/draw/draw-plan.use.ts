// One draw of a plan: what is left of its week, from what has come in since the last draw, and what is put before reviewers on
// purpose beside it. Written with every chance, so that a rate over what is reviewed can be set right.
import { randomBytes, randomUUID } from 'node:crypto';
import { keyedDigest } from '../../kernel/digest.ts';
import { addDays } from '../../kernel/moment.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { append } from '../../platform/ledger/append.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Standard } from '../../standards/standard.core.ts';
import { closeLateSets } from '../close-late-sets.use.ts';
import { weekOf, type PlanSaid } from '../plan.core.ts';
import { planToChange, saidOf } from '../plans.use.ts';
import { drawsOf, type DrawRow } from '../plans.store.ts';
import { drawOf, type Draw } from './draw.core.ts';
import * as store from './frame.store.ts';
import type { FrameContact, MachineMark } from './strata.core.ts';
import { pickTargets, type PickedOnPurpose } from './targets.use.ts';

export interface PlanDrawn {
  /** Null: nothing was drawn. */
  readonly draw: DrawRow | null;
  readonly says: string;
}

/** @throws Fault `review-plan-forbidden`, `review-plan-missing`, `review-plan-ended` */
export async function drawPlan(work: Work, planId: string): Promise<PlanDrawn> {
  const plan = saidOf(await planToChange(work, planId));
  await closeLateSets(work);
  const week = weekOf(work.now.slice(0, 10));
  const before = (await drawsOf(work, planId)).filter((one) => one.week === week);
  const left = plan.aWeek - sum(before.map((one) => one.asked));
  const targetsLeft = plan.targets.length === 0 ? 0 : plan.targetedAWeek - sum(before.map((one) => one.targeted));
  const standards = (await standardsInUse(work)).filter((one) => plan.standards.includes(one.id));
  if (standards.length === 0)
    return { draw: null, says: 'No standard of this plan is kept any more. Change the plan, or keep one of them.' };
  const seed = randomBytes(16).toString('hex');
  const contacts = left <= 0 ? [] : await frameOf(work, planId, plan, standards);
  const draw = drawOf({
    seed,
    // Who is seen by two doesn't follow from the seed alone, which the history shows.
    secret: keyedDigest(work.key, `reviewed by two ${seed}`),
    contacts,
    standards: plan.standards.filter((id) => standards.some((one) => one.id === id)),
    draws: Math.max(0, left),
    atRandom: plan.atRandom,
    seenByTwo: plan.seenByTwo,
  });
  const id = `rd${randomUUID()}`;
  const drawn = draw.rows.filter((row) => row.drawn);
  const row: DrawRow = {
    orgId: work.actor.orgId,
    id,
    planId,
    week,
    seed,
    frameDigest: draw.frameDigest,
    frameSize: contacts.length,
    asked: Math.min(Math.max(0, left), contacts.length),
    drawn: drawn.length,
    targeted: 0,
    settings: { plan, atRandom: draw.atRandom, strata: draw.strata },
    drawnAt: new Date(work.now),
    drawnBy: work.actor.id,
  };
  const picked = await pickTargets(work, {
    planId,
    plan,
    standards,
    seed,
    most: targetsLeft,
    drawn: new Set(drawn.map((one) => one.contact.id)),
  });
  if (contacts.length === 0 && picked.length === 0) return { draw: null, says: nothingFor(left) };
  const written = { ...row, targeted: picked.length };
  await store.writeDraw(work, written);
  await writeRows(work, written, draw, standards, picked);
  await append(work, { kind: 'reviews.drawn', subjects: [id, planId, seed, draw.frameDigest] });
  return { draw: written, says: saysOf(written) };
}

/** Contacts that have come in, with what was said of the standards that are asked of each. */
async function frameOf(
  work: Work,
  planId: string,
  plan: PlanSaid,
  standards: readonly Standard[],
): Promise<FrameContact[]> {
  const places = await store.newlyIn(work, planId, plan);
  const marks = await store.machineMarks(
    work,
    places.map((one) => one.id),
    standards.map((one) => one.version),
  );
  const said = new Map<string, MachineMark>();
  for (const { contactId, contactVersion, standard, marker, verdict, confidence } of marks) {
    const key = `${contactId} ${String(contactVersion)} ${standard}`;
    // What was learned, or a model, stands before a cue.
    if (!said.has(key) || marker !== 'cue') said.set(key, { verdict, confidence });
  }
  return places.flatMap(({ id, version, site, channel }) => {
    const own = standards.filter((one) => fits(one, channel));
    const of = own.map((one): [string, MachineMark] => [
      one.id,
      said.get(`${id} ${String(version)} ${one.id}`) ?? null,
    ]);
    return of.length === 0 ? [] : [{ id, version, site, marks: new Map(of) }];
  });
}

function fits(standard: Standard, channel: string): boolean {
  return standard.channels.length === 0 || standard.channels.some((one) => one === channel);
}

async function writeRows(
  work: Work,
  draw: DrawRow,
  { rows }: Draw,
  standards: readonly Standard[],
  picked: readonly PickedOnPurpose[],
): Promise<void> {
  const { orgId } = work.actor;
  await store.writeFrame(
    work,
    rows.map(({ contact, probability, drawn, strata }) => ({
      orgId,
      planId: draw.planId,
      contactId: contact.id,
      drawId: draw.id,
      contactVersion: contact.version,
      probability,
      drawn,
      strata: [...strata],
    })),
  );
  const { plan } = draw.settings;
  const of = new Map(standards.map((one) => [one.id, one]));
  const askedOf = (fitting: (one: Standard) => boolean) =>
    plan.standards.flatMap((id) => {
      const one = of.get(id);
      return one && fitting(one) ? [{ standard: id, version: one.version }] : [];
    });
  const shared = {
    orgId,
    planId: draw.planId,
    drawId: draw.id,
    due: addDays(work.now.slice(0, 10), plan.dueInDays),
    madeAt: new Date(work.now),
  };
  const sets: { orgId: string; id: string; contactId: string; closes: 'when-all-are-in' }[] = [];
  const tasks = rows
    .filter((row) => row.drawn)
    .flatMap(({ contact, probability, byTwo }) => {
      // Both tasks of a contact go by the first one's id and stand in its place of the queue (`taskMeant`): the set is named after it.
      const name = randomUUID();
      const blindId = byTwo ? `rb${name}` : null;
      if (blindId !== null) sets.push({ orgId, id: blindId, contactId: contact.id, closes: 'when-all-are-in' });
      const purposes = byTwo ? (['plan', 'second'] as const) : (['plan'] as const);
      return purposes.map((purpose) => ({
        ...shared,
        id: `rt${purpose === 'plan' ? name : randomUUID()}`,
        purpose,
        blindId,
        contactId: contact.id,
        contactVersion: contact.version,
        standards: askedOf((one) => contact.marks.has(one.id)),
        probability,
      }));
    });
  const onPurpose = picked.map(({ id, version, channel, target }) => ({
    ...shared,
    id: `rt${randomUUID()}`,
    purpose: 'targeted' as const,
    contactId: id,
    contactVersion: version,
    standards: askedOf((one) => fits(one, channel)),
    probability: null,
    target,
  }));
  await store.writeTasks(work, [...tasks, ...onPurpose.filter((one) => one.standards.length > 0)], sets);
}

function nothingFor(left: number): string {
  return left <= 0
    ? 'This week’s contacts are drawn. The next are drawn from Monday on.'
    : 'Nothing has come in since the last draw that this plan asks for. What waits to be marked is drawn once it is.';
}

function saysOf({ drawn, frameSize, targeted }: DrawRow): string {
  const evenly = `${String(drawn)} of ${String(frameSize)} contacts drawn`;
  return targeted === 0 ? `${evenly}.` : `${evenly}, ${String(targeted)} picked on purpose.`;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
