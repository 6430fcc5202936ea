// A file of the folder of own packs, written whole.
import { mkdir, open, rename } from 'node:fs/promises';

/** Written beside and moved into its place: whoever loads the packs meanwhile reads the old file or the new one, never half. */
export async function writeWhole(folder: string, path: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const beside = `${path}.new-${crypto.randomUUID().slice(0, 8)}`;
  const file = await open(beside, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}
