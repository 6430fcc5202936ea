// Do our statistics give what was published? Each measure is how far we lie from a printed figure; the goal is half a unit of
// its last printed digit, or one part in a hundred for run lengths, which were published from a grid and simulations.
import { xmrChart, laneyChart, pChart } from '../src/stats/control-chart.core.ts';
import { riskAdjustedStep } from '../src/stats/cusum.core.ts';
import { gwetsAc1OfMany, krippendorffAlpha } from '../src/stats/krippendorff.core.ts';
import { fourByTwelve } from '../src/stats/krippendorff.test-data.ts';
import { benjaminiHochberg } from '../src/stats/multiple.core.ts';
import { chainRunLength, simulatedRunLength } from '../src/stats/run-length.ts';
import { wilson } from '../src/stats/rate.core.ts';
import { type BenchResult, figure, type Measure } from './bench.ts';

export const name = 'vectors';

const heartTrial = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];
const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
const wafers = [
  12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
];

export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  return {
    measures: [...agreement(), ...intervals(), ...charts(), ...watching(quick)],
    left_out: [
      "Laney's own table of data and the tables of Reynolds and Stoumbos were not within reach: docs/guide/statistics.md says what stands in for them.",
    ],
  };
}

/** How far apart, against half a unit of the last printed digit. */
function off(what: string, found: number | null, published: number, digits: number): Measure {
  const goal = (0.5 * 10 ** -digits).toFixed(digits + 1);
  return figure(`${what}: ${published} published`, Math.abs((found ?? Number.NaN) - published), 'off', `<= ${goal}`);
}

function agreement(): Measure[] {
  return [
    off("Krippendorff's alpha, 4 x 12, nominal", krippendorffAlpha(fourByTwelve, 'nominal'), 0.743, 3),
    off("Krippendorff's alpha, 4 x 12, ordinal", krippendorffAlpha(fourByTwelve, 'ordinal'), 0.815, 3),
    off("Krippendorff's alpha, 4 x 12, interval", krippendorffAlpha(fourByTwelve, 'interval'), 0.849, 3),
    off("Gwet's AC1, the same table", gwetsAc1OfMany(fourByTwelve), 0.775, 3),
  ];
}

function intervals(): Measure[] {
  const limits = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const;
  return [
    ...limits.flatMap(([k, n, low, high]) => [
      off(`Wilson, ${k} of ${n}, low (Newcombe 1998)`, wilson(k, n, 0.95).low, low, 4),
      off(`Wilson, ${k} of ${n}, high (Newcombe 1998)`, wilson(k, n, 0.95).high, high, 4),
    ]),
    off('Benjamini and Hochberg 1995, rejected of fifteen', benjaminiHochberg(heartTrial, 0.05).length, 4, 0),
  ];
}

function charts(): Measure[] {
  const individuals = xmrChart(flow)!;
  const laney = laneyChart(flow.map((value) => ({ k: value * 10, n: 1000 })))!;
  const plain = pChart(wafers.map((k) => ({ k, n: 50 })))!;
  return [
    off('Individuals, upper limit (NIST 6.3.2.2)', individuals.points[0]!.high, 55.8041, 3),
    off('Individuals, lower limit (NIST 6.3.2.2)', individuals.points[0]!.low, 45.8159, 3),
    off("Laney's p' of the same as shares of a size, upper limit", laney.points[0]!.high, 0.558041, 5),
    off("Laney's p' of the same as shares of a size, lower limit", laney.points[0]!.low, 0.458159, 5),
    off('Shares, upper limit (NIST 6.3.3.2)', plain.points[0]!.high, 0.4102, 4),
    off('Shares, lower limit (NIST 6.3.3.2)', plain.points[0]!.low, 0.0524, 4),
  ];
}

function watching(quick: boolean): Measure[] {
  const risk = (score: number): number => 1 / (1 + Math.exp(3.68 - 0.077 * score));
  const surgery = Array.from({ length: 400 }, (_, at) => {
    const score = 1 - (1 - (at + 0.5) / 400) ** (1 / 3);
    return 1 / (1 + Math.exp(3.6798 - 0.0768 * 71 * score));
  });
  const mix = surgery.map((expected) => ({ expected, share: 1 / surgery.length }));
  const near = (what: string, found: number, published: number, part: number): Measure =>
    figure(`${what}: ${published} known`, Math.abs(found / published - 1), 'part off', `<= ${part}`);
  const runs = quick ? 1000 : 10_000;
  const simulated = (limit: number, rate: number, truth: number): number =>
    // From a rate of .05 to one of .1: their odds ratio is 2.11; the chart's own steps are those of Reynolds and Stoumbos.
    simulatedRunLength({ expected: [rate], ratio: (0.1 * 0.95) / (0.9 * 0.05), limit, truth, runs, seed: 11 }).mean;
  const odds = (p: number): number => p / (1 - p);
  return [
    off('Risk-adjusted step, score 0, survived (Steiner 2000)', riskAdjustedStep(false, risk(0), 2), -0.024, 3),
    off('Risk-adjusted step, score 0, died (Steiner 2000)', riskAdjustedStep(true, risk(0), 2), 0.67, 2),
    off('Risk-adjusted step, score 50, survived (Steiner 2000)', riskAdjustedStep(false, risk(50), 2), -0.43, 2),
    off('Risk-adjusted step, score 50, died (Steiner 2000)', riskAdjustedStep(true, risk(50), 2), 0.26, 2),
    near('Run length, odds doubled, limit 4.5 (Knoth 2019)', chainRunLength(mix, 2, 4.5), 4474.738, 0.01),
    near('Run length, odds halved, limit 4.5 (Knoth 2019)', chainRunLength(mix, 0.5, 4.5), 5658.854, 0.01),
    // Simulated beforehand, apart from this code: what .05 against .1 runs with a limit of 5.
    near('Run length in control, .05 against .1, limit 5', simulated(5, 0.05, 1), 11_144, quick ? 0.12 : 0.05),
    near('Run length at .1, limit 5', simulated(5, 0.05, odds(0.1) / odds(0.05)), 201, quick ? 0.12 : 0.05),
    near('Run length at .15, limit 5', simulated(5, 0.05, odds(0.15) / odds(0.05)), 85, quick ? 0.12 : 0.05),
  ];
}
