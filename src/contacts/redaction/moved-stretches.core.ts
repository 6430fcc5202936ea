// Stretches of a text after parts of it were replaced: they still point at the same words, or at what stands in their place.
import type { UnclearStretch } from '../../standards/encounter.core.ts';

/** What stood from `from` to `to` was replaced by `length` units. */
export interface Replaced {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/**
 * Where the stretches stand after the replacements. Both are in order and don't overlap; one that reaches into a replaced
 * part covers the whole of what replaced it, and two that then meet inside it become one with the lesser confidence.
 */
export function movedStretches(
  stretches: readonly UnclearStretch[],
  replaced: readonly Replaced[],
): readonly UnclearStretch[] {
  const moved: { from: number; to: number; confidence: number }[] = [];
  let next = 0;
  let shift = 0;
  for (const { from, to, confidence } of stretches) {
    // Everything that ends before the stretch only shifts it.
    for (; next < replaced.length && replaced[next]!.to <= from; next++) shift += growth(replaced[next]!);
    const inFirst = replaced[next] !== undefined && replaced[next]!.from < from;
    const start = (inFirst ? replaced[next]!.from : from) + shift;
    let end = to + shift;
    let within = shift;
    for (let at = next; at < replaced.length && replaced[at]!.from < to; at++) {
      within += growth(replaced[at]!);
      end = Math.max(to, replaced[at]!.to) + within;
    }
    const last = moved[moved.length - 1];
    if (last !== undefined && start < last.to) {
      last.to = Math.max(last.to, end);
      last.confidence = Math.min(last.confidence, confidence);
    } else moved.push({ from: start, to: end, confidence });
  }
  return moved;
}

/** Where a place in the text stands after the replacements; inside a replaced part, where its replacement begins. */
export function movedPlace(place: number, replaced: readonly Replaced[]): number {
  let shift = 0;
  for (const one of replaced) {
    if (one.to <= place) shift += growth(one);
    else return Math.min(place, one.from) + shift;
  }
  return place + shift;
}

const growth = (one: Replaced): number => one.length - (one.to - one.from);
