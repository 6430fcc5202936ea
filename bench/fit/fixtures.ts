// Data sets with the answers of lme4's glmer (Bates et al. 2015), made by bench/fixtures/fit/make.R, and how far a fit is off.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { MixedData, MixedFit } from '../../src/stats/mixed-data.ts';

export const fixtureNames = ['herds', 'nested', 'crossed', 'slopes', 'rare', 'unbalanced'] as const;
export type FixtureName = (typeof fixtureNames)[number];

export interface Answer {
  readonly logLikelihood: number;
  /** The intercept first. */
  readonly fixed: readonly number[];
  readonly errors: readonly number[];
  /** By grouping, or `grouping:column` for a slope. */
  readonly deviations: Readonly<Record<string, number>>;
}

export interface Fixture {
  readonly data: MixedData;
  readonly penalised: Answer;
  readonly laplace: Answer;
}

type Answers = Record<FixtureName, { slopes: [string, string][]; penalised: Answer; laplace: Answer }>;

const folder = join(import.meta.dirname, '..', 'fixtures', 'fit');

export function readFixture(name: FixtureName): Fixture {
  const answers = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as Answers;
  const [head, ...lines] = gunzipSync(readFileSync(join(folder, `${name}.csv.gz`)))
    .toString('utf8')
    .trim()
    .split('\n');
  const names = head!.split(',');
  const table = lines.map((line) => line.split(',').map(Number));
  const column = (at: number): number[] => table.map((row) => row[at]!);
  const having = (letter: string): [string, number[]][] =>
    names.flatMap((one, at) => (one.startsWith(letter) ? [[one, column(at)] as [string, number[]]] : []));
  const { slopes, penalised, laplace } = answers[name];
  const data: MixedData = {
    rows: table.length,
    outcome: Uint8Array.from(column(0)),
    fixed: having('x').map(([one, values]) => ({ name: one, values: Float64Array.from(values) })),
    groups: having('g').map(([one, levels]) => ({
      name: one,
      level: Int32Array.from(levels),
      levels: Math.max(...levels) + 1,
    })),
    slopes: slopes.map(([of, over]) => ({ column: of, over })),
  };
  return { data, penalised, laplace };
}

/** How far a fit is from an answer: fixed effects in standard errors, deviations over .1 in parts, all in parts of the larger. */
export interface Distance {
  readonly fixedInErrors: number;
  readonly deviations: number;
  /** Greatest relative difference of any fixed effect, error or deviation over .1. */
  readonly relative: number;
}

export function distance(fit: MixedFit, answer: Answer): Distance {
  const found = [fit.intercept, ...fit.fixed.map(({ estimate }) => estimate)];
  const fixedInErrors = Math.max(...found.map((one, f) => Math.abs(one - answer.fixed[f]!) / answer.errors[f]!));
  const spreads = [
    ...fit.groups.map(({ name, deviation }) => [name, deviation] as const),
    ...fit.slopes.map(({ column, over, deviation }) => [`${over}:${column}`, deviation] as const),
  ];
  const parts = spreads.flatMap(([name, one]) => {
    const theirs = answer.deviations[name]!;
    return theirs > 0.1 ? [Math.abs(one - theirs) / theirs] : [];
  });
  const relative = found.map((one, f) => Math.abs(one - answer.fixed[f]!) / Math.abs(answer.fixed[f]!));
  return { fixedInErrors, deviations: Math.max(0, ...parts), relative: Math.max(...parts, ...relative) };
}
