// Published rates from disk: the organisation's own file where it keeps one beside its packs, else what ships.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BaseRates } from './base-rates.core.ts';
import { parseBaseRates } from './base-rates-file.ts';

const shipped = join(import.meta.dirname, '../../packs/base-rates.yaml');

/**
 * @param ownPacks folder of the organisation's own packs; `base-rates.yaml` in it replaces the one that ships
 * @throws Fault `base-rates-malformed`
 */
export async function loadBaseRates(ownPacks?: string): Promise<BaseRates> {
  const own =
    ownPacks === undefined ? null : await readFile(join(ownPacks, 'base-rates.yaml'), 'utf8').catch(nothingThere);
  return parseBaseRates(own ?? (await readFile(shipped, 'utf8')));
}

function nothingThere(error: unknown): null {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
  throw error;
}
