// What our packs hear and judge in a dialogue of a labelled set, in the terms that labels can be held against: the turns in which a
// cue was heard, the verdict of a standard.
import type { CompiledPacks } from '../../src/standards/engine/compiled.core.ts';
import { judge } from '../../src/standards/engine/mark-encounter.ts';
import { scan } from '../../src/standards/engine/scan.ts';
import { Talk } from '../../src/standards/engine/talk.ts';
import type { Encounter } from '../../src/standards/encounter.core.ts';
import type { Verdict } from '../../src/standards/standard.core.ts';

export interface Judged {
  /** Turns of that speaker in which any of the cues was heard. */
  readonly turnsWith: (cues: readonly string[], by: 'rep' | 'customer') => ReadonlySet<number>;
  readonly verdictOf: (standard: string) => Verdict;
}

/** Hears and judges it once. */
export function judged(packs: CompiledPacks, encounter: Encounter): Judged {
  const talk = new Talk(encounter);
  const heard = scan(packs, talk);
  let verdicts: ReadonlyMap<string, Verdict> | undefined;
  return {
    turnsWith: (cues, by) =>
      new Set(
        cues
          .flatMap((cue) => heard.said(cueNamed(packs, cue)) ?? [])
          .map((one) => one.turn)
          .filter((turn) => encounter.turns[turn]!.speaker === by),
      ),
    verdictOf: (standard) => {
      verdicts ??= new Map(judge(packs, talk, heard).marks.map((mark) => [mark.standard, mark.verdict]));
      return verdicts.get(standard) ?? 'not-applicable';
    },
  };
}

// A cue that was renamed would otherwise pass for one never heard.
function cueNamed(packs: CompiledPacks, name: string): number {
  const at = packs.cues.findIndex((cue) => cue.name === name);
  if (at < 0) throw new Error(`No pack has a cue ${name} any more: name the one that took its place in bench/truth/.`);
  return at;
}
