// Says a rule of the wording: chooses its ways by chance, with a lean towards the ways that a person is used to.
import type { Chance } from './chance.core.ts';
import type { Piece, Wording } from './wording.core.ts';

export interface Saying {
  readonly chance: Chance;
  /** What `<name>` stands for; the same through a contact. */
  readonly value: (name: string) => string;
  /** Who speaks, as a number: the same number leans towards the same ways. */
  readonly habit: number;
  /** The share of choices that are made by habit, 0 to 1. */
  readonly habitual: number;
}

/** The words of a rule, tidied: sentences begin with a capital, spaces stand where they should. */
export function say(wording: Wording, rule: string, saying: Saying): string {
  return tidy(plainly(wording, rule, saying));
}

/** The same before tidying, to be put together with others. */
export function plainly(wording: Wording, rule: string, saying: Saying): string {
  const piece = wording.rules.get(rule);
  if (piece === undefined) throw new Error(`There is no rule "${rule}" in the wording.`);
  return render(piece);

  function render(one: Piece): string {
    if (typeof one === 'string') return one;
    switch (one.kind) {
      case 'all': {
        let words = '';
        for (const piece of one.pieces) words += render(piece);
        return words;
      }
      case 'one-of':
        return render(one.pieces[choose(one.pieces.length, one.place)]!);
      case 'rule':
        return render(wording.rules.get(one.name)!);
      case 'value':
        return saying.value(one.name);
    }
  }

  function choose(ways: number, place: number): number {
    if (saying.habitual > 0 && saying.chance.coin(saying.habitual))
      return (Math.imul(saying.habit ^ Math.imul(place, 0x9e3779b1), 0x85ebca6b) >>> 8) % ways;
    return saying.chance.below(ways);
  }
}

/** Spaces and capitals set right. */
export function tidy(text: string): string {
  return text
    .replaceAll(/\s+([,.?!;])|(\s)\s+|,(?=\s*[.?!])/g, (_, sign?: string, space?: string) => sign ?? space ?? '')
    .trim()
    .replaceAll(/(?:^|[.?!] )[a-z]|\bi(?=['’ ,.?!]|$)/g, (start) => start.toUpperCase());
}
