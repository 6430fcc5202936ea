// `customary simulate`: an organisation with planted causes, written as files that are read like anybody's: contacts, a
// record, and beside them the truth that nothing which diagnoses may read.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countOf } from '../kernel/counts.ts';
import { Fault } from '../kernel/fault.ts';
import { present } from '../kernel/present.ts';
import { wrapped } from '../kernel/wrap.ts';
import { contactFiles } from '../simulate/contact-files.ts';
import { loadWording } from '../simulate/dialogue/load-wording.ts';
import { plannedStandards } from '../simulate/planned-standards.core.ts';
import { planOrganisation } from '../simulate/plan-organisation.ts';
import type { Planned } from '../simulate/planned-organisation.core.ts';
import { recordFiles } from '../simulate/record-files.ts';
import { resized } from '../simulate/scenario/resized.core.ts';
import { readScenario } from '../simulate/scenario/read-scenario.ts';
import type { ScenarioFile } from '../simulate/scenario/scenario.core.ts';
import { reviewedFile } from '../simulate/reviewed-file.ts';
import { scenarioNames, shippedScenario } from '../simulate/shipped-scenarios.ts';
import { toldFixes } from '../simulate/told-fixes.core.ts';
import { voiceFiles } from '../simulate/written/voice-files.ts';
import { trueShares } from '../simulate/true-shares.ts';
import { truthFile } from '../simulate/truth-file.ts';
import { exitCode } from './exit-code.ts';
import { Progress } from './progress.ts';
import type { SharedOptions } from './shared-options.ts';
import { plain, type Terminal } from './terminal.ts';
import { numberTold } from './told-numbers.ts';
import { writeText } from './write-file.ts';

export interface SimulateOptions extends SharedOptions {
  readonly seed: string;
  readonly out?: string;
  readonly list?: boolean;
  readonly sites?: string;
  readonly days?: string;
}

/** `customary simulate SCENARIO --seed N --out FOLDER`, and `--list`. */
export async function simulate(
  terminal: Terminal,
  scenario: string | undefined,
  options: SimulateOptions,
): Promise<number> {
  if (options.list === true) return listScenarios(terminal, options);
  if (scenario === undefined || options.out === undefined)
    throw new Fault(
      'simulate-unsaid',
      'malformed',
      'Say which scenario, and a folder to write to: customary simulate harbor --out FOLDER. The scenarios: customary simulate --list.',
    );
  const seed = seedOf(options.seed);
  const size = present({
    sites: numberTold(options.sites, '--sites'),
    days: numberTold(options.days, '--days'),
  });
  const { file, eventsLeftOut } = resized(await scenarioOf(scenario), size);
  await assertEmpty(options.out, options.yes === true);
  const planned = planOrganisation(file, seed);
  const contacts = await writeOrganisation(planned, options.out, terminal);
  const made = summaryOf(planned, contacts);
  if (options.json) await writeText(options.json, [`${JSON.stringify(made, null, 2)}\n`]);
  if (options.json !== '-') for (const line of linesOf(made)) terminal.print(line);
  if (eventsLeftOut > 0)
    terminal.say(
      `${countOf(eventsLeftOut, 'event of the scenario lies', 'events of the scenario lie')} after the last day and ${eventsLeftOut === 1 ? 'is' : 'are'} left out.`,
    );
  terminal.say('');
  terminal.say(`Written: ${options.out}`);
  terminal.say(
    `Next: customary diagnose ${join(options.out, 'contacts')} --record ${join(options.out, 'record')}; then hold it against truth.json.`,
  );
  return exitCode.done;
}

/** Writes contacts, record, a reviewer's marks where something was mended, and truth below a folder; returns the contacts written, a file at a time. */
async function writeOrganisation(planned: Planned, out: string, terminal: Terminal): Promise<number> {
  const progress = new Progress(terminal, 'simulating');
  let contacts = 0;
  for (const file of contactFiles(planned, loadWording())) {
    await writeText(join(out, 'contacts', file.path), [file.text]);
    contacts += file.contacts;
    progress.show(`${contacts} of ${planned.contacts.length} contacts`);
  }
  for (const file of [...recordFiles(planned), ...voiceFiles(planned)])
    await writeText(join(out, 'record', file.path), [file.text]);
  if (toldFixes(planned).length > 0) await writeText(join(out, 'reviewed.csv'), [reviewedFile(planned)]);
  await writeText(join(out, 'truth.json'), [truthFile(planned)]);
  return contacts;
}

async function listScenarios(terminal: Terminal, options: SimulateOptions): Promise<number> {
  const scenarios = scenarioNames().map((name) => ({ name, says: shippedScenario(name).says }));
  const standards = plannedStandards.map(({ id }) => id);
  if (options.json) await writeText(options.json, [`${JSON.stringify({ scenarios, standards }, null, 2)}\n`]);
  if (options.json === '-') return exitCode.done;
  const widest = Math.max(...scenarios.map(({ name }) => name.length));
  for (const { name, says } of scenarios) terminal.print(`${name.padEnd(widest)}  ${says}`);
  terminal.print(`\n${standards.length} standards that a scenario may plan (\`standards\`, \`losing\`, events):`);
  for (const line of wrapped(standards.join(', '), terminal.columns, 2)) terminal.print(line);
  return exitCode.done;
}

async function scenarioOf(said: string): Promise<ScenarioFile> {
  if (!said.endsWith('.yaml') && !existsSync(said)) return shippedScenario(said);
  const text = await readFile(said, 'utf8').catch(() => {
    throw new Fault('path-missing', 'missing', `There is no scenario file ${said}. Check the path.`);
  });
  return readScenario(text);
}

function seedOf(said: string): number {
  const seed = Number(said);
  if (Number.isSafeInteger(seed) && seed >= 0 && seed < 2 ** 31) return seed;
  throw new Fault('seed-malformed', 'malformed', 'The seed is a whole number from 0 to 2147483647, e.g. --seed 7.');
}

// Nothing of somebody's is written over, and a half of an earlier organisation is never left among a new one.
async function assertEmpty(folder: string, yes: boolean): Promise<void> {
  const held = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Fault('folder-unreadable', 'malformed', `${folder} is no folder that can be written to. Name another.`);
  });
  const ours = held.every((name) => ['contacts', 'record', 'truth.json'].includes(name));
  if (held.length > 0 && !(yes && ours))
    throw new Fault(
      'folder-not-empty',
      'conflict',
      `${folder} holds something already. Name an empty or a new folder${ours ? ', or add --yes to write over an earlier organisation of the same scenario and seed' : ''}.`,
    );
}

interface Made {
  readonly scenario: string;
  readonly seed: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly sites: number;
  readonly people: number;
  readonly contacts: number;
  readonly standardsPlanned: number;
  readonly failuresPlanned: number;
  readonly planted: Readonly<Record<string, number>>;
}

function summaryOf(planned: Planned, contacts: number): Made {
  const { shares, unexplained } = trueShares(planned.rows);
  const acts = planned.contacts.flatMap((one) => one.acts);
  return {
    scenario: planned.scenario,
    seed: planned.seed,
    firstDay: planned.firstDay,
    lastDay: planned.lastDay,
    sites: planned.records.sites.length,
    people: planned.people.length,
    contacts,
    standardsPlanned: acts.length,
    failuresPlanned: acts.filter((act) => act.failed).length,
    planted: { ...shares, unexplained },
  };
}

function linesOf(made: Made): string[] {
  const shares = Object.entries(made.planted).toSorted(([, a], [, b]) => b - a);
  return [
    plain(`${made.scenario}, seed ${made.seed}: ${made.contacts} contacts, ${made.firstDay} to ${made.lastDay}`),
    `${made.sites} sites, ${made.people} people; of ${made.standardsPlanned} turns of a standard ${made.failuresPlanned} missed`,
    '',
    'Planted, share of the failing:',
    ...shares.map(([name, share]) => `  ${name.padEnd(12)} ${(100 * share).toFixed(1).padStart(5)} %`),
  ];
}
