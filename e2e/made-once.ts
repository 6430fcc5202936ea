// What is dear to make is made once in a run, by the journey that asks first; the others wait for it, and each takes a copy.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';

/** How long a journey waits for another one to make it, in milliseconds. */
const patience = 200_000;

/**
 * A folder of one's own with what `make` puts into the folder that it is given.
 * @throws where it could not be made, in whichever journey that was
 */
export async function copyOf(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const place = join(inject('journeysFolder'), name);
  const [being, failed] = [`${place}.being-made`, `${place}.failed`];
  // Who makes this folder, which stays, is first: that it is there already is the only error expected.
  const first = await mkdir(`${place}.begun`).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      return false;
    },
  );
  if (first) {
    try {
      await mkdir(being);
      await make(being);
      await rename(being, place);
    } catch (error) {
      await writeFile(failed, '');
      throw error;
    }
  }
  for (const end = Date.now() + patience; !existsSync(place); await wait(100))
    if (existsSync(failed) || Date.now() > end) throw new Error(`Another journey could not make "${name}".`);
  const own = await mkdtemp(join(tmpdir(), 'customary-app-'));
  await cp(place, own, { recursive: true });
  return own;
}
