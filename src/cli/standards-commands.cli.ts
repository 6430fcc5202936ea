// `customary standards check | list | explain | try`. They need no data folder, only packs.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { Fault } from '../kernel/fault.ts';
import { isPackFile } from '../standards/pack-files.core.ts';
import { CheckedShape, StandardListShape, StandardToldShape, TriedShape } from '../standards/standards.shape.ts';
import type { Client } from './client.ts';
import { namesSpeaker } from '../standards/try-text.ts';
import type { SharedOptions } from './shared-options.ts';
import { exitCode } from './exit-code.ts';
import { plain, type Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

/** Exit code 6 where a pack has a mistake or an example comes out otherwise. */
export async function standardsCheck(
  client: Client,
  terminal: Terminal,
  paths: readonly string[],
  options: SharedOptions,
): Promise<number> {
  const files = (await Promise.all(paths.map(packFiles))).flat();
  const checked = await client.post(CheckedShape, '/v1/standards/check', { files });
  await tell(terminal, options, checked);
  return checked.ok ? exitCode.done : exitCode.checkFailed;
}

export async function standardsList(client: Client, terminal: Terminal, options: SharedOptions): Promise<number> {
  return tell(terminal, options, await client.get(StandardListShape, '/v1/standards'));
}

export async function standardsExplain(
  client: Client,
  terminal: Terminal,
  id: string,
  options: SharedOptions,
): Promise<number> {
  return tell(
    terminal,
    options,
    await client.get(StandardToldShape, `/v1/standards/${encodeURIComponent(id)}/explanation`),
  );
}

/** `-` reads the text from standard input. */
export async function standardsTry(
  client: Client,
  terminal: Terminal,
  said: string,
  options: SharedOptions & { channel?: string },
): Promise<number> {
  const text = said === '-' ? await readAll(process.stdin) : said;
  if (text.trim() === '')
    throw new Fault(
      'text-empty',
      'malformed',
      'There is nothing to mark. Try: customary standards try "Customer: how much is a ten by ten? Rep: Ninety."',
    );
  if (!namesSpeaker(text))
    terminal.say(
      'No speaker is named, so all of it is read as the rep speaking. Begin each turn with who speaks: "Customer: how much is a ten by ten? Rep: Ninety."',
    );
  return tell(
    terminal,
    options,
    await client.post(TriedShape, '/v1/standards/try', {
      text,
      ...(options.channel ? { channel: options.channel } : {}),
    }),
  );
}

async function tell(terminal: Terminal, options: SharedOptions, answer: { text: string }): Promise<number> {
  const { text, ...rest } = answer;
  if (options.json)
    await writeText(options.json, [`${JSON.stringify(Object.keys(rest).length > 0 ? rest : answer, null, 2)}\n`]);
  if (options.json !== '-') for (const line of text.split('\n')) terminal.print(plain(line));
  return exitCode.done;
}

// A pack that is named brings the examples that stand beside it.
async function packFiles(path: string): Promise<{ file: string; text: string }[]> {
  const found = await stat(path).catch(() => null);
  if (!found)
    throw new Fault(
      'path-missing',
      'missing',
      `There is no file or folder ${path}. Check the path; it is read from the folder you stand in.`,
    );
  const names = found.isDirectory()
    ? (await readdir(path)).filter(isPackFile).map((name) => join(path, name))
    : [path, ...(await examplesBeside(path))];
  return Promise.all(names.toSorted().map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
}

async function examplesBeside(path: string): Promise<string[]> {
  const beside = path.replace(/(?<!\.examples)\.(ya?ml)$/, '.examples.$1');
  return beside !== path && (await stat(beside).catch(() => null)) ? [beside] : [];
}
