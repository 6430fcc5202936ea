// How far two raters agree about the same things: a table of how often each pair of answers was given, Cohen's kappa
// and Gwet's AC1 from it. Show both with the base rate: at 5 % prevalence kappa collapses while AC1 flatters.

/** How often rater one answered r while rater two answered c, at r * categories + c; weighted where rows are. */
export interface AgreementTable {
  readonly categories: number;
  readonly counts: Float64Array;
}

/**
 * The table of two raters' answers about the same rows.
 * @param first answers as whole numbers from 0 to categories - 1, one a row
 * @param second the other rater's, as long as `first`
 * @param weights how much each row counts, e.g. how often a bootstrap drew its contact; 1 where left out
 */
export function agreementTable(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  categories: number,
  weights?: ArrayLike<number>,
): AgreementTable {
  const counts = new Float64Array(categories * categories);
  for (let row = 0; row < first.length; row++)
    counts[first[row]! * categories + second[row]!]! += weights ? weights[row]! : 1;
  return { categories, counts };
}

/** Share of the rows with the same answer from both; null where there are no rows. */
export function rawAgreement(table: AgreementTable): number | null {
  const { total, same } = margins(table);
  return total > 0 ? same / total : null;
}

/**
 * Cohen's kappa: (p_o - p_e) / (1 - p_e), p_e from both raters' own margins. Source: J. Cohen 1960, Educational and
 * Psychological Measurement 20:37; with weights 1968, Psychological Bulletin 70:213.
 * @param disagreement `any` counts every difference alike; `quadratic` counts it by the square of its size, for
 *   answers that have an order
 * @returns null where there are no rows, or where both gave one and the same answer throughout, so that nothing is left to chance
 */
export function cohensKappa(table: AgreementTable, disagreement: 'any' | 'quadratic' = 'any'): number | null {
  const { categories, counts } = table;
  const { total, rows, columns } = margins(table);
  let seen = 0;
  let expected = 0;
  for (let r = 0; r < categories; r++)
    for (let c = 0; c < categories; c++) {
      const apart = disagreement === 'quadratic' ? (r - c) ** 2 : Number(r !== c);
      seen += apart * counts[r * categories + c]! * total;
      expected += apart * rows[r]! * columns[c]!;
    }
  return expected > 0 ? 1 - seen / expected : null;
}

/**
 * Gwet's AC1 for two raters: p_e = sum of pi_q (1 - pi_q) / (Q - 1), pi_q the mean of both raters' shares of answer q.
 * Source: K. L. Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29.
 * @returns null where there are no rows or fewer than two categories
 */
export function gwetsAc1(table: AgreementTable): number | null {
  const { total, same, rows, columns } = margins(table);
  if (total <= 0 || table.categories < 2) return null;
  let expected = 0;
  for (let q = 0; q < table.categories; q++) {
    const share = (rows[q]! + columns[q]!) / (2 * total);
    expected += (share * (1 - share)) / (table.categories - 1);
  }
  return (same / total - expected) / (1 - expected);
}

function margins({ categories, counts }: AgreementTable) {
  const rows = new Float64Array(categories);
  const columns = new Float64Array(categories);
  let total = 0;
  let same = 0;
  for (let r = 0; r < categories; r++)
    for (let c = 0; c < categories; c++) {
      const count = counts[r * categories + c]!;
      rows[r]! += count;
      columns[c]! += count;
      total += count;
      if (r === c) same += count;
    }
  return { rows, columns, total, same };
}
