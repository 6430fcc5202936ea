// `customary procedures ...`: found by a few words, read, and those that nobody has written yet.
import { ProcedureShape, ProceduresShape } from '../procedures/procedures.shape.ts';
import { UnwrittenShape } from '../record/oral-tradition/oral-tradition.shape.ts';
import { exitCode } from './exit-code.ts';
import { foundText, procedureText, unwrittenText } from './procedures.view.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

/** `customary procedures list` and `customary procedures search WORDS`. */
export async function findProcedures(
  session: Session,
  terminal: Terminal,
  words: string,
  options: SharedOptions,
): Promise<number> {
  const path = `/v1/procedures?limit=200&words=${encodeURIComponent(words.slice(0, 200))}`;
  const told = await session.client.get(ProceduresShape, path);
  await write(terminal, options, told, foundText(told, words));
  return exitCode.done;
}

/** `customary procedures show ID`. */
export async function showProcedure(
  session: Session,
  terminal: Terminal,
  id: string,
  options: SharedOptions,
): Promise<number> {
  const told = await session.client.get(ProcedureShape, `/v1/procedures/${encodeURIComponent(id)}`);
  await write(terminal, options, told, procedureText(told));
  return exitCode.done;
}

/** `customary procedures missing`. */
export async function missingProcedures(session: Session, terminal: Terminal, options: SharedOptions): Promise<number> {
  const told = await session.client.get(UnwrittenShape, '/v1/dark-ages');
  await write(terminal, options, told, unwrittenText(told));
  return exitCode.done;
}

async function write(terminal: Terminal, options: SharedOptions, told: unknown, text: string): Promise<void> {
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(text);
}
