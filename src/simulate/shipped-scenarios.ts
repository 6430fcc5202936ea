// The scenarios that come with the program, by the name of their file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from '../kernel/fault.ts';
import { readScenario } from './scenario/read-scenario.ts';
import type { ScenarioFile } from './scenario/scenario.core.ts';

const folder = fileURLToPath(new URL('./scenarios', import.meta.url));

/** Names, sorted. */
export function scenarioNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .toSorted();
}

/** @throws Fault `scenario-unknown` where none goes by that name */
export function shippedScenario(name: string): ScenarioFile {
  if (!scenarioNames().includes(name)) {
    throw new Fault(
      'scenario-unknown',
      'missing',
      `No scenario goes by that name. There are: ${scenarioNames().join(', ')}; or name a file of your own.`,
    );
  }
  return readScenario(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
}
