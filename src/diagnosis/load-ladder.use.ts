// Reads the ladder's settings: the file that ships with Customary, or the text of an organisation's own.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { Fault } from '../kernel/fault.ts';
import { type LadderSettings, toLadderSettings } from './ladder-settings.core.ts';

const shipped = join(import.meta.dirname, '../../packs/ladder.yaml');

/** @throws Fault `ladder-malformed` */
export function parseLadder(text: string): LadderSettings {
  const file = parseDocument(text);
  if (file.errors.length > 0) {
    const errors = file.errors.map((one) => ({
      pointer: `line ${one.linePos?.[0].line ?? '?'}`,
      detail: one.message.split('\n')[0] ?? '',
    }));
    throw new Fault(
      'ladder-malformed',
      'malformed',
      "The ladder's file is not valid YAML; correct the lines named.",
      errors,
    );
  }
  return toLadderSettings(file.toJS());
}

/** The settings that ship with Customary. */
export async function shippedLadder(): Promise<LadderSettings> {
  return parseLadder(await readFile(shipped, 'utf8'));
}
