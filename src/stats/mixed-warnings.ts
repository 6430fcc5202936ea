// What the data can't answer, found before the fit: columns and groupings without variation, columns that say the same,
// outcomes that a column foretells, groupings of too few levels, groupings that can't be told apart. Nothing here is a guess.
import type { FitWarning, FixedColumn, Grouping, MixedData } from './mixed-data.ts';

export interface Examined {
  readonly warnings: readonly FitWarning[];
  /** Indices of what can be fitted. */
  readonly fixed: readonly number[];
  readonly groups: readonly number[];
  readonly slopes: readonly number[];
  /** Fixed columns held by a weak prior, since the data don't hold them. */
  readonly softened: ReadonlySet<number>;
  /** The outcome varies, so there is something to fit. */
  readonly fittable: boolean;
}

const fewLevels = 5;
/** What is left of a column's square after the others: below this it adds nothing. */
const leastNew = 1e-7;
/** Levels of fewer rows on average (a contact of a few marks) are never expected to cross another grouping. */
const rowsToMove = 20;

export function examine(data: MixedData): Examined {
  const warnings: FitWarning[] = [];
  const fittable = outcomeVaries(data, warnings);
  const fixed = data.fixed.flatMap((column, index) => (varies(column, data, warnings) ? [index] : []));
  const groups = data.groups.flatMap((grouping, index) => (severalLevels(grouping, data, warnings) ? [index] : []));
  const held = (column: string, over: string): boolean =>
    fixed.some((index) => data.fixed[index]!.name === column) &&
    groups.some((index) => data.groups[index]!.name === over);
  const slopes = data.slopes.flatMap(({ column, over }, index) => (held(column, over) ? [index] : []));
  const softened = new Set<number>();
  if (fittable) {
    for (const index of collinear(data, fixed, warnings)) softened.add(index);
    for (const index of separating(data, fixed, warnings)) softened.add(index);
    for (const index of groups) oneSided(data.groups[index]!, data, warnings);
    noMovers(data, groups, warnings);
  }
  return { warnings, fixed, groups, slopes, softened, fittable };
}

function outcomeVaries({ rows, outcome, weight }: MixedData, warnings: FitWarning[]): boolean {
  let ones = 0;
  let all = 0;
  for (let i = 0; i < rows; i++) {
    const by = weight ? weight[i]! : 1;
    all += by;
    if (outcome[i] !== 0) ones += by;
  }
  if (ones > 0 && ones < all) return true;
  const says =
    all === 0
      ? 'There are no rows, so nothing can be said.'
      : `The outcome is ${ones > 0 ? 1 : 0} in every row, so nothing can be said about what moves it.`;
  warnings.push({ kind: 'no-variation', about: ['outcome'], says });
  return false;
}

function varies({ name, values }: FixedColumn, { rows, weight }: MixedData, warnings: FitWarning[]): boolean {
  let first = Number.NaN;
  for (let i = 0; i < rows; i++) {
    if (weight && weight[i] === 0) continue;
    if (Number.isNaN(first)) first = values[i]!;
    else if (values[i] !== first) return true;
  }
  warnings.push({
    kind: 'no-variation',
    about: [name],
    says: `"${name}" is the same in every row, so its effect can't be told from the average; it is left out.`,
  });
  return false;
}

function severalLevels({ name, level, levels }: Grouping, { rows }: MixedData, warnings: FitWarning[]): boolean {
  const seen = new Uint8Array(levels);
  for (let i = 0; i < rows; i++) if (level[i]! >= 0) seen[level[i]!] = 1;
  let count = 0;
  for (const one of seen) count += one;
  if (count < fewLevels)
    warnings.push({
      kind: count < 2 ? 'no-variation' : 'too-few-levels',
      about: [name],
      says:
        count < 2
          ? `"${name}" has ${count === 0 ? 'no level' : 'one level'} in these rows, so differences between its levels can't be seen; it is left out.`
          : `"${name}" has ${count} levels; how much levels differ can hardly be known from fewer than ${fewLevels}.`,
    });
  return count > 1;
}

/** Columns that add nothing to those before them, and the columns they repeat: by Cholesky's factor of their correlations. */
function collinear(data: MixedData, fixed: readonly number[], warnings: FitWarning[]): number[] {
  const columns = [new Float64Array(data.rows).fill(1), ...fixed.map((index) => data.fixed[index]!.values)].map(unit);
  const products = columns.map((a, i) => Float64Array.from(columns.slice(0, i + 1), (b) => inner(a, b)));
  const of = (a: number, b: number): number => products[Math.max(a, b)]![Math.min(a, b)]!;
  const kept: number[] = [0];
  const found = new Set<number>();
  for (let at = 1; at < columns.length; at++) {
    if (leftOf(at, kept, of) > leastNew) {
      kept.push(at);
      continue;
    }
    // It repeats those without which it is no longer explained.
    const partners = kept.filter(
      (one) =>
        one > 0 &&
        leftOf(
          at,
          kept.filter((other) => other !== one),
          of,
        ) > leastNew,
    );
    const indices = [at, ...partners].map((one) => fixed[one - 1]!);
    const names = indices.map((one) => data.fixed[one]!.name);
    warnings.push({
      kind: 'collinear',
      about: names,
      says: `${quoted(names)} move together in these rows, so their effects can't be told apart; what is given for each is held by a weak guess.`,
    });
    for (const one of indices) found.add(one);
  }
  return [...found];
}

/** What is left of the square of a column of length 1 after others, by the products of all with all. */
function leftOf(column: number, others: readonly number[], of: (a: number, b: number) => number): number {
  const all = [...others, column];
  const factor = all.map(() => new Float64Array(all.length));
  let left = 0;
  for (let i = 0; i < all.length; i++)
    for (let j = 0; j <= i; j++) {
      let sum = of(all[i]!, all[j]!);
      for (let t = 0; t < j; t++) sum -= factor[i]![t]! * factor[j]![t]!;
      if (j < i) factor[i]![j] = sum / factor[j]![j]!;
      else {
        left = Math.max(0, sum);
        factor[i]![i] = Math.sqrt(left);
      }
    }
  return left;
}

/** Columns whose values of the one outcome lie all at or beyond those of the other (Albert and Anderson 1984). */
function separating(data: MixedData, fixed: readonly number[], warnings: FitWarning[]): number[] {
  return fixed.filter((index) => {
    const { name, values } = data.fixed[index]!;
    const least = [Infinity, Infinity];
    const most = [-Infinity, -Infinity];
    for (let i = 0; i < data.rows; i++) {
      if (data.weight && data.weight[i] === 0) continue;
      const side = data.outcome[i] === 0 ? 0 : 1;
      least[side] = Math.min(least[side]!, values[i]!);
      most[side] = Math.max(most[side]!, values[i]!);
    }
    // A column where one value has both outcomes and the other one alone separates too (quasi-complete separation).
    if (least[1]! < most[0]! && least[0]! < most[1]!) return false;
    warnings.push({
      kind: 'separation',
      about: [name],
      says: `Some value of "${name}" has only one outcome, so its effect has no bound in these rows; a weak guess holds it.`,
    });
    return true;
  });
}

function oneSided({ name, level, levels }: Grouping, { rows, outcome }: MixedData, warnings: FitWarning[]): void {
  const all = new Float64Array(levels);
  const ones = new Float64Array(levels);
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    if (outcome[i] !== 0) sum += 1;
    if (level[i]! < 0) continue;
    all[level[i]!]! += 1;
    if (outcome[i] !== 0) ones[level[i]!]! += 1;
  }
  const rate = sum / rows;
  let count = 0;
  // Only where both outcomes were to be expected ten times: elsewhere it is chance.
  for (let j = 0; j < levels; j++)
    if (all[j]! * Math.min(rate, 1 - rate) >= 10 && (ones[j] === 0 || ones[j] === all[j])) count += 1;
  if (count === 0) return;
  warnings.push({
    kind: 'separation',
    about: [name],
    says: `${count} of the ${levels} levels of "${name}" ${count === 1 ? 'has' : 'have'} only one outcome; only the other levels bound their effects.`,
  });
}

/**
 * Pairs of groupings of which one's levels never move between the other's: their effects can't be told apart but by the
 * guess that effects are normal (connected sets: Abowd, Kramarz and Margolis 1999).
 */
function noMovers(data: MixedData, groups: readonly number[], warnings: FitWarning[]): void {
  for (const one of groups)
    for (const other of groups) {
      const inner = data.groups[one]!;
      const outer = data.groups[other]!;
      if (inner.levels <= outer.levels || data.rows / inner.levels < rowsToMove) continue;
      const { sets, outers } = connectedSets(inner, outer, data.rows);
      if (outers < 2 || sets < 2) continue;
      const about = [inner.name, outer.name];
      warnings.push(
        sets === outers
          ? {
              kind: 'no-movers',
              about,
              says: `No "${inner.name}" is seen at two of "${outer.name}", so what is due to the one and what to the other can't be told apart.`,
            }
          : {
              kind: 'no-movers',
              about,
              says: `"${inner.name}" move between "${outer.name}" only within ${sets} separate sets; between sets the two can't be told apart.`,
            },
      );
    }
}

/** Sets of outer levels that inner levels connect, by union and find. */
function connectedSets(inner: Grouping, outer: Grouping, rows: number): { sets: number; outers: number } {
  const parent = Int32Array.from({ length: outer.levels }, (_, index) => index);
  const root = (of: number): number => {
    let at = of;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const first = new Int32Array(inner.levels).fill(-1);
  const seen = new Uint8Array(outer.levels);
  for (let i = 0; i < rows; i++) {
    const a = inner.level[i]!;
    const b = outer.level[i]!;
    if (a < 0 || b < 0) continue;
    seen[b] = 1;
    if (first[a]! < 0) first[a] = b;
    else parent[root(b)] = root(first[a]!);
  }
  let sets = 0;
  let outers = 0;
  for (let b = 0; b < outer.levels; b++) {
    if (!seen[b]) continue;
    outers += 1;
    if (parent[b] === b) sets += 1;
  }
  return { sets, outers };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' and ');
}

function unit(column: Float64Array): Float64Array {
  const length = Math.sqrt(inner(column, column));
  return length > 0 ? column.map((value) => value / length) : column;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
