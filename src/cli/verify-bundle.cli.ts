// `customary verify FILE`: checks a judge's file without any data of Customary's.
import { readFile } from 'node:fs/promises';
import { Fault } from '../kernel/fault.ts';
import { askedTold } from '../binder/verify/bundle-format.core.ts';
import { verdictOf } from '../binder/verify/verdict.core.ts';
import { checkBundle } from '../binder/verify/verify-bundle.core.ts';
import { exitCode } from './exit-code.ts';
import { wrongSignatures } from './signatures.ts';
import { plain, type Terminal } from './terminal.ts';

const mostShown = 50;

/**
 * Prints what the file is and whatever is wrong with it. @param key the organisation's public key, as had another way
 * @throws Fault `bundle-file-missing`
 */
export async function verifyBundle(terminal: Terminal, path: string, key: string | undefined): Promise<number> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Fault(
      'bundle-file-missing',
      'missing',
      `${path} can’t be read (${error.code ?? 'unknown'}). Check the path.`,
    );
  });
  const { wrong: found, told, signatures, signedBy } = checkBundle(new Uint8Array(bytes), key);
  const wrong = [...found, ...(await wrongSignatures(signatures))];
  const { first, more } = verdictOf(wrong, signedBy);
  terminal.print(first);
  terminal.print(more);
  if (told) {
    terminal.print(
      plain(`A judge’s file of ${told.organisation}, made at ${told.madeAt}, for ${askedTold(told.asked)}.`),
    );
    terminal.print(plain(`${told.rows} rows, ${told.files} files, over ${told.covers} lines of the history.`));
    if (told.unsealed > 0) terminal.print(plain(`${told.unsealed} rows are sealed by this file alone.`));
  }
  if (told) terminal.print(plain(`Its key: ${told.key}`));
  if (wrong.length === 0) return exitCode.done;
  for (const { file, where, sentence } of wrong.slice(0, mostShown))
    terminal.print(plain(`  ${where === '' ? file : `${file}, ${where}`}: ${sentence}`));
  if (wrong.length > mostShown) terminal.print(`  and ${wrong.length - mostShown} more`);
  return exitCode.checkFailed;
}
