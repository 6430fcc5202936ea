// Is the mixed fit right, and how quick is it? Right: beside the answers of lme4's glmer on six data sets (bench/fixtures/fit, with the
// script that made them). Quick: 100,000 planted marks of 300 people at 30 sites about 60 standards, with 12 slopes pooled over
// standards, contacts of eight marks and days, in a process of its own whose time on one core and memory are read at its end.
// The full run times the first 40 evaluations of lme4's criterion on the same marks, where R has it: a bound from below of what
// its quick way (nAGQ = 0) takes, which is over an hour.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fitMixedLogistic } from '../src/stats/mixed-logistic.ts';
import { figure, type BenchResult, type Measure } from './bench.ts';
import { distance, fixtureNames, readFixture } from './fit/fixtures.ts';
import type { Timed } from './fit/timed-fit.ts';

export const name = 'fit';

/** A quick run fits a fifth of the contacts and people, so its times have no goal. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const measures: Measure[] = [...agreement()];
  const leftOut: string[] = [];
  const timed = timedFit(quick);
  const of = `${timed.rows.toLocaleString('en-US')} marks`;
  const goal = (text: string): string => (quick ? '' : text);
  measures.push(
    figure(`${of}: fit, time of one core`, timed.fit, 's', goal('< 8')),
    figure(`${of}: 200 draws and 64 subsets of each, time of one core`, timed.drawsAndSubsets, 's', goal('< 10')),
    figure(`${of}: greatest memory`, timed.megabytes, 'MB', '< 1000'),
    figure(`${of}: fit, by the clock`, timed.fitByClock, 's', ''),
    figure(`${of}: evaluations of the criterion`, timed.iterations, 'count', ''),
    figure(`${of}: planted slopes inside their 90 % intervals`, timed.covered, 'share of 12', ''),
  );
  if (quick) {
    leftOut.push('The fit of 100,000 marks: only the full run makes it.');
    leftOut.push('lme4 on the same marks: only the full run times it.');
  } else {
    const theirs = lme4Seconds();
    if (theirs === undefined)
      leftOut.push(
        'lme4 on the same marks: there is no Rscript with lme4 on this machine, or it took over 20 minutes.',
      );
    else {
      measures.push(
        figure(`${of}: lme4, 40 evaluations of its criterion (nAGQ = 0), time of one core`, theirs, 's', ''),
      );
      measures.push(figure(`${of}: those 40 evaluations against our whole fit`, theirs / timed.fit, 'ratio', ''));
    }
  }
  return { measures, left_out: leftOut };
}

function agreement(): Measure[] {
  return fixtureNames.flatMap((set) => {
    const { data, penalised, laplace } = readFixture(set);
    const quickWay = distance(fitMixedLogistic(data, { method: 'penalised', tolerance: 1e-6 }), penalised);
    const whole = distance(fitMixedLogistic(data, { method: 'laplace', tolerance: 1e-6 }), laplace);
    return [
      figure(
        `${set}: nAGQ = 0, greatest relative difference of effects and deviations`,
        quickWay.relative,
        'share',
        '< 0.0005',
      ),
      figure(`${set}: nAGQ = 1, greatest difference of fixed effects`, whole.fixedInErrors, 'standard errors', '< 0.2'),
      figure(
        `${set}: nAGQ = 1, greatest relative difference of deviations over .1`,
        whole.deviations,
        'share',
        '< 0.01',
      ),
    ];
  });
}

/** In a process of its own, so that memory and time are the fit's alone. */
function timedFit(quick: boolean): Timed {
  const script = join(import.meta.dirname, 'fit', 'timed-fit.ts');
  const { stdout, status, stderr } = spawnSync(process.execPath, [script, quick ? 'small' : 'large'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The timed fit ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as Timed;
}

/** @returns undefined where R or lme4 isn't there, or it takes over 20 minutes */
function lme4Seconds(): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'customary-fit-'));
  try {
    const csv = join(folder, 'marks.csv');
    const written = spawnSync(process.execPath, [join(import.meta.dirname, 'fit', 'timed-fit.ts'), 'csv'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    writeFileSync(csv, written.stdout);
    const script = join(import.meta.dirname, 'fit', 'time-lme4.R');
    const { stdout, status } = spawnSync('Rscript', [script, csv], { encoding: 'utf8', timeout: 1_200_000 });
    const seconds = Number(stdout);
    return status === 0 && seconds > 0 ? seconds : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
