// `customary fixes ...`: propose a fix, say what became of it, check it against the contacts.
import type { z } from 'zod';
import { ChangedFixShape, CheckedFixesShape, FixesShape, FixShape } from '../fixes/fixes.shape.ts';
import { exitCode } from './exit-code.ts';
import { fixesText, fixText } from './fixes.view.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { listTold, shareTold } from './told-numbers.ts';
import { writeText } from './write-file.ts';

export interface ProposeOptions extends SharedOptions {
  standard?: string;
  site?: string;
  cause?: string;
  kind?: string;
  says?: string;
  owner?: string;
  due?: string;
  sites?: string;
  expect?: string;
  guard?: string;
  pickedFrom?: string;
  pickedTo?: string;
  on?: string;
}

export interface FixChangeOptions extends SharedOptions {
  on?: string;
  sites?: string;
  why?: string;
}

/** `customary fixes list`. */
export async function listFixes(session: Session, terminal: Terminal, options: SharedOptions): Promise<number> {
  const told = await session.client.get(FixesShape, '/v1/fixes');
  await write(terminal, options, told, fixesText(told, terminal.columns));
  return exitCode.done;
}

/** `customary fixes show ID`. */
export async function showFix(
  session: Session,
  terminal: Terminal,
  id: string,
  options: SharedOptions,
): Promise<number> {
  const fix = await session.client.get(FixShape, `/v1/fixes/${encodeURIComponent(id)}`);
  await write(terminal, options, fix, fixText(fix, terminal.columns));
  return exitCode.done;
}

/** `customary fixes propose [PATTERN]`. */
export async function proposeFix(
  session: Session,
  terminal: Terminal,
  pattern: string | undefined,
  options: ProposeOptions,
): Promise<number> {
  const { standard, site, cause, kind, says, owner, due, pickedFrom, pickedTo, on } = options;
  const told = await session.client.post(ChangedFixShape, '/v1/fixes', {
    pattern,
    standard,
    site,
    cause,
    kind,
    says,
    owner,
    due,
    pickedFrom,
    pickedTo,
    on,
    sites: listTold(options.sites),
    expected: shareTold(options.expect, '--expect'),
    guardrails: listTold(options.guard),
  });
  return changed(terminal, options, told);
}

/** `customary fixes begin|done|drop|reopen ID`. */
export async function changeFix(
  session: Session,
  terminal: Terminal,
  { id, verb }: { readonly id: string; readonly verb: 'begin' | 'done' | 'drop' | 'reopen' },
  options: FixChangeOptions,
): Promise<number> {
  const told = await session.client.post(ChangedFixShape, `/v1/fixes/${encodeURIComponent(id)}/${verb}`, {
    on: options.on,
    sites: listTold(options.sites),
    why: options.why,
  });
  return changed(terminal, options, told);
}

/** `customary fixes check`. */
export async function checkFixes(session: Session, terminal: Terminal, options: SharedOptions): Promise<number> {
  const told = await session.client.post(CheckedFixesShape, '/v1/fixes/check', {});
  await write(terminal, options, told, fixesText(told, terminal.columns));
  const many = told.changed.length;
  terminal.say(many === 0 ? 'Nothing changed since the last check.' : `${many} changed since the last check.`);
  return exitCode.done;
}

async function changed(
  terminal: Terminal,
  options: SharedOptions,
  told: z.infer<typeof ChangedFixShape>,
): Promise<number> {
  await write(terminal, options, told, fixText(told.fix, terminal.columns));
  if (!told.changed) terminal.say('It was so already; nothing was written.');
  return exitCode.done;
}

async function write(terminal: Terminal, options: SharedOptions, told: unknown, text: string): Promise<void> {
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(text);
}
