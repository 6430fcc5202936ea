// Do rates corrected by reviews hold what their intervals promise, under every plan that the sampler can make? Drawn by the program's own
// sampler, agreed on and read by its own rules.
import { groupRates, type Twice } from '../../src/diagnosis/rates/rates.core.ts';
import { drawOf } from '../../src/review/draw/draw.core.ts';
import type { FrameContact, MachineMark } from '../../src/review/draw/strata.core.ts';
import { agreedOf, type KeyMark } from '../../src/review/review-mark.core.ts';
import type { Verdict } from '../../src/standards/standard.core.ts';
import { type BenchResult, type Measure, share } from '../bench.ts';
import { Chance } from '../chance.ts';
import { claims, kinds, machines, Planted, type Machine } from '../ppi/planted.ts';

interface Plan {
  readonly name: string;
  /** Part drawn evenly, of each plan that runs; two overlap. */
  readonly atRandom: readonly number[];
  /** How many standards each contact is drawn by; the one that is looked at is the first. */
  readonly standards: number;
  readonly seenByTwo: number;
  /** Share of contacts of which people say that it doesn't apply there after all. */
  readonly setAside: number;
}

const plain = { standards: 1, seenByTwo: 0, setAside: 0 };
const plans: readonly Plan[] = [
  { ...plain, name: 'evenly', atRandom: [1] },
  { ...plain, name: 'by strata, a fifth evenly', atRandom: [0.2] },
  { ...plain, name: 'by strata of three standards, half evenly', atRandom: [0.5], standards: 3 },
  { ...plain, name: 'two plans, evenly and by strata', atRandom: [1, 0.3] },
  { ...plain, name: 'by strata, every contact by two, decided where they differ', atRandom: [0.3], seenByTwo: 1 },
  { ...plain, name: 'by strata, a tenth set aside', atRandom: [0.3], setAside: 0.1 },
];
const rates = [0.05, 0.1, 0.3];
const reviewed = [50, 120, 300];
const size = 1500;
const cases = { first: 120, again: 600, cellsAgain: 1 };

interface Cell {
  readonly plan: Plan;
  readonly machine: Machine;
  readonly rate: number;
  readonly n: number;
}
interface Held {
  readonly cell: Cell;
  readonly cases: number;
  readonly these: number;
  readonly process: number;
}

/** Coverage of corrected rates, under every plan with a logged chance. */
export async function correctedMeasures({ quick }: { quick: boolean }): Promise<BenchResult> {
  const measures: Measure[] = [];
  for (const plan of plans) {
    const cells = [machines[0]!, machines[1]!, machines[3]!].flatMap((machine) =>
      rates.flatMap((rate) => reviewed.map((n): Cell => ({ plan, machine, rate, n }))),
    );
    const held = (quick ? cells.filter((_, at) => at % 3 === 1) : cells).map((cell, at) =>
      heldIn(cell, quick ? 6 : cases.first, at),
    );
    for (const target of ['these', 'process'] as const)
      for (const many of [true, false]) {
        const own = held.filter((one) => one.cell.n * one.cell.rate >= 10 === many);
        const goal = many ? '>= 0.93' : '>= 0.9';
        const what = `${plan.name}: covers ${target === 'these' ? 'these contacts' : 'the process'}, n x rate ${many ? '>= 10' : 'below 10'}`;
        const all = own.reduce((sum, one) => sum + one.cases, 0);
        measures.push(
          share(
            what,
            own.reduce((sum, one) => sum + one[target], 0),
            all,
            goal,
            quick,
          ),
        );
        if (!quick) measures.push(worst(what, own, target));
      }
  }
  measures.push(pickedMeasure());
  return {
    measures,
    left_out: quick ? ['The worst cell of corrected rates: six cases are too few to tell it; shares are pooled.'] : [],
  };
}

function worst(what: string, own: readonly Held[], target: 'these' | 'process'): Measure {
  const again = own
    .toSorted((a, b) => a[target] / a.cases - b[target] / b.cases)
    .slice(0, cases.cellsAgain)
    .map((one, at) => heldIn(one.cell, cases.again, 50_000 + at));
  const least = again.reduce((a, b) => (b[target] / b.cases < a[target] / a.cases ? b : a));
  const { machine, rate, n } = least.cell;
  return share(`told: ${what}, worst (${machine.name}, rate ${rate}, n ${n})`, least[target], least.cases, '', false);
}

interface Planted1 {
  readonly contact: FrameContact;
  readonly failed: 0 | 1;
  readonly applies: boolean;
}

function heldIn(cell: Cell, count: number, start: number): Held {
  const planted = new Planted(cell.rate, cell.machine);
  const held = { these: 0, process: 0, cases: 0 };
  for (let nth = 0; nth < count; nth++) {
    const chance = new Chance(6200 + start, nth);
    const contacts = drawContacts(cell, planted, chance);
    const row = readRate(cell.plan, contacts, cell.n, `${start} ${nth}`, chance);
    if (row?.corrected === undefined) continue;
    held.cases += 1;
    const applying = contacts.filter((one) => one.applies);
    const failed = applying.filter((one) => one.failed === 1).length / applying.length;
    const { these, process } = row.corrected;
    if (these.from - 1e-9 <= 1 - failed && 1 - failed <= these.to + 1e-9) held.these += 1;
    if (process.from - 1e-9 <= 1 - planted.rate && 1 - planted.rate <= process.to + 1e-9) held.process += 1;
  }
  return { cell, ...held };
}

function drawContacts({ plan }: Cell, planted: Planted, chance: Chance): Planted1[] {
  const found: Planted1[] = [];
  planted.draw(size, chance).forEach((count, kind) => {
    const { site, failed, claim, flagged } = kinds[kind]!;
    for (let nth = 0; nth < count; nth++) {
      const confidence = Math.max(claims[claim]!, 1 - claims[claim]!);
      const mark: MachineMark = { verdict: flagged === 1 ? 'failed' : 'met', confidence };
      const others = Array.from({ length: plan.standards - 1 }, (_, at): [string, MachineMark] => [
        `other-${at}`,
        { verdict: chance.unit() < 0.2 ? 'failed' : 'met', confidence: 0.6 + 0.4 * chance.unit() },
      ]);
      found.push({
        contact: { id: `c${found.length}`, version: 1, site: `site-${site}`, marks: new Map([['s', mark], ...others]) },
        failed,
        applies: chance.unit() >= plan.setAside,
      });
    }
  });
  return found;
}

/** Draws by each plan, marks, agrees, joins the chances, and reads the rate as the program does. */
function readRate(plan: Plan, planted: readonly Planted1[], n: number, seed: string, chance: Chance) {
  const byId = new Map(planted.map((one) => [one.contact.id, one]));
  const missed = new Map<string, number>();
  const marks: KeyMark[] = [];
  const standards = ['s', ...Array.from({ length: plan.standards - 1 }, (_, at) => `other-${at}`)];
  plan.atRandom.forEach((atRandom, at) => {
    const { rows } = drawOf({
      seed: `${seed} ${at}`,
      contacts: planted.map((one) => one.contact),
      standards,
      draws: Math.ceil(n / plan.atRandom.length),
      atRandom,
      seenByTwo: plan.seenByTwo,
    });
    for (const { contact, probability, drawn, byTwo } of rows) {
      missed.set(contact.id, (missed.get(contact.id) ?? 1) * (1 - probability));
      if (drawn) marks.push(...saidOf(byId.get(contact.id)!, { plan: at, byTwo, probability }, chance));
    }
  });
  const twice = agreedOf(marks).map(({ contactId, verdict }): Twice => ({
    standard: 's',
    group: '',
    human: verdict,
    machine: byId.get(contactId)!.contact.marks.get('s')!.verdict,
    probability: 1 - missed.get(contactId)!,
    framed: true,
  }));
  const failed = planted.filter((one) => one.contact.marks.get('s')!.verdict === 'failed').length;
  const counts = { met: size - failed, failed, unsure: 0 };
  return groupRates([{ standard: 's', group: '', ...counts, framed: counts }], twice)[0];
}

/** One reviewer, or two of whom each errs on a tenth and never both, with somebody who decides. */
function saidOf(
  { contact, failed, applies }: Planted1,
  task: { readonly plan: number; readonly byTwo: boolean; readonly probability: number },
  chance: Chance,
): KeyMark[] {
  const truth: Verdict = !applies ? 'not-applicable' : failed === 1 ? 'failed' : 'met';
  const other: Verdict = truth === 'failed' ? 'met' : 'failed';
  const errs = task.byTwo ? Math.floor(chance.unit() * 10) : 9;
  const mark = (nth: number, purpose: KeyMark['purpose'], verdict: Verdict): KeyMark => ({
    taskId: `t${task.plan} ${contact.id} ${nth}`,
    blindId: task.byTwo ? `b${task.plan} ${contact.id}` : null,
    contactId: contact.id,
    contactVersion: 1,
    standard: 's',
    standardVersion: 'v',
    verdict,
    at: new Date('2026-01-05T00:00:00.000Z'),
    purpose,
    probability: purpose === 'adjudication' ? null : task.probability,
  });
  if (!task.byTwo) return [mark(0, 'plan', truth)];
  const said = [mark(0, 'plan', errs === 0 ? other : truth), mark(1, 'second', errs === 1 ? other : truth)];
  return errs <= 1 ? [...said, mark(2, 'adjudication', truth)] : said;
}

/** What was picked, disputed or told in a calibration is nowhere in a rate, whatever it says. */
function pickedMeasure(): Measure {
  let moved = 0;
  const tries = 20;
  for (let nth = 0; nth < tries; nth++) {
    const chance = new Chance(880, nth);
    const planted = drawContacts(
      { plan: plans[1]!, machine: machines[1]!, rate: 0.2, n: 120 },
      new Planted(0.2, machines[1]!),
      chance,
    );
    const tallied = { standard: 's', group: '', met: 1200, failed: 300, unsure: 0 };
    const drawn = planted.slice(0, 60).map((one): Twice => ({
      standard: 's',
      group: '',
      human: one.failed ? 'failed' : 'met',
      machine: 'met',
      probability: 0.1,
    }));
    const picked = planted.slice(60, 400).map((): Twice => ({
      standard: 's',
      group: '',
      human: 'failed',
      machine: 'met',
      probability: null,
    }));
    const [before] = groupRates([tallied], drawn);
    const [after] = groupRates([tallied], [...drawn, ...picked]);
    if (JSON.stringify(before!.corrected) !== JSON.stringify(after!.corrected)) moved += 1;
  }
  return share('rates that reviews without a chance move', moved, tries, '<= 0', false);
}
