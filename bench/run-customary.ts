// Runs the program as a person would, in a process of its own, and says how long it took and how much memory it held.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFlags } from '../bin/node-flags.mjs';

export interface Ran {
  readonly code: number | null;
  readonly seconds: number;
  /** Largest resident memory of the process, MB; null where the system doesn't say (only Linux does). */
  readonly megabytes: number | null;
  readonly output: string;
}

const main = join(import.meta.dirname, '..', 'src', 'main.ts');

/** Runs `customary ARGS` to its end. With `killAfter` seconds it is killed then, as a power cut would. */
export async function runCustomary(
  args: readonly string[],
  env: Record<string, string> = {},
  killAfter?: number,
): Promise<Ran> {
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, main, ...args], {
    env: { ...process.env, CI: 'true', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let peak: number | null = null;
  const watch = setInterval(() => (peak = peakOf(child.pid) ?? peak), 100);
  const killer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter * 1000);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  clearTimeout(killer);
  return { code, seconds: (performance.now() - began) / 1000, megabytes: peak, output };
}

function peakOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes ? Number(kilobytes) / 1024 : null;
  } catch {
    return null;
  }
}
