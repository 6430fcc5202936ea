// The ladder's settings from disk: the organisation's own file where it keeps one beside its packs, else what ships.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseLadder } from './ladder-file.ts';
import type { LadderSettings } from './ladder-settings.core.ts';

const shipped = join(import.meta.dirname, '../../packs/ladder.yaml');

/**
 * @param ownPacks folder of the organisation's own packs; `ladder.yaml` in it replaces the one that ships
 * @throws Fault `ladder-malformed`
 */
export async function loadLadder(ownPacks?: string): Promise<LadderSettings> {
  const own = ownPacks === undefined ? null : await readFile(join(ownPacks, 'ladder.yaml'), 'utf8').catch(nothingThere);
  return parseLadder(own ?? (await readFile(shipped, 'utf8')));
}

function nothingThere(error: unknown): null {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
  throw error;
}
