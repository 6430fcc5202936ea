// A moment pinned from a contact: a run of its turns, with what is hidden in them. What is shown is made from the stored turns and
// the hidden stretches alone, so that whoever pins sees exactly what everybody will see.
import {
  apart,
  type Hidden,
  hiding,
  type KnownNames,
  stretchesThatTell,
} from '../../contacts/redaction/known-names.core.ts';
import type { Turn } from '../../standards/encounter.core.ts';

export type PinSort = 'good' | 'bad';

/** A stretch of a turn (UTF-16) and what stands in its place. */
export interface HiddenWords extends Hidden {
  readonly turn: number;
}

/** A place that a person chose to hide. */
export interface HiddenPlace {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
}

export interface ShownTurn {
  readonly speaker: Turn['speaker'];
  readonly text: string;
}

/** Turns of a moment at most: longer ones nobody reads as a moment. */
export const mostTurns = 12;
export const mostHidden = 200;

/** Whether the run of turns stands in the contact, and is no longer than a moment. */
export function isRun(turns: readonly Turn[], fromTurn: number, toTurn: number): boolean {
  return fromTurn >= 0 && fromTurn <= toTurn && toTurn < turns.length && toTurn - fromTurn < mostTurns;
}

/** Everything that is hidden: what tells whose contact it was, and what the person chose; in order and apart, inside the run. */
export function hiddenIn(
  turns: readonly Turn[],
  run: { readonly fromTurn: number; readonly toTurn: number },
  chosen: readonly HiddenPlace[],
  names: KnownNames,
): HiddenWords[] {
  const found: HiddenWords[] = [];
  for (let turn = run.fromTurn; turn <= run.toTurn; turn++) {
    const text = turns[turn]?.text ?? '';
    const own = chosen
      .filter((one) => one.turn === turn)
      .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(to, text.length), word: '[HIDDEN]' as const }));
    for (const one of apart([...stretchesThatTell(text, names), ...own])) found.push({ turn, ...one });
  }
  return found;
}

/** The moment as everybody sees it; empty where the contact is no more. */
export function shownTurns(
  turns: readonly Turn[],
  {
    fromTurn,
    toTurn,
    hidden,
  }: { readonly fromTurn: number; readonly toTurn: number; readonly hidden: readonly HiddenWords[] },
): ShownTurn[] {
  return turns.slice(fromTurn, toTurn + 1).map(({ speaker, text }, at) => ({
    speaker,
    text: hiding(
      text,
      hidden.filter((one) => one.turn === fromTurn + at),
    ),
  }));
}
