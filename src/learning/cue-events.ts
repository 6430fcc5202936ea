// Which cues of the standards are heard in each turn, as hashes of their names: what the packs know of service, handed to learning.
import type { CompiledPacks } from '../standards/engine/compiled.core.ts';
import { scan } from '../standards/engine/scan.ts';
import { Talk } from '../standards/engine/talk.ts';
import type { Turn } from '../standards/encounter.core.ts';
import { hashOfName } from './hashed-words.core.ts';

/** For each turn the cues heard in it, each once, in the packs' order. */
export function cuesOfTurns(packs: CompiledPacks, turns: readonly Turn[]): number[][] {
  const talk = new Talk({ channel: 'chat', language: 'en', timing: 'none', turns, answers: [], repCertainty: 1 });
  const inAll = scan(packs, talk);
  const heard: number[][] = turns.map(() => []);
  for (const [cue, { name }] of packs.cues.entries()) {
    const occurrences = inAll.said(cue);
    if (occurrences === undefined) continue;
    const hash = hashOfName(name);
    for (const { turn } of occurrences) if (heard[turn]!.at(-1) !== hash) heard[turn]!.push(hash);
  }
  return heard;
}
