// Which draws of reviews a rate is told from. A draw whose few reviews would stand for most of the contacts, as of a plan that has
// only begun over older ones, says next to nothing, and would drown what older draws say: until there are more of its reviews the
// rate goes on to be told from the others, and of the contacts that these could have drawn. What decides is how many could have been
// drawn and how many are reviewed, never what anybody said of them, so that a rate stays right on average.

/** A draw as far as one standard goes. */
export interface DrawOfStandard {
  readonly draw: string;
  /** Contacts that could have been drawn. */
  readonly frame: number;
  /** Of these, drawn to be looked at by the standard. */
  readonly drawn: number;
  /** Of these, reviewed by the standard's wording in force, and to be seen. */
  readonly reviewed: number;
  /** Of these, said to be met or missed. */
  readonly said: number;
}

/**
 * Draws that are worth so many reviews drawn evenly tell a rate well enough for the most contacts to count that they can be told of.
 * With fewer, a handful of reviews that stand for most contacts make intervals too narrow.
 */
const enough = 100;

/**
 * As many reviews drawn evenly from all as these draws' reviews are worth: (ΣN)² / Σ(N²/n), each draw's contacts weighed by how many
 * one review of it stands for. Kish 1965, Survey Sampling.
 */
export function worthOf(draws: readonly Pick<DrawOfStandard, 'frame' | 'said'>[]): number {
  const frame = draws.reduce((sum, one) => sum + one.frame, 0);
  const spread = draws.reduce((sum, one) => sum + one.frame ** 2 / one.said, 0);
  return spread > 0 ? frame ** 2 / spread : 0;
}

/**
 * Those draws, of which those are left out first whose reviews stand for most contacts each: as many draws as are worth enough
 * together; where none are, those that are worth most.
 */
export function drawsThatCount(draws: readonly DrawOfStandard[]): DrawOfStandard[] {
  const standsFor = ({ frame, said }: DrawOfStandard): number => frame / said;
  const begun = draws
    .filter((one) => one.said > 0)
    .toSorted((a, b) => standsFor(a) - standsFor(b) || (a.draw < b.draw ? -1 : 1));
  let best = { worth: 0, count: begun.length };
  for (let count = begun.length; count > 0; count--) {
    const worth = Math.min(enough, worthOf(begun.slice(0, count)));
    // Sums of fractions that are alike differ in their last digit.
    if (worth > best.worth + 1e-9) best = { worth, count };
  }
  return begun.slice(0, best.count);
}

/** The chance to have come to be reviewed by any of some draws: drawn, times the share of what was drawn that is reviewed. */
export function chanceByAny(draws: readonly { readonly probability: number; readonly share: number }[]): number {
  return 1 - draws.reduce((missed, { probability, share }) => missed * (1 - probability * share), 1);
}
