// A contact as the learned markers hear it: its marks by the cue marker, and for each standard what features are made of. Looked
// for in all that was said, so that what is heard for one standard never depends on which others are kept.
import { hashOfName } from '../../kernel/hash32.ts';
import { type Encounter, repFloor } from '../../standards/encounter.core.ts';
import type { CompiledPacks } from '../../standards/engine/compiled.core.ts';
import { markEncounter } from '../../standards/engine/mark-encounter.ts';
import { scan } from '../../standards/engine/scan.ts';
import { Talk } from '../../standards/engine/talk.ts';
import type { EncounterMarks } from '../../standards/standard.core.ts';
import { type CueAt, type HeardContact, wordsOf } from './contact-features.core.ts';

export interface HeardAll {
  readonly said: EncounterMarks;
  /**
   * For a standard; null where what was learned has nothing to say: nobody speaks the language, it isn't known who the rep is, nothing
   * was said, or the standard is for other kinds of contact. There the cue marker stands.
   */
  readonly of: (standard: string) => HeardContact | null;
}

/** @param said what the cue marker says, where that is known already */
export function hear(
  compiled: CompiledPacks,
  encounter: Encounter,
  said = markEncounter(compiled, encounter),
): HeardAll {
  const language = encounter.language.toLowerCase().split(/[-_]/)[0]!;
  const planned = compiled.plan.languages.get(language)?.standards.get(encounter.channel) ?? [];
  if (encounter.repCertainty < repFloor || encounter.turns.length === 0) return { said, of: () => null };
  const words = wordsOf(encounter);
  const marks = new Map(said.marks.map((mark) => [mark.standard, mark]));
  const heard = scan(compiled, new Talk(encounter));
  return {
    said,
    of: (standard) => {
      const own = planned.find((one) => one.from.standard.id === standard);
      if (!own) return null;
      const cues: CueAt[] = [];
      for (const cue of own.cues)
        for (const { turn, from, endTurn, to } of heard.said(cue) ?? [])
          cues.push({
            cue: hashOfName(compiled.cues[cue]!.name),
            turn,
            from,
            to: endTurn === turn ? to : encounter.turns[turn]!.text.length,
          });
      return { encounter, words, mark: marks.get(standard), cues };
    },
  };
}
