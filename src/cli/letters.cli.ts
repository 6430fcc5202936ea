// `customary letters ...`: the letters there are, and one whole.
import { LetterFollowedShape } from '../fixes/letters/letters-followed.shape.ts';
import { LetterShape, LettersShape } from '../policies/letters/letters.shape.ts';
import { exitCode } from './exit-code.ts';
import { lettersText, letterText } from './letters.view.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

/** `customary letters list`. */
export async function listLetters(session: Session, terminal: Terminal, options: SharedOptions): Promise<number> {
  const told = await session.client.get(LettersShape, '/v1/letters');
  await write(terminal, options, told, lettersText(told, terminal.columns));
  return exitCode.done;
}

/** `customary letters show ID`. */
export async function showLetter(
  session: Session,
  terminal: Terminal,
  id: string,
  options: SharedOptions,
): Promise<number> {
  const path = `/v1/letters/${encodeURIComponent(id)}`;
  const letter = await session.client.get(LetterShape, path);
  const followed = await session.client.get(LetterFollowedShape, `${path}/followed`);
  await write(terminal, options, { ...letter, followed }, letterText(letter, followed, terminal.columns));
  return exitCode.done;
}

async function write(terminal: Terminal, options: SharedOptions, told: unknown, text: string): Promise<void> {
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(text);
}
