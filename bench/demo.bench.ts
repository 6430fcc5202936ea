// What the demo costs who tries the program first: seconds to something to read, to the whole year, and to a later start,
// each from the beginning of a process, as a person begins it, on a data folder that isn't there yet.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFlags } from '../bin/node-flags.mjs';
import { figure, type BenchResult } from './bench.ts';

export const name = 'demo';

const main = join(import.meta.dirname, '..', 'src', 'main.ts');
const firstReading = 'That is what the last weeks say';

interface Started {
  readonly code: number | null;
  readonly seconds: number;
  /** Seconds to something to read; not a number where it never came. */
  readonly firstReading: number;
  /** Processor seconds of all its threads; null where the system doesn't say (only Linux does). */
  readonly processor: number | null;
  readonly output: string;
}

/** There is one demo, so that full and quick differ only in how often a later start is timed: the slowest counts. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const scratch = mkdtempSync(join(tmpdir(), 'customary-demo-'));
  try {
    const first = await start(scratch);
    if (first.code !== 0) return { measures: [], left_out: ['Everything: the first start did not end well.'] };
    let later = 0;
    for (let round = 0; round < (quick ? 1 : 3); round++) later = Math.max(later, (await start(scratch)).seconds);
    return {
      measures: [
        figure('to something to read', first.firstReading, 's', '<= 10'),
        figure('to the whole year', first.seconds, 's', '<= 60'),
        figure('to a later start', later, 's', '<= 5'),
        figure('contacts, some 12,000', contactsTold(first.output), 'count', '>= 11500'),
        ...(first.processor === null
          ? []
          : [figure('processor time of the first start, all threads', first.processor, 's', '')]),
      ],
      left_out: [],
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function start(data: string): Promise<Started> {
  const began = performance.now();
  const passed = (): number => (performance.now() - began) / 1000;
  const child = spawn(process.execPath, [...nodeFlags, main, 'start', '--data', data, '--no-app', '--no-open'], {
    env: { ...process.env, CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let shown = Number.NaN;
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
    if (Number.isNaN(shown) && output.includes(firstReading)) shown = passed();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  let processor: number | null = null;
  const watch = setInterval(() => (processor = processorOf(child.pid) ?? processor), 100);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  return { code, seconds: passed(), firstReading: shown, processor, output };
}

/** Of all threads, those that have ended too; the system counts in hundredths of a second. */
function processorOf(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

/** "Read 6,441 calls, 3,556 visits, 2,003 chats: ..." of the last screen. */
function contactsTold(output: string): number {
  const [, counts = ''] = [...output.matchAll(/^Read ([^:]*(?:calls|visits|chats)[^:]*):/gm)].at(-1) ?? [];
  return [...counts.matchAll(/\d[\d,]*/g)].reduce((sum, [count]) => sum + Number(count.replaceAll(',', '')), 0);
}
