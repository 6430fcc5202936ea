// What we say beside what a label says, row by row, and the figures of it: base rate, kappa, AC1, precision, recall. Intervals draw
// whole dialogues again (BCa), since the turns of one dialogue fall together.
import { cohensKappa, gwetsAc1, type AgreementTable } from '../../src/stats/agreement.core.ts';
import { bootstrapInterval } from '../../src/stats/bootstrap.ts';
import { estimate, figure, type Measure } from '../bench.ts';

const draws = { full: 1000, quick: 200 } as const;
const mostShown = 20;

/** Ours and a label's answer about the same things, gathered by dialogue. */
export class LabelComparison {
  readonly what: string;
  /** For kappa, such as `>= 0.8`; empty where the label doesn't ask what we ask. */
  readonly goal: string;
  // A dialogue is four counts: neither, label alone, ours alone, both: the agreement table's own order.
  private readonly dialogues: Float64Array[] = [];
  private readonly apart = new Map<string, number>();

  constructor(what: string, goal = '') {
    this.what = what;
    this.goal = goal;
  }

  /** Begins a dialogue; rows added next belong to it. */
  dialogue(): void {
    this.dialogues.push(new Float64Array(4));
  }

  /** One row of the dialogue begun last. `words` are kept only where the two differ, and told only to whoever asks. */
  add(ours: boolean, label: boolean, words: string): void {
    this.dialogues.at(-1)![Number(ours) * 2 + Number(label)]! += 1;
    if (ours === label) return;
    const told = `${ours ? 'ours alone ' : 'label alone'}  ${words}`;
    this.apart.set(told, (this.apart.get(told) ?? 0) + 1);
  }

  /** Five measures; none where there is nothing to compare. */
  measures(quick: boolean): Measure[] {
    const used = this.dialogues.filter((one) => one.some((count) => count > 0));
    const whole = tableOf(used, new Float64Array(used.length).fill(1));
    const rows = whole.counts.reduce((sum, count) => sum + count, 0);
    if (rows === 0) return [];
    const unit = `of ${rows} in ${used.length} dialogues`;
    const told = (what: string, of: (table: AgreementTable) => number | null, goal = ''): Measure => {
      const value = of(whole);
      const interval = bootstrapInterval({
        clusters: used.length,
        figure: (copies) => of(tableOf(used, copies)),
        draws: quick ? draws.quick : draws.full,
      });
      if (value === null)
        return { ...figure(`${this.what}: ${what}`, 0, unit, goal), low: 0, high: 1, ok: goal === '' };
      const { low, high } = interval ?? { low: value, high: value };
      return estimate(`${this.what}: ${what}`, { value, low, high }, { unit, goal, quick });
    };
    return [
      figure(`${this.what}: labelled so`, (whole.counts[1]! + whole.counts[3]!) / rows, unit, ''),
      told('kappa', cohensKappa, this.goal),
      told('AC1', gwetsAc1),
      told('precision', ({ counts }) => shareOf(counts[3]!, counts[2]!)),
      told('recall', ({ counts }) => shareOf(counts[3]!, counts[1]!)),
    ];
  }

  /** The commonest rows on which the two differ, most first, in the words of the data: for a screen, never for a file of ours. */
  commonest(): string[] {
    return [...this.apart]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, mostShown)
      .map(([told, times]) => `${String(times).padStart(5)}  ${told}`);
  }
}

function tableOf(dialogues: readonly Float64Array[], copies: Float64Array): AgreementTable {
  const counts = new Float64Array(4);
  for (let at = 0; at < dialogues.length; at++) {
    const [own, times] = [dialogues[at]!, copies[at]!];
    if (times !== 0) for (let cell = 0; cell < 4; cell++) counts[cell]! += times * own[cell]!;
  }
  return { categories: 2, counts };
}

function shareOf(hits: number, misses: number): number | null {
  return hits + misses > 0 ? hits / (hits + misses) : null;
}
