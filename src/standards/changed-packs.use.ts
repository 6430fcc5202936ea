// A change of one standard, tried: the packs as they would be with what was written, or everything that is wrong with it.
import { changedFile, changedFileName } from './changed-file.core.ts';
import { linkErrors } from './engine/link.ts';
import type { Pack, PackError } from './pack.core.ts';
import { readPack } from './pack.ts';
import { findStandard } from './standard-told.use.ts';
import { withChanges } from './with-changes.ts';

export type Changed =
  | { readonly packs: Pack[]; readonly file: string; readonly errors: readonly [] }
  | { readonly packs: null; readonly file: string; readonly errors: readonly PackError[] };

/**
 * What the packs are with `written` in the place of the standard. Mistakes carry the name that its file would have, and the lines
 * of what was written.
 * @throws Fault `standard-unknown`
 */
export function changedPacks(packs: readonly Pack[], id: string, written: string): Changed {
  const { pack: now } = findStandard(packs, id);
  const name = changedFileName(id);
  const again = now.changes !== undefined && now.file.endsWith(name);
  const home = (again && packs.find((one) => one.name === now.changes)) || now;
  const file = changedFile(id, home, written);
  const read = readPack(name, file);
  const wrong = (errors: readonly PackError[]): Changed => ({ packs: null, file, errors });
  if (!read.pack) return wrong(read.errors);
  const ids = read.pack.standards.map((one) => one.id);
  if (ids.length !== 1 || ids[0] !== id) {
    const at = read.pack.standards.find((one) => one.id !== id)?.place ?? { line: 1, column: 1 };
    const what = `This changes "${id}", and nothing else may stand under standards.`;
    return wrong([{ file: name, ...at, what, write: `Write one entry there, with "id: ${id}".` }]);
  }
  const others = packs.filter((one) => !again || one !== now);
  const whole = withChanges([...others, read.pack]);
  const errors = linkErrors(whole);
  return errors.length > 0 ? wrong(errors) : { packs: whole, file, errors: [] };
}
