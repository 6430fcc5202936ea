// What it costs to be ready to mark by every standard that ships: from their text, and from what an earlier run has kept. Each in a process
// of its own, told in milliseconds of processor, which say nearly the same on a busy machine.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { figure, type BenchResult, type Measure } from './bench.ts';
import type { Once } from './ready/once.ts';

export const name = 'ready';

const once = join(import.meta.dirname, 'ready', 'once.ts');

/** The median of some processes, the quickest and the slowest beside it. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const rounds = quick ? 3 : 9;
  // The first of these keeps what the others read.
  ready('kept');
  const fresh = Array.from({ length: rounds }, () => ready('fresh'));
  const kept = Array.from({ length: rounds }, () => ready('kept'));
  const both = (what: 'read' | 'compile', told: string): Measure[] => {
    const [before, after] = [fresh.map((one) => one[what]), kept.map((one) => one[what])];
    return [
      spread(`${told}, from their text`, before),
      spread(`${told}, kept`, after),
      figure(`${told}, kept: part of the work`, middle(after) / middle(before), 'share', '<= 0.15'),
    ];
  };
  return { measures: [...both('read', 'standards read'), ...both('compile', 'standards compiled')], left_out: [] };
}

function ready(from: 'fresh' | 'kept'): Once {
  return JSON.parse(execFileSync(process.execPath, [once, from], { encoding: 'utf8' })) as Once;
}

function spread(what: string, values: readonly number[]): Measure {
  return { ...figure(what, middle(values), 'ms', ''), low: Math.min(...values), high: Math.max(...values) };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
