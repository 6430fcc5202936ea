// What was heard of some cues, and what of it is left: lists are made only where something falls away.
import type { By } from '../pack.core.ts';
import { merged, sorted } from './combine.ts';
import { nothing } from './outcome.ts';
import type { Heard } from './scan.ts';
import type { Occurrence, Talk } from './talk.ts';

/** All that was heard of some cues, in order. */
export function heardOf(heard: Heard, cues: readonly number[]): readonly Occurrence[] {
  let all: readonly Occurrence[] = nothing;
  for (const cue of cues) {
    const said = heard.said(cue);
    if (said !== undefined) all = merged(all, said);
  }
  return cues.length > 1 ? sorted(all) : all;
}

/** What one side said of it. */
export function saidBy(talk: Talk, all: readonly Occurrence[], by: By): readonly Occurrence[] {
  let kept = 0;
  while (kept < all.length && talk.is(all[kept]!.turn, by)) kept++;
  if (kept === all.length) return all;
  const said: Occurrence[] = [];
  for (const one of all) if (talk.is(one.turn, by)) said.push(one);
  return said;
}

/** The list without what a bound doesn't keep; itself where all is kept. */
export function keptOf(list: readonly Occurrence[], bound: { keeps(one: Occurrence): boolean }): readonly Occurrence[] {
  let kept = 0;
  while (kept < list.length && bound.keeps(list[kept]!)) kept++;
  if (kept === list.length) return list;
  const left = list.slice(0, kept);
  for (let at = kept + 1; at < list.length; at++) if (bound.keeps(list[at]!)) left.push(list[at]!);
  return left;
}
