// What is said of a contact where learned markers stand for some of the standards: their marks take the place of the cues'.
import type { Encounter } from '../../standards/encounter.core.ts';
import type { CompiledPacks } from '../../standards/engine/compiled.core.ts';
import { markEncounter } from '../../standards/engine/mark-encounter.ts';
import type { EncounterMarks, MarkDraft } from '../../standards/standard.core.ts';
import { hear } from './heard-contact.ts';
import { learnedMark, modelOf, type ReadyMarker, readyMarker } from './marker-model.core.ts';
import { type StandingMarker, versionWith } from './standing.core.ts';

interface Stands {
  readonly id: string;
  readonly version: string;
  readonly ready: ReadyMarker;
}

/** Marks contacts by compiled packs and the learned markers that stand. Same contact, same packs and markers, same marks. */
export function markerOf(
  compiled: CompiledPacks,
  standing: readonly StandingMarker[],
): (encounter: Encounter) => EncounterMarks {
  const stands = new Map<string, Stands>();
  for (const { standard, marker, weights } of standing) {
    const model = modelOf(weights);
    const stated = compiled.standards.find((one) => one.standard.id === standard)?.standard;
    if (model && stated)
      stands.set(standard, { id: standard, version: versionWith(stated.version, marker), ready: readyMarker(model) });
  }
  if (stands.size === 0) return (encounter) => markEncounter(compiled, encounter);
  return (encounter) => withLearned(compiled, encounter, stands);
}

function withLearned(
  compiled: CompiledPacks,
  encounter: Encounter,
  stands: ReadonlyMap<string, Stands>,
): EncounterMarks {
  const { said, of } = hear(compiled, encounter);
  const marks: MarkDraft[] = [];
  const told = new Map(said.marks.map((mark) => [mark.standard, mark]));
  for (const { standard } of compiled.standards) {
    const cue = told.get(standard.id);
    const own = stands.get(standard.id);
    if (!own) {
      if (cue) marks.push(cue);
      continue;
    }
    const heard = of(standard.id);
    // Where what was learned can't be asked, what the cues say stands, under the version that is in use.
    const mark = heard ? learnedMark(own.ready, heard, own) : cue && { ...cue, version: own.version };
    if (mark) marks.push(mark);
  }
  return { ...said, marks, notApplicable: compiled.standards.length - marks.length };
}
