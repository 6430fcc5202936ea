// Contacts that are put before reviewers on purpose: serious acts, disputed marks, people in their first weeks. They enter no rate.
import type { Work } from '../../platform/db/work.ts';
import type { Standard } from '../../standards/standard.core.ts';
import { disputedMarks } from '../disputes/disputes.use.ts';
import type { PlanSaid, ReviewTarget } from '../plan.core.ts';
import * as store from './frame.store.ts';

interface TargetsAsked {
  readonly planId: string;
  readonly plan: PlanSaid;
  readonly standards: readonly Standard[];
  readonly seed: string;
  readonly most: number;
  /** Drawn at this moment: they are reviewed anyway. */
  readonly drawn: ReadonlySet<string>;
}

export interface PickedOnPurpose {
  readonly id: string;
  readonly version: number;
  readonly channel: string;
  readonly target: ReviewTarget;
}

/** `most` at most, taken in turn from each target; none that the plan has put before somebody already. */
export async function pickTargets(work: Work, asked: TargetsAsked): Promise<PickedOnPurpose[]> {
  if (asked.most <= 0) return [];
  const lists = [];
  for (const target of asked.plan.targets)
    lists.push((await candidates(work, target, asked)).map((one) => ({ ...one, target })));
  const picked = new Map<string, PickedOnPurpose>();
  for (let nth = 0; nth < asked.most + asked.drawn.size; nth++)
    for (const list of lists) {
      const one = list[nth];
      if (one && picked.size < asked.most && !asked.drawn.has(one.id) && !picked.has(one.id)) picked.set(one.id, one);
    }
  return [...picked.values()];
}

async function candidates(work: Work, target: ReviewTarget, asked: TargetsAsked) {
  const { planId, plan, standards, seed } = asked;
  // As many more as may turn out to be drawn anyway.
  const some = { seed, most: asked.most + asked.drawn.size };
  if (target === 'new-people') return store.withNewPeople(work, planId, plan, some);
  if (target === 'disputes') {
    const disputed = (await disputedMarks(work)).filter((one) => plan.standards.includes(one.standard));
    const ids = [...new Set(disputed.map((one) => one.contact))];
    const places = new Map((await store.ofPlan(work, planId, plan, ids)).map((one) => [one.id, one]));
    // The longest waiting first.
    return ids.flatMap((id) => places.get(id) ?? []);
  }
  const acts = standards.filter((one) => one.kind === 'atrocity').map((one) => one.version);
  return acts.length === 0 ? [] : store.withActs(work, planId, plan, acts, some);
}
