// Learned markers kept, let in and taken back; and by which rule a standard is learned again.
import { Fault } from '../../kernel/fault.ts';
import { append } from '../../platform/ledger/append.ts';
import type { Work } from '../../platform/db/work.ts';
import * as kept from '../../marking/learned/keep-standing.use.ts';
import { type MarkerWeights, modelOf } from '../../marking/learned/marker-model.core.ts';
import { statedDigest } from '../../marking/learned/standing.core.ts';
import type { Standard } from '../../standards/standard.core.ts';
import { readLabels } from './marker-labels.use.ts';
import { isDue, type MarkerCard, type MarkerRule, ruleAtFirst, whyNot, type WhyNot } from './marker-card.core.ts';
import { assertMayDecideMarkers, assertMayTrainMarkers } from './markers.access.ts';
import { whyNotSays } from './why-not-says.core.ts';

/** Asked before the long work begins. @throws Fault `marker-training-forbidden` */
export function mayTrainNow(work: Work): void {
  assertMayTrainMarkers(work.actor);
}

/** The rule that holds for each standard that has one of its own. */
export async function rulesOf(work: Work): Promise<Map<string, MarkerRule>> {
  return new Map(
    (await kept.markerRules(work)).map(({ standard, afterReviews, byItself }) => [
      standard,
      { afterReviews, byItself },
    ]),
  );
}

/** Which of the standards are to be learned. @throws Fault `marker-standard-unknown` */
export async function standardsToTrain(
  work: Work,
  standards: readonly Standard[],
  asked: { readonly standards?: readonly string[]; readonly due?: boolean },
): Promise<Standard[]> {
  const chosen = asked.standards ? asked.standards.map((id) => standardOf(standards, id)) : [...standards];
  if (asked.standards && !asked.due) return chosen;
  if (asked.due) return (await dueStandards(work, chosen)).map((one) => one.standard);
  const labels = await readLabels(work, chosen);
  return chosen.filter(({ id }) => (labels.get(id)?.length ?? 0) > 0);
}

/** Those that are due by their rules, with how many marks of people there are. */
export async function dueStandards(
  work: Work,
  standards: readonly Standard[],
): Promise<{ readonly standard: Standard; readonly labels: number }[]> {
  const labels = await readLabels(work, standards);
  const rules = await rulesOf(work);
  const taught = await taughtBy(work);
  return standards
    .map((standard) => ({ standard, labels: labels.get(standard.id)?.length ?? 0 }))
    .filter((one) => isDue(rules.get(one.standard.id) ?? ruleAtFirst, one.labels, taught.get(one.standard.id) ?? 0));
}

/** By standard, how many marks the newest marker was taught by. */
export async function taughtBy(work: Work): Promise<Map<string, number>> {
  const taught = new Map<string, number>();
  for (const { standard, card } of await kept.learnedMarkers(work))
    if (!taught.has(standard)) taught.set(standard, (card as MarkerCard).taughtBy.reviews);
  return taught;
}

/** @throws Fault `marker-standard-unknown` */
export function standardOf(standards: readonly Standard[], id: string): Standard {
  const found = standards.find((one) => one.id === id);
  if (found) return found;
  throw new Fault(
    'marker-standard-unknown',
    'missing',
    `There is no standard ${id.slice(0, 100)} among those that are kept. Look at the list under Markers, or: customary standards list`,
  );
}

/** Keeps what was learned, and lets it in where that was asked for once and it may stand. @throws Fault `marker-training-forbidden` */
export async function keepMarker(
  work: Work,
  standard: Standard,
  document: { readonly weights: MarkerWeights; readonly card: MarkerCard },
  taught: readonly kept.TaughtBy[],
): Promise<{ marker: string; whyNot: WhyNot[]; promoted: boolean }> {
  assertMayTrainMarkers(work.actor);
  const row = {
    standard: standard.id,
    stated: statedDigest(standard),
    madeAt: work.now,
    madeBy: work.actor.id,
    document,
  };
  const marker = await kept.keepLearnedMarker(work, row, taught);
  await append(work, { kind: 'marker.learned', subjects: [marker, standard.id], digestOf: JSON.stringify(document) });
  const against = whyNot(document.card, { saysTheSame: true, readable: true });
  const promoted = against.length === 0 && (await rulesOf(work)).get(standard.id)?.byItself === true;
  if (promoted) await stand(work, standard.id, marker, 'by-itself');
  return { marker, whyNot: against, promoted };
}

async function stand(work: Work, standard: string, marker: string, how: 'person' | 'by-itself'): Promise<void> {
  await kept.letStand(work, standard, marker, how);
  await append(work, { kind: 'marker.promoted', subjects: [marker, standard] });
}

/**
 * From now on this marker marks by the standard.
 * @throws Fault `marker-decision-forbidden`, `marker-unknown`, `marker-may-not-stand`, `marker-stands-already`
 */
export async function promoteMarker(work: Work, standard: Standard, id: string): Promise<void> {
  assertMayDecideMarkers(work.actor);
  const row = await kept.learnedMarkerById(work, id);
  if (row?.standard !== standard.id)
    throw new Fault(
      'marker-unknown',
      'missing',
      'There is no such learned marker of this standard. Look at its list again.',
    );
  const against = whyNot(row.document.card as MarkerCard, {
    saysTheSame: row.stated === statedDigest(standard),
    readable: modelOf(row.document.weights) !== null,
  });
  if (against.length > 0)
    throw new Fault(
      'marker-may-not-stand',
      'unready',
      `It may not take the place of the cues: ${against.map((one) => whyNotSays[one]).join('; ')}. Have more contacts reviewed, then learn it again.`,
    );
  if ((await standingOf(work, standard.id)) === id)
    throw new Fault('marker-stands-already', 'conflict', 'This marker stands already. Nothing was changed.');
  await stand(work, standard.id, id, 'person');
}

/** The cues mark again, from now on. @throws Fault `marker-decision-forbidden`, `marker-stands-not` */
export async function rollBackMarker(work: Work, standard: string): Promise<void> {
  assertMayDecideMarkers(work.actor);
  const marker = await standingOf(work, standard);
  if (marker === null)
    throw new Fault('marker-stands-not', 'conflict', 'The cues mark by this standard already. Nothing was changed.');
  await kept.letStand(work, standard, null, 'person');
  await append(work, { kind: 'marker.rolled-back', subjects: [marker, standard] });
  // What somebody took back comes in again because somebody says so, not because it was learned anew.
  const rule = (await rulesOf(work)).get(standard);
  if (rule?.byItself === true) await keepRule(work, standard, { ...rule, byItself: false });
}

async function standingOf(work: Work, standard: string): Promise<string | null> {
  return (await kept.standingRows(work)).find((one) => one.standard === standard)?.marker ?? null;
}

/** @throws Fault `marker-decision-forbidden` */
export async function setRule(work: Work, standard: Standard, rule: MarkerRule): Promise<void> {
  assertMayDecideMarkers(work.actor);
  await keepRule(work, standard.id, rule);
}

async function keepRule(work: Work, standard: string, rule: MarkerRule): Promise<void> {
  await kept.setMarkerRule(work, { standard, ...rule });
  await append(work, { kind: 'marker.rule-set', subjects: [standard], digestOf: JSON.stringify(rule) });
}
