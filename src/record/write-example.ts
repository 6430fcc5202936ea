// `customary init`: a complete example of a record, every file with its own explanation, copied to where somebody wants it.
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from '../kernel/fault.ts';

const example = fileURLToPath(new URL('./example', import.meta.url));

/**
 * Writes the example into the folder, making it where missing. Returns the files written, sorted, relative to it.
 * @throws Fault `folder-not-empty`: nothing is ever overwritten
 */
export async function writeExample(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    throw new Fault('folder-not-empty', 'conflict', 'The folder holds something already. Name an empty or a new one.');
  }
  await cp(example, folder, { recursive: true, force: false });
  return exampleFiles();
}

/** The example's files, sorted, relative to its folder. */
export async function exampleFiles(): Promise<string[]> {
  const found = await readdir(example, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(example.length + 1))
    .toSorted();
}
