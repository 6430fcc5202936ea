// `customary dissatisfied train | evaluate | list | forget`: says what was learned and how well, and shows the turns.
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { z } from 'zod';
import { encodingOf } from '../contacts/readers/decode.ts';
import { countOf } from '../kernel/counts.ts';
import { Fault } from '../kernel/fault.ts';
import {
  DissatisfiedLineShape,
  DissatisfiedTurnShape,
  ForgottenShape,
  TrainingLineShape,
} from '../learning/learning.shape.ts';
import { dissatisfiedCsv } from './dissatisfied-csv.view.ts';
import { figuresText, listText, type DoneLine, type ShownTurn } from './dissatisfied.view.ts';
import { exitCode } from './exit-code.ts';
import { Progress } from './progress.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import { oneLine, type Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

export interface ListDissatisfiedOptions extends SharedOptions {
  csv?: string;
}

type TrainingLine = z.infer<typeof TrainingLineShape>;
type Reject = Extract<TrainingLine, { kind: 'reject' }>['reject'];

/** Rejected rows told one by one; the rest is counted, and `--json` has them all. */
const rejectsTold = 20;

const steps = { reading: 'reading dialogues', testing: 'testing on unseen dialogues', learning: 'learning' } as const;

/** `train FILE...` and `evaluate FILE...`. The figures are printed before anything is kept. */
export async function trainDissatisfied(
  session: Session,
  terminal: Terminal,
  asked: { readonly files: readonly string[]; readonly keep: boolean },
  options: SharedOptions,
): Promise<number> {
  const files: { name: string; text: string }[] = [];
  for (const path of asked.files) files.push({ name: path, text: await textOf(path) });
  const progress = new Progress(terminal, 'Learning');
  const rejects: Reject[] = [];
  let figures: Extract<TrainingLine, { kind: 'figures' }> | null = null;
  let model: string | null = null;
  const body = JSON.stringify({ files, keep: asked.keep });
  for await (const line of session.client.lines(TrainingLineShape, '/v1/dissatisfied/training', {
    method: 'POST',
    body,
  })) {
    if (line.kind === 'progress') progress.show(`${steps[line.step]}, ${line.done} of ${line.of}`);
    else if (line.kind === 'reject') {
      if (rejects.length < rejectsTold) terminal.say(rejectText(line.reject));
      rejects.push(line.reject);
    } else if (line.kind === 'figures') {
      figures = line;
      if (rejects.length > rejectsTold) terminal.say(`... and ${rejects.length - rejectsTold} more such rows.`);
      if (options.json !== '-') terminal.print(figuresText(line));
    } else model = line.model;
  }
  if (options.json)
    await writeText(options.json, [
      `${JSON.stringify({ dissatisfied: { trainedOn: figures?.trainedOn, figures: figures?.figures, model, rejects } }, null, 2)}\n`,
    ]);
  if (model !== null) terminal.say('Kept. Next: customary dissatisfied list');
  return exitCode.done;
}

/** `list`: the twenty likeliest on the screen, all of them in the files asked for. */
export async function listDissatisfied(
  session: Session,
  terminal: Terminal,
  options: ListDissatisfiedOptions,
): Promise<number> {
  const progress = new Progress(terminal, 'Reading contacts');
  const turns: ShownTurn[] = [];
  let done: DoneLine | null = null;
  for await (const line of session.client.lines(DissatisfiedLineShape, '/v1/dissatisfied/turns')) {
    if (line.kind === 'progress') progress.show(`${line.contacts} so far`);
    else if (line.kind === 'turn') turns.push(DissatisfiedTurnShape.parse(line));
    else done = line;
  }
  if (done === null) throw new Fault('list-cut-off', 'unavailable', 'The list ended early. Run the command again.');
  if (options.csv) await writeText(options.csv, dissatisfiedCsv(turns));
  if (options.json) {
    const { contacts, turns: turnsRead, leftOut, model } = done;
    const list = { contacts, turnsRead, leftOut, model, turns };
    await writeText(options.json, [`${JSON.stringify({ dissatisfied: list }, null, 2)}\n`]);
  }
  if (options.json !== '-' && options.csv !== '-') terminal.print(listText(turns, done));
  return exitCode.done;
}

/** `forget`: asks, unless `--yes`. */
export async function forgetDissatisfied(
  session: Session,
  terminal: Terminal,
  options: SharedOptions,
): Promise<number> {
  if (options.yes !== true) {
    const said = await terminal.ask('Forget everything that was learned about dissatisfied turns? (y/n)');
    if (said === null) {
      terminal.say('Nobody can answer here, and nothing was forgotten. Add --yes to forget without being asked.');
      return exitCode.notReady;
    }
    if (!/^\s*y(?:es)?\s*$/i.test(said)) {
      terminal.say('Nothing was forgotten.');
      return exitCode.done;
    }
  }
  const { models } = await session.client.post(ForgottenShape, '/v1/dissatisfied/forget', {});
  if (options.json) await writeText(options.json, [`${JSON.stringify({ models }, null, 2)}\n`]);
  if (options.json !== '-')
    terminal.print(models === 0 ? 'There was nothing to forget.' : `Forgotten: ${countOf(models, 'model')}.`);
  return exitCode.done;
}

async function textOf(path: string): Promise<string> {
  try {
    const bytes = path === '-' ? await buffer(process.stdin) : await readFile(path);
    return new TextDecoder(encodingOf(bytes.subarray(0, 4096))).decode(bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new Fault(
        'path-missing',
        'missing',
        `There is no file ${path}. Check the path; it is read from the folder you stand in.`,
      );
    if (code === 'EISDIR')
      throw new Fault('labels-not-a-file', 'malformed', `${path} is a folder. Name the files of rated turns in it.`);
    throw error;
  }
}

function rejectText({ file, row, field, expected, remedy }: Reject): string {
  const place = [oneLine(file), row === undefined ? '' : `row ${row}`, field ?? ''].filter(Boolean).join(', ');
  return `${place}: expected ${expected}. ${remedy}`;
}
