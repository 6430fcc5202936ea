// What a run shows of its failures: for what to fix first and for each standard those whose words show it best.
import type { Diagnosis } from '../diagnosis.core.ts';
import type { Roundup } from '../roundup.core.ts';
import { type Candidate, mostPromising, typical } from './candidates.core.ts';

/** Patterns that a page shows with their words; of those after them the most promising failure stands. */
const patternsShown = 40;
/** Failures kept of a standard, so that one that is gone has others. */
const marksShown = 5;

/** Failures to choose from, by the id of a pattern or of a standard. */
export function toChooseFrom(roundup: Roundup, { patterns }: Diagnosis): Map<string, readonly Candidate[]> {
  const cells = [...roundup.cells.values()];
  const ofPatterns = patterns.slice(0, patternsShown).map(({ id, standard, cause, detail, site }) => {
    const own = cells.filter(
      (cell) =>
        cell.standard.id === standard &&
        cell.cause === cause &&
        cell.detail === detail &&
        (site === null || cell.site === site),
    );
    const all = own.map((cell) => typicalOf(standard, cell.candidates));
    return [id, mostPromising(all)] as const;
  });
  const ofStandards = [...roundup.candidates].map(([id, all]) => [id, typicalOf(id, all)] as const);
  return new Map([...ofStandards, ...ofPatterns]);

  function typicalOf(standard: string, all: readonly Candidate[]): readonly Candidate[] {
    return typical(all, roundup.kinds.get(standard) ?? new Map());
  }
}

/** @param clearest marks of each pattern and standard to choose from, the clearest first */
export function withClearest(
  diagnosis: Diagnosis,
  roundup: Roundup,
  clearest: ReadonlyMap<string, readonly string[]>,
): Diagnosis {
  return {
    ...diagnosis,
    patterns: diagnosis.patterns.map((one) => ({ ...one, example: clearest.get(one.id)?.[0] ?? one.example })),
    clearest: Object.fromEntries(
      [...roundup.candidates.keys()].toSorted().map((id) => [id, (clearest.get(id) ?? []).slice(0, marksShown)]),
    ),
  };
}
