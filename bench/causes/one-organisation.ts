// One organisation of the bench: planted, shared out, held against its truth.
import { type Cause, causes } from '../../src/diagnosis/finding.core.ts';
import type { MarkRows } from '../../src/diagnosis/model/mark-rows.core.ts';
import { sharesOfFailing } from '../../src/diagnosis/model/shares.core.ts';
import { planOrganisation } from '../../src/simulate/plan-organisation.ts';
import { shippedScenario } from '../../src/simulate/shipped-scenarios.ts';
import { toMarkRows } from '../../src/simulate/to-mark-rows.ts';
import { trueShares as truthOfPlan } from '../../src/simulate/true-shares.ts';
import { plantedRows } from './planted-rows.ts';
import { trueShares } from './true-shares.ts';

export interface Task {
  /** A scenario of the simulator, or `rows` and `rows-policy` for the bench's own source. */
  readonly source: string;
  readonly seed: number;
  /** Contacts a day, or what the own source multiplies its contacts by. */
  readonly size: number;
  readonly draws: number;
}

export interface Interval {
  readonly truth: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface Outcome {
  readonly source: string;
  readonly seed: number;
  readonly rows: number;
  readonly seconds: number;
  readonly byCause: Readonly<Record<Cause, Interval>>;
  readonly excuses: Interval;
  /** Moon and voodoo, which are truly nothing. */
  readonly controls: Readonly<Record<string, Interval>>;
}

/** Null where there is nothing to share out. */
export function oneOrganisation(task: Task): Outcome | null {
  const { rows, truth, excuses } = made(task);
  const began = process.cpuUsage();
  const report = sharesOfFailing(rows, { draws: task.draws, seed: task.seed, rowsForDraws: 3000 });
  const used = process.cpuUsage(began);
  if (report.kind !== 'shares') return null;
  return {
    source: task.source,
    seed: task.seed,
    rows: rows.size,
    seconds: (used.user + used.system) / 1e6,
    byCause: Object.fromEntries(
      report.causes.map(({ cause, share, low, high }) => [
        cause,
        { truth: truth[causes.indexOf(cause)]!, share, low, high },
      ]),
    ) as Record<Cause, Interval>,
    excuses: { truth: excuses, share: report.excuses.share, low: report.excuses.low, high: report.excuses.high },
    controls: Object.fromEntries(
      report.eachExcuse
        .filter((one) => one.control)
        .map(({ id, share, low, high }) => [id, { truth: 0, share, low, high }]),
    ),
  };
}

function made({ source, seed, size }: Task): { rows: MarkRows; truth: readonly number[]; excuses: number } {
  if (source.startsWith('rows')) {
    const policy = source === 'rows-policy';
    const planted = plantedRows(seed, { size, onlyPolicy: policy, confounded: policy && seed % 2 === 0 });
    const truth = [...trueShares(planted.chance, planted.parts)];
    return { rows: planted.rows, truth: truth.slice(0, 5), excuses: truth[5]! };
  }
  const file = shippedScenario(source);
  const planned = planOrganisation(
    { ...file, ranges: { ...file.ranges, sizes: { ...file.ranges.sizes, 'contacts-a-day': [size, size * 2] } } },
    seed,
  );
  const { shares } = truthOfPlan(planned.rows);
  return { rows: toMarkRows(planned), truth: causes.map((cause) => shares[cause]), excuses: shares.excuses };
}
