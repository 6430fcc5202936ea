// Counts of contacts that are here and of erased ones, added up place by place: what is read over time stays as it was.

/** Rows of `more` added to those of `rows` that agree in everything but the amounts; in order of what they are counted by. */
export function addedUp<Row extends object>(
  rows: readonly Row[],
  more: readonly Row[],
  amounts: readonly (keyof Row)[],
): readonly Row[] {
  if (more.length === 0) return rows;
  const placeOf = (row: Row): string =>
    JSON.stringify(
      Object.entries(row)
        .filter(([name]) => !amounts.includes(name as keyof Row))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  const places = new Map<string, Row>();
  for (const row of [...rows, ...more]) {
    const place = placeOf(row);
    const before = places.get(place);
    places.set(place, before ? { ...before, ...sums(before, row, amounts) } : row);
  }
  return [...places].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row);
}

function sums<Row extends object>(a: Row, b: Row, amounts: readonly (keyof Row)[]): Partial<Row> {
  return Object.fromEntries(amounts.map((name) => [name, Number(a[name]) + Number(b[name])])) as Partial<Row>;
}
