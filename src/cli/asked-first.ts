// What can't be undone is asked first, unless --yes was given.
import { exitCode } from './exit-code.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';

/** Null: go on. Else the exit code to end with, and it was said why: nobody agreed, or nobody could. */
export async function agreed(terminal: Terminal, question: string, options: SharedOptions): Promise<number | null> {
  if (options.yes === true) return null;
  const said = await terminal.ask(`${question} (y/n)`);
  if (said === null) {
    terminal.say('Nobody can answer here, and nothing was done. Add --yes to go on without being asked.');
    return exitCode.notReady;
  }
  if (/^\s*y(?:es)?\s*$/i.test(said)) return null;
  terminal.say('Nothing was done.');
  return exitCode.done;
}
