// Do marks of simulated contacts say what was planned? Share of what was planned as kept and as missed that the marker
// finds, standard by standard, beside its recall on labelled contacts of real people where there are any; and how alike
// simulated contacts are. The wording is written without sight of the cues, so this is no test of itself.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runsOf, mostAlike } from '../src/simulate/dialogue/shared-words.core.ts';
import { planOrganisation } from '../src/simulate/plan-organisation.ts';
import { shippedScenario } from '../src/simulate/shipped-scenarios.ts';
import { figure, share, type BenchResult, type Measure } from './bench.ts';
import { dataFolder } from './labelled-contacts.ts';
import { markPlans, type MarkedPlans, type Outcomes } from './simulated/marked-plans.ts';
import { shippedPacks } from './speed/own-engine.ts';
import { compareStar, file as star } from './truth/star.ts';

export const name = 'simulated';

const seed = 1;
/** A quick run marks every sixteenth contact and compares those alone. */
const quickly = 16;

/** Standards that a set of real contacts has labels for, by the name of the comparison in the bench `truth`. */
const labelled = new Map([
  ['chat.hello-first', 'STAR hello and chat.hello-first, where it applies'],
  ['close.more-help-offered', 'STAR anything_else and close.more-help-offered, where it applies'],
  ['opening.name-learned', 'STAR ask_name and opening.name-learned, where it applies'],
]);

/** @returns two measures a standard, agreement of all, recall simulated minus real, and the most alike pair */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const planned = planOrganisation(shippedScenario('harbor'), seed);
  const contacts = quick ? planned.contacts.filter((one) => one.number % quickly === 0) : planned.contacts;
  const marked = await markPlans(planned, contacts);
  const real = await realRecall(quick);
  return {
    measures: [...agreement(marked, quick), ...perStandard(marked, quick), ...beside(marked, real), ...alike(marked)],
    left_out: [
      ...(real === null
        ? ['Recall on real contacts: set CUSTOMARY_BENCH_DATA to the folder with the public sets.']
        : []),
      `Of the standards planned, ${labelled.size} have labels in a set of real contacts; the others are told for simulated ones alone.`,
    ],
  };
}

function agreement(marked: MarkedPlans, quick: boolean): Measure[] {
  const [kept, failed] = [sum(marked.kept), sum(marked.failed)];
  const decided = kept.agreed + kept.contrary + failed.agreed + failed.contrary;
  const unplanned = [...marked.unplanned.values()];
  return [
    share('planned and marked alike', kept.agreed + failed.agreed, kept.planned + failed.planned, '', quick),
    share('the same of marks that are met or failed', kept.agreed + failed.agreed, decided, '', quick),
    share('planned as kept, marked met', kept.agreed, kept.planned, '', quick),
    share('planned as failed, marked failed', failed.agreed, failed.planned, '', quick),
    share('planned as kept, marked failed', kept.contrary, kept.planned, '', quick),
    share('planned as failed, marked met', failed.contrary, failed.planned, '', quick),
    figure(
      'marks of these standards where none was planned',
      unplanned.reduce((all, one) => all + one.met + one.failed, 0) / marked.contacts,
      'a contact',
      '',
    ),
  ];
}

function perStandard({ kept, failed, unplanned }: MarkedPlans, quick: boolean): Measure[] {
  return [...new Set([...kept.keys(), ...failed.keys()])].toSorted().flatMap((standard) => {
    const one = (plans: ReadonlyMap<string, Outcomes>, word: string): Measure[] => {
      const found = plans.get(standard);
      if (found === undefined) return [];
      const rest = `contrary ${found.contrary}, unsure ${found.unsure}, not applicable ${found.passedOver}`;
      return [share(`${standard}: planned ${word} and marked so (${rest})`, found.agreed, found.planned, '', quick)];
    };
    const extra = unplanned.get(standard);
    return [
      ...one(kept, 'kept'),
      ...one(failed, 'failed'),
      ...(extra
        ? [figure(`${standard}: failed where not planned`, extra.failed, `of ${extra.met + extra.failed}`, '')]
        : []),
    ];
  });
}

/** Recall on labelled contacts by standard; null where the sets aren't here. */
async function realRecall(quick: boolean): Promise<Map<string, number> | null> {
  const folder = dataFolder();
  if (!folder || !existsSync(join(folder, star))) return null;
  const recalls = new Map<string, number>();
  for (const comparison of compareStar(join(folder, star), await shippedPacks(), quick ? 20 : 1)) {
    const recall = comparison.measures(true).find((one) => one.what.endsWith(': recall'));
    if (recall) recalls.set(comparison.what, recall.value);
  }
  return recalls;
}

function beside({ kept }: MarkedPlans, real: ReadonlyMap<string, number> | null): Measure[] {
  if (real === null) return [];
  return [...labelled].flatMap(([standard, comparison]) => {
    const [simulated, labels] = [kept.get(standard), real.get(comparison)];
    if (simulated === undefined || labels === undefined) return [];
    const found = simulated.agreed / Math.max(1, simulated.planned - simulated.passedOver);
    return [
      figure(`${standard}: recall of what was kept, simulated`, found, 'share', ''),
      figure(`${standard}: recall, labelled contacts of real people`, labels, 'share', ''),
      figure(`${standard}: recall, simulated minus real`, found - labels, 'difference', ''),
    ];
  });
}

function alike({ texts }: MarkedPlans): Measure[] {
  const nearest = mostAlike(texts.map((text) => runsOf(text)))
    .map((one) => one.share)
    .toSorted((a, b) => a - b);
  return [
    figure(
      'runs of five words shared by the most alike pair of all',
      nearest.at(-1) ?? 0,
      'share of the shorter',
      '<= 0.3',
    ),
    figure(
      'the same, a contact and its nearest, median',
      nearest[nearest.length >> 1] ?? 0,
      'share of the shorter',
      '',
    ),
  ];
}

function sum(plans: ReadonlyMap<string, Outcomes>): Outcomes {
  const all = { planned: 0, agreed: 0, contrary: 0, unsure: 0, passedOver: 0 };
  for (const one of plans.values()) for (const key of Object.keys(all) as (keyof Outcomes)[]) all[key] += one[key];
  return all;
}
