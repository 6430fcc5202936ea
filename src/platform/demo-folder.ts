// Marks a data folder as the demo's: a made-up organisation, which a server lets anybody at this machine look around in.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const fileOf = (dataDir: string): string => join(dataDir, 'demo');

/** Says that the folder holds the made-up organisation and nobody's own data. */
export async function markAsDemo(dataDir: string): Promise<void> {
  await writeFile(fileOf(dataDir), 'A made-up organisation. Remove this file and nobody can look around in it.\n', {
    mode: 0o600,
  });
}

/** Whether the folder holds the made-up organisation. */
export function isDemo(dataDir: string): boolean {
  return existsSync(fileOf(dataDir));
}
