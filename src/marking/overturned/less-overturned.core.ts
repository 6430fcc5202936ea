// Counts less what a ruling took out of them.

interface Counted {
  readonly standard: string;
  readonly failed: number;
}

/** The same rows in the same order, with fewer failures where some were overturned. @param by what both were counted by */
export function lessOverturned<By extends string, Row extends Counted & Record<By, string>>(
  rows: readonly Row[],
  overturned: readonly Row[],
  by: readonly By[],
): Row[] {
  if (overturned.length === 0) return [...rows];
  const placeOf = (row: Row): string => JSON.stringify([row.standard, ...by.map((name) => row[name])]);
  const off = new Map(overturned.map((row) => [placeOf(row), row.failed]));
  return rows.map((row) => {
    const less = off.get(placeOf(row));
    return less === undefined ? row : { ...row, failed: Math.max(0, row.failed - less) };
  });
}
