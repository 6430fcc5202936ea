// Run by the bench in a process of its own: fits planted marks, draws, and works out what would have failed under each of 64
// subsets of six groups of columns for each draw; prints times and memory as JSON. With `csv`, prints the marks instead.
import type { MixedData, MixedDraw } from '../../src/stats/mixed-data.ts';
import { fitMixedLogistic } from '../../src/stats/mixed-logistic.ts';
import { large, plantedMarks, plantedSlope, type Sizes } from './planted-marks.ts';

export interface Timed {
  readonly rows: number;
  /** Seconds of the process's own time. */
  readonly fit: number;
  readonly fitByClock: number;
  readonly drawsAndSubsets: number;
  readonly megabytes: number;
  readonly iterations: number;
  readonly covered: number;
}

const small: Sizes = { ...large, contacts: 2_500, people: 60, days: 120 };
const draws = 200;
const groups = 6;
/** Subsets are worked out on at most so many rows, evenly picked, as the shares of causes are. */
const mostRows = 12_000;

const kind = process.argv[2];
const data = plantedMarks(kind === 'small' ? small : large, 1);
if (kind === 'csv') writeCsv(data);
else process.stdout.write(JSON.stringify(timed(data)));

function timed(marks: MixedData): Timed {
  const clock = performance.now();
  const start = seconds();
  const fit = fitMixedLogistic(marks);
  const fitted = seconds();
  const fitByClock = (performance.now() - clock) / 1000;
  const drawn = fit.draws(draws, 1);
  const failing = drawn.map((draw) => subsets(marks, draw));
  if (!failing.every((one) => one.every(Number.isFinite))) throw new Error('A subset is not a number.');
  const ended = seconds();
  return {
    rows: marks.rows,
    fit: fitted - start,
    fitByClock,
    drawsAndSubsets: ended - fitted,
    megabytes: process.resourceUsage().maxRSS / 1024,
    iterations: fit.iterations,
    covered: covered(drawn),
  };
}

/** Failures expected with each subset of the groups of columns set to 0: odds are multiplied, not worked out anew. */
function subsets(marks: MixedData, draw: MixedDraw): Float64Array {
  const out = new Float64Array(1 << groups);
  const { level } = marks.groups[0]!;
  const factor = new Float64Array(groups);
  const odds = new Float64Array(1 << groups);
  const step = Math.ceil(marks.rows / mostRows);
  for (let i = 0; i < marks.rows; i += step) {
    factor.fill(0);
    let linear = draw.intercept;
    for (const [g, one] of marks.groups.entries()) linear += draw.groups[g]![one.level[i]!]!;
    for (const [k, { values }] of marks.fixed.entries()) {
      const by = values[i]! * (draw.fixed[k]! + draw.slopes[k]![level[i]!]!);
      linear += by;
      factor[k % groups]! -= by;
    }
    odds[0] = Math.exp(linear);
    out[0]! += odds[0] / (1 + odds[0]);
    for (let g = 0; g < groups; g++) {
      const by = Math.exp(factor[g]!);
      for (let s = 0; s < 1 << g; s++) {
        const one = odds[s]! * by;
        odds[s + (1 << g)] = one;
        out[s + (1 << g)]! += one / (1 + one);
      }
    }
  }
  return out;
}

function covered(drawn: readonly MixedDraw[]): number {
  const inside = Array.from({ length: large.slopes }, (_, k) => {
    const values = drawn.map((draw) => draw.fixed[k]!).toSorted((a, b) => a - b);
    const planted = plantedSlope(k);
    return planted >= values[Math.floor(0.05 * draws)]! && planted <= values[Math.floor(0.95 * draws)]!;
  });
  return inside.filter(Boolean).length / inside.length;
}

function seconds(): number {
  return process.cpuUsage().user / 1e6;
}

function writeCsv(marks: MixedData): void {
  const names = ['y', ...marks.fixed.map((one) => one.name), ...marks.groups.map((one) => one.name)];
  const lines = [names.join(',')];
  for (let i = 0; i < marks.rows; i++)
    lines.push(
      [
        marks.outcome[i]!,
        ...marks.fixed.map(({ values }) => values[i]!.toPrecision(6)),
        ...marks.groups.map(({ level }) => level[i]!),
      ].join(','),
    );
  process.stdout.write(`${lines.join('\n')}\n`);
}
