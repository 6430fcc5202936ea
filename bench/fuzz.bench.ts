// Does anything that is read break what reads it? Mutated files of every format and mutated packs, 20,000 of each, on all cores: no
// crash, no hang, nothing unhandled, no contact in part, no word of one in what is told. A case is had again by its number:
// CUSTOMARY_BENCH_CASE="format vCon 4711" or "pack core.yaml 12" runs that one alone.
import { basename, join } from 'node:path';
import { isExamplesFile } from '../src/standards/pack-files.core.ts';
import { packFiles } from '../src/standards/packs.use.ts';
import { figure, type BenchResult, type Measure } from './bench.ts';
import { adversarialPacks } from './fuzz/adversarial-packs.ts';
import type { FuzzTask, Target } from './fuzz/fuzz.worker.ts';
import { formats } from './fuzz/samples.ts';
import { type Ran, runWatched } from './fuzz/watched-crew.ts';
import { dataFolder } from './labelled-contacts.ts';

export const name = 'fuzz';

const seed = 20_261_203;
const each = { full: 20_000, quick: 200 } as const;
const range = 250;
/** Processor seconds of one case, and wall seconds after which it is held to hang: far beyond what any needs. */
const limits = { mostSeconds: 5, hangs: 60 } as const;
const mostNumbers = 5;

/** @returns cases and faults of each target, and each kind of fault with the numbers of some cases */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const folder = dataFolder();
  const only = process.env['CUSTOMARY_BENCH_CASE'];
  const targets = await targetsOf(folder);
  const tasks = only === undefined ? targets.flatMap((target) => tasksOf(target, quick)) : [taskOf(targets, only)];
  const ran = await runWatched(tasks, seed, limits);
  const measures: Measure[] = [];
  const faults = new Map<string, number[]>();
  for (const [target, own] of Map.groupBy(ran, (one) => titleOf(one.task.target))) {
    measures.push(...measuresOf(target, own));
    for (const { nth, what } of own.flatMap((one) => one.faults)) {
      const key = `${target}: ${what}`;
      faults.set(key, [...(faults.get(key) ?? []), nth]);
    }
  }
  const all = ran.reduce((sum, one) => sum + one.task.to - one.task.from, 0);
  return {
    measures: [
      figure('cases', all, 'count', ''),
      figure(
        'cases with a fault',
        new Set(ran.flatMap((one) => one.faults.map(({ nth }) => `${titleOf(one.task.target)} ${nth}`))).size,
        'count',
        '<= 0',
      ),
      ...measures,
      ...[...faults].map(([what, numbers]) =>
        figure(
          `${what} (${numbers.slice(0, mostNumbers).join(', ')}${numbers.length > mostNumbers ? ' ...' : ''})`,
          numbers.length,
          'cases',
          '<= 0',
        ),
      ),
    ],
    left_out: folder ? [] : ['Pieces of real files: set CUSTOMARY_BENCH_DATA to the folder with the public sets.'],
  };
}

function measuresOf(target: string, own: readonly Ran[]): Measure[] {
  const cases = own.reduce((sum, one) => sum + one.task.to - one.task.from, 0);
  const wrong = new Set(own.flatMap((one) => one.faults.map(({ nth }) => nth))).size;
  return [
    figure(`${target}: faults`, wrong, `of ${cases}`, '<= 0'),
    figure(`${target}: slowest case, processor time`, Math.max(...own.map((one) => one.slowest)), 's', ''),
  ];
}

async function targetsOf(folder: string | undefined): Promise<Target[]> {
  const packs = await packFiles(join(import.meta.dirname, '..', 'packs'), { examples: true });
  return [
    ...formats.map((format): Target => ({ kind: 'format', name: format, ...(folder === undefined ? {} : { folder }) })),
    ...packs.map(({ file }): Target => ({ kind: 'pack', name: basename(file), file })),
    ...adversarialPacks.map(([what]): Target => ({ kind: 'adversarial', name: what })),
  ];
}

function titleOf({ kind, name: own }: Target): string {
  return kind === 'adversarial' ? `hostile pack, ${own}` : `${kind} ${own}`;
}

function tasksOf(target: Target, quick: boolean): FuzzTask[] {
  if (target.kind === 'adversarial') {
    const nth = adversarialPacks.findIndex(([what]) => what === target.name);
    return [{ target, from: nth, to: nth + 1 }];
  }
  const cases =
    quick && target.kind === 'pack' && isExamplesFile(target.name) ? each.quick / 4 : quick ? each.quick : each.full;
  return Array.from({ length: Math.ceil(cases / range) }, (_, at) => ({
    target,
    from: at * range,
    to: Math.min(cases, (at + 1) * range),
  }));
}

function taskOf(targets: readonly Target[], only: string): FuzzTask {
  const found = /^(format|pack|adversarial) (.+) (\d+)$/.exec(only);
  const target = targets.find(({ kind, name: own }) => kind === found?.[1] && own === found[2]);
  if (!found || !target)
    throw new Error(`CUSTOMARY_BENCH_CASE is "KIND NAME NUMBER", as "format vCon 4711"; there is no "${only}".`);
  return { target, from: Number(found[3]), to: Number(found[3]) + 1 };
}
