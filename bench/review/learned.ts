// Learned markers: do they reach the cue marker's agreement with 300 reviews where cues were made blunt, and is any let in where what
// people say is noise? Contacts are spoken by the simulator and heard by the product; what was planned is what a reviewer says.
import {
  type MarkerExamples,
  MarkerExamplesBuilder,
  verdictNumber,
} from '../../src/learning/markers/marker-examples.core.ts';
import { enoughToLearn } from '../../src/learning/markers/enough.core.ts';
import { learnMarker, verdictsOf } from '../../src/learning/markers/learn-marker.core.ts';
import { evidenceOf } from '../../src/learning/markers/looks.core.ts';
import { crossValidated, markerFigures } from '../../src/learning/markers/marker-figures.core.ts';
import { selectRows } from '../../src/learning/sparse-rows.core.ts';
import { planOrganisation } from '../../src/simulate/plan-organisation.ts';
import { shippedScenario } from '../../src/simulate/shipped-scenarios.ts';
import { agreementTable, cohensKappa } from '../../src/stats/agreement.core.ts';
import { figure, type Measure, share } from '../bench.ts';
import { Chance } from '../chance.ts';
import { asMarked, blunted, heardPlans, shippedOnly } from './blunted.ts';

/** Standards whose cues are made blunt; each comes up often enough for 300 reviews to say something. */
const standards = [
  'opening.help-offered',
  'opening.name-used',
  'phone.business-and-name',
  'enquiry.open-questions',
  'enquiry.contact-taken',
  'storage.price-with-value',
  'close.asked-for-business',
  'close.more-help-offered',
  'close.thanked',
  'complaint.feeling-acknowledged',
] as const;

const seed = 20_261_123;
/** The share of the phrases of each cue that is taken out. */
const takenOut = 0.7;
const reviews = 300;
const looks = [100, 300, 1000] as const;

/** @returns kappa of both markers a standard, how many reach it, and how many histories of noise let one in */
export async function learnedMeasures({
  quick,
}: {
  quick: boolean;
}): Promise<{ measures: Measure[]; left_out: string[] }> {
  const chosen = quick ? standards.slice(6, 9) : standards;
  const planned = planOrganisation(shippedScenario('harbor'), 1);
  // Of calls only some standards come up at all: so many contacts give each its reviews and as many to test on.
  const wanted = quick ? 500 : 2600;
  const chance = new Chance(seed);
  const contacts = planned.contacts
    .map((contact) => ({ contact, drawn: chance.unit() }))
    .toSorted((a, b) => a.drawn - b.drawn)
    .slice(0, wanted)
    .map((one) => one.contact);
  const packs = blunted(await shippedOnly(chosen), chosen, takenOut, seed);
  const heard = await heardPlans(planned, contacts, packs);
  const measures: Measure[] = [];
  let reached = 0;
  let all: MarkerExamples | null = null;
  for (const standard of chosen) {
    const builder = new MarkerExamplesBuilder();
    for (const one of heard) {
      const marked = asMarked(one, standard);
      if (marked) builder.add(marked);
    }
    const examples = shuffled(builder.build());
    if (all === null || examples.truth.length > all.truth.length) all = examples;
    const { learned, cue, tested } = kappas(examples, quick ? 200 : reviews);
    reached += Number(learned >= cue);
    measures.push(
      figure(
        `${standard}: kappa of what ${quick ? 200 : reviews} reviews taught, on ${tested} others`,
        learned,
        'kappa',
        '',
      ),
      figure(`${standard}: kappa of its blunted cues, on the same`, cue, 'kappa', ''),
    );
  }
  measures.unshift(
    figure(
      `standards with blunted cues on which what was learned reaches the cues' kappa, of ${chosen.length}`,
      reached,
      'standards',
      quick ? `>= ${chosen.length - 1}` : '>= 8',
    ),
  );
  return { measures: [...measures, noise(all!, quick)], left_out: [] };
}

/** Of what some reviews taught and of the cues, on all other contacts. */
function kappas(examples: MarkerExamples, taught: number): { learned: number; cue: number; tested: number } {
  const all = Int32Array.from(examples.truth.keys());
  const test = all.slice(taught);
  const { verdicts } = verdictsOf(learnMarker(examples, all.slice(0, taught)), examples, test);
  const truth = test.map((row) => examples.truth[row]!);
  const kappa = (said: Int32Array): number => cohensKappa(agreementTable(truth, said, 4)) ?? 0;
  return { learned: kappa(verdicts), cue: kappa(test.map((row) => examples.cue[row]!)), tested: test.length };
}

/** What people say is drawn anew in every history, at the shares that there were, whatever was said in the contact. */
function noise(examples: MarkerExamples, quick: boolean): Measure {
  const histories = quick ? 10 : 200;
  const at = quick ? looks.slice(0, 2) : looks;
  let falsely = 0;
  for (let history = 0; history < histories; history++) {
    const chance = new Chance(seed, history + 1);
    const rare = 0.1 + 0.4 * chance.unit();
    const none = 0.3 * chance.unit();
    const drawn = shuffled(examples, history + 1);
    const truth = drawn.truth.map(() =>
      chance.unit() < none
        ? verdictNumber['not-applicable']
        : chance.unit() < rare
          ? verdictNumber.failed
          : verdictNumber.met,
    );
    const noisy = { ...drawn, truth };
    falsely += Number(at.some((look) => isLetIn(firstOf(noisy, look))));
  }
  return share(
    `histories in which a marker taught by noise may stand at any look (${at.join(', ')} reviews)`,
    falsely,
    histories,
    '<= 0.05',
    quick,
  );
}

// As the product asks; the cheaper question first.
function isLetIn(examples: MarkerExamples): boolean {
  if (!enoughToLearn(examples)) return false;
  const { wealth, needed } = evidenceOf(examples);
  return wealth >= needed && markerFigures(examples, crossValidated(examples), 400).difference.low > 0;
}

function firstOf(examples: MarkerExamples, count: number): MarkerExamples {
  const rows = Int32Array.from({ length: Math.min(count, examples.truth.length) }, (_, row) => row);
  return picked(examples, rows);
}

function shuffled(examples: MarkerExamples, salt = 0): MarkerExamples {
  const chance = new Chance(seed + 7, salt);
  const order = Array.from(examples.truth.keys())
    .map((row) => ({ row, drawn: chance.unit() }))
    .toSorted((a, b) => a.drawn - b.drawn);
  return picked(
    examples,
    Int32Array.from(order, (one) => one.row),
  );
}

function picked(examples: MarkerExamples, rows: Int32Array): MarkerExamples {
  const of = (list: Int32Array): Int32Array => rows.map((row) => list[row]!);
  return {
    rows: selectRows(examples.rows, rows),
    columns: examples.columns,
    truth: of(examples.truth),
    cue: of(examples.cue),
    persons: of(examples.persons),
    sites: of(examples.sites),
  };
}
