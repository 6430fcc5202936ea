// `npm run bench -- NAME [--quick] [--json FILE]`: runs one bench, prints its table, leaves with 1 where a goal is missed.
// Without a name it lists what there is; `all --json FOLDER` runs every one, `charts PATH...` draws what was written.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench, BenchResult, Measure } from './bench.ts';
import { chartsPage } from './charts/page.ts';
import { readResults } from './charts/read-results.ts';

const use = `Use: npm run bench -- NAME [--quick] [--json FILE]
     npm run bench -- all --json FOLDER [--quick]
     npm run bench -- charts FILE-OR-FOLDER... [--html FILE]
`;

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length))
  .toSorted();

process.exitCode = await main();

async function main(): Promise<number> {
  let asked;
  try {
    asked = parseArgs({
      allowPositionals: true,
      options: { quick: { type: 'boolean', default: false }, json: { type: 'string' }, html: { type: 'string' } },
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'Bad arguments.'}\n${use}`);
    return 64;
  }
  const [name, ...more] = asked.positionals;
  if (name === undefined) {
    process.stdout.write(`Benches: ${names.join(', ')}\n${use}`);
    return 0;
  }
  if (name === 'charts') return charts(more, asked.values.html ?? 'charts.html');
  if (name === 'all') return everyBench(asked.values.json, asked.values.quick);
  if (!names.includes(name) || more.length > 0) {
    process.stderr.write(
      `There is ${more.length > 0 ? 'one bench to a run' : `no bench "${name}"`}. Benches: ${names.join(', ')}\n`,
    );
    return 64;
  }
  return runOne(name, asked.values.quick, asked.values.json);
}

async function runOne(name: string, quick: boolean, json: string | undefined): Promise<number> {
  const module = (await import(pathToFileURL(join(import.meta.dirname, `${name}.bench.ts`)).href)) as Partial<Bench>;
  if (module.name !== name || !module.run) {
    process.stderr.write(`bench/${name}.bench.ts must export name = '${name}' and run({ quick }).\n`);
    return 70;
  }
  const started = performance.now();
  const result = await module.run({ quick });
  print(name, result, (performance.now() - started) / 1000);
  if (json !== undefined)
    writeFileSync(
      json,
      `${JSON.stringify({ name, quick, measures: result.measures, left_out: result.left_out }, null, 2)}\n`,
    );
  return result.measures.length > 0 && result.measures.every((one) => one.ok) ? 0 : 1;
}

/** One after the other, so that none takes another's time; one that breaks is told and the rest still run. */
async function everyBench(folder: string | undefined, quick: boolean): Promise<number> {
  if (folder === undefined) {
    process.stderr.write(`Say which folder the results go to.\n${use}`);
    return 64;
  }
  mkdirSync(folder, { recursive: true });
  let worst = 0;
  const written: string[] = [];
  for (const name of names) {
    const file = join(folder, `${name}.json`);
    try {
      worst = Math.max(worst, await runOne(name, quick, file));
      written.push(file);
    } catch (error) {
      process.stderr.write(`${name} broke off: ${error instanceof Error ? error.message : String(error)}\n`);
      worst = 70;
    }
  }
  return Math.max(worst, charts(written, join(folder, 'charts.html')));
}

function charts(paths: readonly string[], html: string): number {
  if (paths.length === 0) {
    process.stderr.write(`There is nothing to draw: name results that --json wrote, or their folder.\n${use}`);
    return 64;
  }
  try {
    writeFileSync(html, chartsPage(readResults(paths)));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 66;
  }
  process.stdout.write(`Written: ${html}\n`);
  return 0;
}

function print(bench: string, result: BenchResult, seconds: number): void {
  const rows = result.measures.map((one) => [
    one.ok ? (one.goal ? 'ok' : '-') : 'MISSED',
    one.what,
    shown(one.value),
    interval(one),
    one.unit,
    one.goal,
  ]);
  const table = [['', 'what', 'value', '95 % interval', 'unit', 'goal'], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  process.stdout.write(`${bench} (${seconds.toFixed(1)} s)\n`);
  for (const row of table)
    process.stdout.write(
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd()}\n`,
    );
  for (const left of result.left_out) process.stdout.write(`  left out: ${left}\n`);
}

function interval(one: Measure): string {
  return one.low === one.high ? '' : `${shown(one.low)} to ${shown(one.high)}`;
}

function shown(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 4);
}
