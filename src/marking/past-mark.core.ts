// A mark that a person made before reviews were kept here: of which contact, what, by whom, and with what chance the contact
// had been drawn to be marked. What people write in such tables is read here, word by word.
import { type Day, isDay } from '../kernel/moment.ts';
import type { Verdict } from '../standards/standard.core.ts';

export interface PastMark {
  /** The contact as its source calls it: an id or a file's name. Only its keyed digest is kept. */
  readonly contact: string;
  readonly standard: string;
  readonly verdict: Verdict;
  /** Who marked; only a keyed digest is kept. Empty where nobody says. */
  readonly marker: string;
  /** Over 0 and up to 1; absent where nobody knows. */
  readonly probability?: number;
  readonly on?: Day;
}

const words: readonly (readonly [Verdict, RegExp])[] = [
  ['met', /^(?:met|kept|yes|y|pass|passed|done|1|true|did not happen|didn['’]t happen)$/],
  ['failed', /^(?:failed|fail|missed|not met|no|n|0|false|happened)$/],
  ['not-applicable', /^(?:not[ -]applicable|n\/?a|does not apply|doesn['’]t apply)$/],
  ['unsure', /^(?:unsure|don['’]t know|unclear|\?)$/],
];

/** Words that say that something was done: for what should never happen, nobody can tell which way they are meant. */
const eitherWay = /^(?:yes|y|done|1|true|no|n|0|false|kept|missed)$/;

/** Whether a cell could mean either verdict, said of something that should never happen. */
export function couldMeanEither(said: string): boolean {
  return eitherWay.test(said.trim().toLowerCase());
}

/** The verdict that a cell says; null where it says none. An empty cell says none. */
export function verdictOf(said: string): Verdict | null {
  const word = said.trim().toLowerCase();
  return words.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** `0.05`, `5 %` or `1 in 20` as a chance; null where it is none, or not over 0 and up to 1. */
export function chanceOf(said: string): number | null {
  const text = said.trim().replace(',', '.');
  const ratio = /^(\d+(?:\.\d+)?)\s*(?:in|of|\/)\s*(\d+(?:\.\d+)?)$/.exec(text);
  const share = /^(\d*\.?\d+)\s*(%?)$/.exec(text);
  const chance = ratio ? Number(ratio[1]) / Number(ratio[2]) : share ? Number(share[1]) / (share[2] ? 100 : 1) : null;
  return chance !== null && chance > 0 && chance <= 1 ? chance : null;
}

/** A calendar day `YYYY-MM-DD`; null where it is none. */
export function dayOf(said: string): Day | null {
  const text = said.trim().slice(0, 10);
  return isDay(text) ? text : null;
}
