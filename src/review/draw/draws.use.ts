// Draws as they are kept, and one drawn again from its frame and seed, so that nobody has to believe it.
import { heldTo } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import type { PlanSaid } from '../plan.core.ts';
import { drawsOf, plansOf, type DrawRow } from '../plans.store.ts';
import { noSuchPlan } from '../plans.use.ts';
import { assertMayTakeReviewsOut } from '../reviews.access.ts';
import { digestOfFrame, drawAgain } from './draw.core.ts';
import { frameOfDraw } from './frame.store.ts';

/**
 * Of one plan, the newest first; whoever is held to sites is told how many were drawn there alone, since strata say how often a
 * machine found failures.
 * @throws Fault `reviews-out-forbidden`, `review-plan-missing`
 */
export async function readDraws(work: Work, plan: string): Promise<DrawRow[]> {
  assertMayTakeReviewsOut(work.actor);
  if (!(await plansOf(work)).some((one) => one.id === plan)) throw noSuchPlan();
  const rows = await drawsOf(work, plan);
  const held = heldTo(work.actor);
  if (held === null) return rows;
  const theirs = (stratum: string): boolean => held.sites.some((site) => stratum.endsWith(` @ ${site}`));
  const whole = ({ sites }: PlanSaid): boolean => sites.length > 0 && sites.every((site) => held.sites.includes(site));
  return rows.map((row) => {
    const { settings } = row;
    if (whole(settings.plan)) return row;
    return { ...row, settings: { ...settings, strata: settings.strata.filter((one) => theirs(one.stratum)) } };
  });
}

/** @throws Fault `reviews-out-forbidden`, `review-draw-missing` */
export async function checkDraw(work: Work, id: string): Promise<{ same: boolean; says: string }> {
  assertMayTakeReviewsOut(work.actor);
  const found = await frameOfDraw(work, id);
  if (!found)
    throw new Fault('review-draw-missing', 'missing', 'No draw goes by this id. Take one from the draws of a plan.');
  const { draw, rows } = found;
  const gone = draw.frameSize - rows.length;
  if (gone > 0 && heldTo(work.actor) !== null)
    return {
      same: false,
      says: `You see ${String(rows.length)} of the ${String(draw.frameSize)} contacts that could have been drawn, so it cannot be drawn again for you. Ask somebody who sees all sites.`,
    };
  if (gone > 0)
    return {
      same: false,
      says: `${String(gone)} of the ${String(draw.frameSize)} contacts that could have been drawn are erased since, so the draw cannot be repeated whole.`,
    };
  const frame = rows.map((row) => ({ id: row.contactId, version: row.contactVersion, strata: row.strata }));
  const again = drawAgain(draw.seed, frame, draw.settings.atRandom, draw.settings.strata);
  const differing = rows.filter((row) => {
    const one = again.get(row.contactId);
    return one?.drawn !== row.drawn || Math.abs(one.probability - row.probability) > 1e-9;
  });
  const same = digestOfFrame(frame) === draw.frameDigest && differing.length === 0;
  return {
    same,
    says: same
      ? `Drawn again from the same ${String(rows.length)} contacts and the same seed: the same ${String(draw.drawn)}, with the same chances.`
      : 'What is kept of this draw is not what its seed draws from its contacts: somebody has changed it since.',
  };
}
