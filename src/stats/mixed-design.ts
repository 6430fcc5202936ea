// The sparse structure of a mixed fit: which columns of the model matrix a row touches, and where each stands in the system.
// The grouping of the most levels (contacts, as a rule) is set apart: its part of the system is diagonal and is eliminated.
// Rows are kept in its order. Columns are scaled by their root mean square, so that one tolerance serves all.
import { fours } from './cholesky.ts';
import type { Grouping, MixedData } from './mixed-data.ts';

/**
 * Places of one grouping: each level has `width` next to each other, its intercept first, then its slopes. A place is a
 * coordinate of the system but for levels that have no slope of their own.
 */
export interface Part {
  /** Which grouping of the data; -1 for the fixed effects, which are a grouping of one level. */
  readonly group: number;
  readonly base: number;
  readonly levels: number;
  readonly width: number;
  /** For each of `width`, the feature that multiplies it (feature 0 is 1 in every row). */
  readonly features: Int32Array;
  /** The place where the row's level begins, -1 where it belongs to none. */
  readonly at: Int32Array;
}

/** What has a standard deviation of its own: a grouping's intercepts, or a slope over its levels. */
export interface Component {
  /** Index into the data's groups, or into its slopes. */
  readonly kind: 'group' | 'slope';
  readonly index: number;
  /** Part and place within its width; part -1 for the eliminated grouping. */
  readonly part: number;
  readonly place: number;
  /** How many levels have a coordinate of it. */
  readonly levels: number;
  /** The deviation of the data's units is this times ours. */
  readonly unit: number;
}

export interface Design {
  readonly rows: number;
  /** Row of the data at each of our rows. */
  readonly order: Int32Array;
  readonly outcome: Float64Array;
  readonly weight: Float64Array;
  /** Scaled columns, `featureCount` to a row, the first 1. */
  readonly features: Float64Array;
  readonly featureCount: number;
  /** Scaled = column / scale. */
  readonly scale: Float64Array;
  /** Random parts, then the fixed effects as the last. */
  readonly parts: readonly Part[];
  /** Where each row's levels of the parts of width 1 stand, `plainCount` to a row; and the indices of the wider random parts. */
  readonly plain: Int32Array;
  readonly plainCount: number;
  readonly wide: readonly number[];
  /** The first of `wide` has the leading features, in their order. */
  readonly together: boolean;
  readonly components: readonly Component[];
  /** Coordinate of each place, -1 for none; ascending. The fixed effects begin at the place `placesFree`. */
  readonly coordinate: Int32Array;
  readonly placesFree: number;
  /** Each place is the coordinate of the same number. */
  readonly whole: boolean;
  /** Size of the system without the eliminated grouping; random coordinates come first, `free` of them, both padded to fours. */
  readonly size: number;
  readonly free: number;
  /** Component of each coordinate: -1 fixed, -2 padding. */
  readonly componentOf: Int16Array;
  /** The eliminated grouping: its index (-1 for none), and the rows `start[j]` to `start[j + 1]` of each level. */
  readonly apart: number;
  readonly apartLevels: number;
  readonly start: Int32Array;
  /** The data's level of each eliminated level: levels that touch the same coordinates stand next to each other. */
  readonly apartLevel: Int32Array;
}

/** Fewer levels than this are not worth setting apart. */
const worthApart = 24;

/** Lays out checked data (mixed-check.ts). */
export function designOf(data: MixedData): Design {
  const { rows, groups, slopes } = data;
  const apart = largestAlone(data);
  const { order, start, apartLevel } = sorted(data, apart);
  const featureCount = data.fixed.length + 1;
  const scale = new Float64Array(featureCount).fill(1);
  const features = new Float64Array(rows * featureCount);
  for (let i = 0; i < rows; i++) features[i * featureCount] = 1;
  for (const [index, { values }] of data.fixed.entries()) {
    let square = 0;
    let all = 0;
    for (let i = 0; i < rows; i++) {
      const by = data.weight ? data.weight[i]! : 1;
      square += by * values[i]! ** 2;
      all += by;
    }
    const by = square > 0 ? Math.sqrt(square / all) : 1;
    scale[index + 1] = by;
    for (let i = 0; i < rows; i++) features[i * featureCount + index + 1] = values[order[i]!]! / by;
  }

  const parts: Part[] = [];
  const components: Component[] = [];
  const held: number[] = [];
  let base = 0;
  let next = 0;
  for (const [group, grouping] of groups.entries()) {
    if (group === apart) {
      components.push({ kind: 'group', index: group, part: -1, place: 0, levels: grouping.levels, unit: 1 });
      continue;
    }
    const own = slopes.flatMap((slope, index) => (slope.over === grouping.name ? [{ slope, index }] : []));
    const columns = own.map(({ slope }) => data.fixed.findIndex(({ name }) => name === slope.column) + 1);
    const width = own.length + 1;
    const at = new Int32Array(rows);
    for (let i = 0; i < rows; i++) {
      const level = grouping.level[order[i]!]!;
      at[i] = level < 0 ? -1 : base + level * width;
    }
    const part = parts.length;
    const { levels } = grouping;
    parts.push({ group, base, levels, width, features: Int32Array.from([0, ...columns]), at });
    components.push({ kind: 'group', index: group, part, place: 0, levels, unit: 1 });
    for (const [place, { index, slope }] of own.entries()) {
      const having = slope.among ? slope.among.reduce((sum, one) => sum + one, 0) : levels;
      components.push({
        kind: 'slope',
        index,
        part,
        place: place + 1,
        levels: having,
        unit: 1 / scale[columns[place]!]!,
      });
    }
    for (let level = 0; level < levels; level++) {
      held.push(next++);
      for (const { slope } of own) held.push(slope.among?.[level] === 0 ? -1 : next++);
    }
    base += levels * width;
  }
  const random = parts.map((_, index) => index);
  const narrow = random.filter((index) => parts[index]!.width === 1);
  const wide = random.filter((index) => parts[index]!.width > 1);
  const plain = new Int32Array(rows * narrow.length);
  for (const [p, index] of narrow.entries())
    for (let i = 0; i < rows; i++) plain[i * narrow.length + p] = parts[index]!.at[i]!;
  const free = fours(next);
  const placesFree = fours(base);
  const coordinate = new Int32Array(placesFree + featureCount).fill(-1);
  coordinate.set(held);
  for (let f = 0; f < featureCount; f++) coordinate[placesFree + f] = free + f;
  parts.push({
    group: -1,
    base: placesFree,
    levels: 1,
    width: featureCount,
    features: Int32Array.from({ length: featureCount }, (_, index) => index),
    at: new Int32Array(rows).fill(placesFree),
  });
  const size = free + fours(featureCount);
  const weight = new Float64Array(rows);
  const outcome = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    weight[i] = data.weight ? data.weight[order[i]!]! : 1;
    outcome[i] = data.outcome[order[i]!]! === 0 ? 0 : 1;
  }
  return {
    rows,
    order,
    outcome,
    weight,
    features,
    featureCount,
    scale,
    parts,
    plain,
    plainCount: narrow.length,
    wide,
    together: wide.length > 0 && parts[wide[0]!]!.features.every((feature, t) => feature === t),
    components,
    coordinate,
    placesFree,
    whole: next === base,
    size,
    free,
    componentOf: componentsOf(components, parts, coordinate, size, free, featureCount),
    apart,
    apartLevels: start.length - 1,
    start,
    apartLevel,
  };
}

/** Coordinates of a component that isn't the eliminated grouping, a level each: -1 for those that have none. */
export function coordinatesByLevel({ parts, coordinate }: Design, { part, place }: Component): Int32Array {
  const { levels, base, width } = parts[part]!;
  return Int32Array.from({ length: levels }, (_, level) => coordinate[base + level * width + place]!);
}

/** The same without the levels that have none. */
export function coordinatesOf(design: Design, component: Component): Int32Array {
  return coordinatesByLevel(design, component).filter((c) => c >= 0);
}

function componentsOf(
  components: readonly Component[],
  parts: readonly Part[],
  coordinate: Int32Array,
  size: number,
  free: number,
  fixed: number,
): Int16Array {
  const of = new Int16Array(size).fill(-2);
  for (let i = 0; i < fixed; i++) of[free + i] = -1;
  for (const [index, component] of components.entries()) {
    const part = parts[component.part];
    if (!part) continue;
    for (let level = 0; level < part.levels; level++) {
      const c = coordinate[part.base + level * part.width + component.place]!;
      if (c >= 0) of[c] = index;
    }
  }
  return of;
}

function largestAlone({ groups, slopes }: MixedData): number {
  let best = -1;
  for (const [index, { name, levels }] of groups.entries())
    if (levels >= worthApart && !slopes.some(({ over }) => over === name) && levels > (groups[best]?.levels ?? 0))
      best = index;
  return best;
}

/** Rows in the order of the eliminated grouping's levels, those of no level last; by counting, so that equals keep their order. */
function sorted(data: MixedData, apart: number): { order: Int32Array; start: Int32Array; apartLevel: Int32Array } {
  const { rows } = data;
  const by = data.groups[apart];
  if (!by) {
    const order = Int32Array.from({ length: rows }, (_, i) => i);
    return { order, start: new Int32Array(1), apartLevel: new Int32Array(0) };
  }
  const apartLevel = likeByLike(data, by);
  const slotOf = new Int32Array(by.levels);
  for (let slot = 0; slot < by.levels; slot++) slotOf[apartLevel[slot]!] = slot;
  const place = new Int32Array(by.levels + 2);
  const slot = (i: number): number => (by.level[i]! < 0 ? by.levels : slotOf[by.level[i]!]!);
  for (let i = 0; i < rows; i++) place[slot(i) + 1]! += 1;
  for (let j = 0; j <= by.levels; j++) place[j + 1]! += place[j]!;
  const start = place.slice(0, by.levels + 1);
  const order = new Int32Array(rows);
  for (let i = 0; i < rows; i++) order[place[slot(i)]!++] = i;
  return { order, start, apartLevel };
}

/**
 * Levels of the eliminated grouping with like ones together, by the least and greatest level of the widest other grouping that
 * their rows have: contacts of a kind meet the same standards, and work on them in turn stays in the nearest cache.
 */
function likeByLike({ rows, groups, slopes }: MixedData, by: Grouping): Int32Array {
  const width = ({ name, levels }: Grouping): number =>
    levels * (1 + slopes.filter(({ over }) => over === name).length);
  const other = groups.filter((one) => one !== by).toSorted((a, b) => width(b) - width(a))[0];
  const least = new Float64Array(by.levels).fill(Infinity);
  const most = new Float64Array(by.levels);
  for (let i = 0; other && i < rows; i++) {
    const level = by.level[i]!;
    if (level < 0) continue;
    least[level] = Math.min(least[level]!, other.level[i]!);
    most[level] = Math.max(most[level]!, other.level[i]!);
  }
  return Int32Array.from({ length: by.levels }, (_, level) => level).sort(
    (a, b) => (least[a] === least[b] ? most[a]! - most[b]! : least[a]! - least[b]!) || a - b,
  );
}
