// `npm run bench -- NAME [--quick] [--json FILE]`: runs one bench, prints its table, leaves with 1 where a goal is missed.
// Without a name it lists what there is.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench, BenchResult, Measure } from './bench.ts';

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
      options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
    });
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? error.message : 'Bad arguments.'}\nUse: npm run bench -- NAME [--quick] [--json FILE]\n`,
    );
    return 64;
  }
  const [name, ...more] = asked.positionals;
  if (name === undefined) {
    process.stdout.write(`Benches: ${names.join(', ')}\nUse: npm run bench -- NAME [--quick] [--json FILE]\n`);
    return 0;
  }
  if (!names.includes(name) || more.length > 0) {
    process.stderr.write(
      `There is ${more.length > 0 ? 'one bench to a run' : `no bench "${name}"`}. Benches: ${names.join(', ')}\n`,
    );
    return 64;
  }
  const module = (await import(pathToFileURL(join(import.meta.dirname, `${name}.bench.ts`)).href)) as Partial<Bench>;
  if (module.name !== name || !module.run) {
    process.stderr.write(`bench/${name}.bench.ts must export name = '${name}' and run({ quick }).\n`);
    return 70;
  }
  const started = performance.now();
  const result = await module.run({ quick: asked.values.quick });
  print(name, result, (performance.now() - started) / 1000);
  if (asked.values.json !== undefined) {
    writeFileSync(
      asked.values.json,
      `${JSON.stringify({ name, measures: result.measures, left_out: result.left_out }, null, 2)}\n`,
    );
  }
  return result.measures.length > 0 && result.measures.every((one) => one.ok) ? 0 : 1;
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
