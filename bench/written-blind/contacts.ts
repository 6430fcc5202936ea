// Contacts written by people who saw nothing of the standards' cues: ones in which nobody is served badly, so that a serious act marked
// there is marked wrongly unless a reader says otherwise, and ones in which the acts that are named happen.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Encounter } from '../../src/standards/encounter.core.ts';

export interface WrittenBlind {
  /** File and line: `courteous/later.seen:17`. */
  readonly id: string;
  readonly encounter: Encounter;
  /** The serious acts that happen in it, by id. */
  readonly acts: readonly string[];
}

/** What no author of a cue has read, and what those read, or may have read, who mended cues. */
export type Half = 'seen' | 'unseen';

/**
 * `courteous` contacts have no acts, those served `badly` one or two. Throws where unseen ones aren't those whose hash was committed
 * before the cues were mended.
 */
export function writtenBlind(served: 'courteous' | 'badly', half: Half): WrittenBlind[] {
  const ending = `.${half}.jsonl`;
  const names = readdirSync(join(import.meta.dirname, served)).filter((name) => name.endsWith(ending));
  return names.toSorted().flatMap((name) => {
    const file = `${served}/${name.slice(0, -'.jsonl'.length)}`;
    const text = readFileSync(join(import.meta.dirname, `${file}.jsonl`), 'utf8');
    if (half === 'unseen') hold(file, text);
    return text
      .split('\n')
      .filter(Boolean)
      .map((line, at) => contactOf(`${file}:${at + 1}`, JSON.parse(line) as Line));
  });
}

function hold(file: string, text: string): void {
  const sums = readFileSync(join(import.meta.dirname, 'SHA256SUMS'), 'utf8');
  const sum = createHash('sha256').update(text).digest('hex');
  if (!sums.includes(`${sum}  ${file}.jsonl`)) throw new Error(`${file}.jsonl is not what SHA256SUMS says.`);
}

interface Line {
  readonly channel: 'phone' | 'visit' | 'chat';
  readonly acts?: readonly string[];
  readonly turns: Encounter['turns'];
}

function contactOf(id: string, { channel, acts, turns }: Line): WrittenBlind {
  const timing = turns[0]?.end === undefined ? 'none' : 'full';
  return { id, acts: acts ?? [], encounter: { channel, language: 'en', timing, turns, answers: [], repCertainty: 1 } };
}
