// From chances to an answer: where each boundary's chance is cut so that the answers agree best with people's.
import { cohensKappa } from '../stats/agreement.core.ts';
import type { Chances } from './ordered-model.core.ts';

/** Going round the boundaries this often; a third round has changed nothing in what we saw. */
const rounds = 2;

export interface Cuts {
  /** For each boundary: from this chance on, an answer is below it. */
  readonly at: readonly number[];
  /** The answer given below each boundary, and above all of them. */
  readonly gives: readonly number[];
}

/** The answer for a row: the lowest boundary whose chance reaches its cut decides. */
export function answerOf(cuts: Cuts, chances: Chances, row: number): number {
  return cuts.gives[groupOf(cuts.at, chances, row, 0)]!;
}

// The first boundary from `from` on, and before `to`, that the row is below; `to` where there is none.
function groupOf(at: readonly number[], chances: Chances, row: number, from: number, to = at.length): number {
  for (let boundary = from; boundary < to; boundary++)
    if (chances[row * at.length + boundary]! >= at[boundary]!) return boundary;
  return to;
}

/**
 * The cuts with the highest kappa over all answers, one boundary after the other. Give it chances of rows that the
 * weights were not learned from, else the cuts are too bold.
 * @param boundaries as learned: answers lower than it are below
 */
export function chooseCuts(
  truth: Int32Array,
  chances: Chances,
  { answers, boundaries }: { readonly answers: number; readonly boundaries: readonly number[] },
): Cuts {
  const gives = [...boundaries, answers].map((end, index) => commonest(truth, boundaries[index - 1] ?? 0, end));
  const at = boundaries.map(() => 0.5);
  for (let round = 0; round < rounds; round++)
    for (const index of boundaries.keys()) at[index] = bestCut({ truth, chances, answers }, { at, gives }, index);
  return { at, gives };
}

// Rows cross the boundary one by one, most likely first; the table of agreement is moved along, not counted again.
function bestCut(
  known: { readonly truth: Int32Array; readonly chances: Chances; readonly answers: number },
  { at, gives }: Cuts,
  boundary: number,
): number {
  const { truth, chances, answers } = known;
  const step = at.length;
  const table = { categories: answers, counts: new Float64Array(answers * answers) };
  const open: number[] = [];
  for (let row = 0; row < truth.length; row++) {
    const lower = groupOf(at, chances, row, 0, boundary);
    if (lower === boundary) open.push(row);
    const group = lower < boundary ? lower : groupOf(at, chances, row, boundary + 1);
    table.counts[truth[row]! * answers + gives[group]!]! += 1;
  }
  open.sort((a, b) => chances[b * step + boundary]! - chances[a * step + boundary]!);
  let best = cohensKappa(table) ?? -1;
  // Higher than any chance: no row is below.
  let cut = 2;
  for (const [index, row] of open.entries()) {
    const before = gives[groupOf(at, chances, row, boundary + 1)]!;
    table.counts[truth[row]! * answers + before]! -= 1;
    table.counts[truth[row]! * answers + gives[boundary]!]! += 1;
    const here = chances[row * step + boundary]!;
    const next = open[index + 1];
    if (next !== undefined && chances[next * step + boundary] === here) continue;
    const kappa = cohensKappa(table) ?? -1;
    if (kappa > best) {
      best = kappa;
      cut = here;
    }
  }
  return cut;
}

/** The answer from `from` up to but not including `end` that stands most often; of two alike the lower. */
function commonest(truth: Int32Array, from: number, end: number): number {
  const counts = new Int32Array(end);
  for (const answer of truth) if (answer >= from && answer < end) counts[answer]! += 1;
  return counts.reduce((best, count, answer) => (answer >= from && count > counts[best]! ? answer : best), from);
}
