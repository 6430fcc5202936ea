// `customary init DIR`, `customary record as-of DAY` and `customary record out FILE`.
import { HeldThenShape } from '../record/record.shape.ts';
import { writeExample } from '../record/write-example.ts';
import type { SharedOptions } from './shared-options.ts';
import { exitCode } from './exit-code.ts';
import type { Session } from './session.ts';
import { plain, type Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

/** Writes the example record; refuses to overwrite. */
export async function init(terminal: Terminal, dir: string): Promise<number> {
  const files = await writeExample(dir);
  for (const file of files) terminal.print(plain(file));
  terminal.say(
    `Written to ${dir}: a complete example. Put your own rows in, delete what you don't keep, then: customary import record ${dir}`,
  );
  return exitCode.done;
}

/** The whole record as a workbook. */
export async function recordOut(session: Session, terminal: Terminal, file: string): Promise<number> {
  const bytes = await session.client.bytes('/v1/record/out');
  await writeText(file, [bytes]);
  if (file === '-') return exitCode.done;
  terminal.say(
    `Written to ${file}: a sheet a table. "customary import record ${file}" takes it in again. What came of contacts is not in it: it is kept without the contacts’ own ids.`,
  );
  return exitCode.done;
}

export interface AsOfOptions extends SharedOptions {
  site?: string;
  person?: string;
}

/** What held on a day, a line each, with the file and row it stands in. */
export async function recordAsOf(
  session: Session,
  terminal: Terminal,
  day: string,
  options: AsOfOptions,
): Promise<number> {
  const query = new URLSearchParams({ day });
  if (options.site) query.set('site', options.site);
  if (options.person) query.set('person', options.person);
  const held = await session.client.get(HeldThenShape, `/v1/record/as-of?${query.toString()}`);
  if (options.json) await writeText(options.json, [`${JSON.stringify(held, null, 2)}\n`]);
  if (options.json === '-') return exitCode.done;
  if (held.length === 0) terminal.print('Nothing on record was in force that day.');
  for (const one of held) {
    const where = one.origin
      ? ` (${one.origin.file}${one.origin.row === undefined ? '' : `, row ${one.origin.row}`})`
      : '';
    terminal.print(plain(`${one.kind.padEnd(16)} ${one.from} to ${one.to ?? 'now'}  ${one.says}${where}`));
  }
  return exitCode.done;
}
