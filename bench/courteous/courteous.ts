// Contacts in which nobody is served badly, written by people who saw nothing of the standards: whatever serious act is marked in
// them is marked wrongly.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Encounter } from '../../src/standards/encounter.core.ts';

export interface Courteous {
  readonly name: string;
  readonly encounter: Encounter;
}

/** `unseen` ones no author of a cue has read; their hash was committed before the cues were mended with the help of `seen` ones. */
export function courteous(half: 'seen' | 'unseen'): Courteous[] {
  const sums = readFileSync(join(import.meta.dirname, 'SHA256SUMS'), 'utf8');
  return ['storage', 'others'].flatMap((trade) => {
    const file = `${trade}.${half}.jsonl`;
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    if (!sums.includes(createHash('sha256').update(text).digest('hex')))
      throw new Error(`${file} is not what SHA256SUMS says.`);
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => contactOf(JSON.parse(line) as Line));
  });
}

interface Line {
  readonly name: string;
  readonly channel: 'phone' | 'visit' | 'chat';
  readonly turns: Encounter['turns'];
}

function contactOf({ name, channel, turns }: Line): Courteous {
  return { name, encounter: { channel, language: 'en', timing: 'none', turns, answers: [], repCertainty: 1 } };
}
