// Which words of a contact are shown for a failure: the rep's that show it; where something was left unsaid, the customer's that
// called for it with what the rep said to them. Every place that quotes a failure quotes by this.
import type { Speaker } from '../../standards/encounter.core.ts';
import type { Evidence } from '../../standards/standard.core.ts';

/** Where words stand: a turn and UTF-16 offsets into its text. Nothing between the two: the turn, with no words of it lit. */
export type Place = Pick<Evidence, 'turn' | 'from' | 'to'>;

export interface Turns {
  readonly turns: readonly { readonly speaker: Speaker; readonly text: string }[];
}

/** As much of a mark as says where its words stand. */
export interface MarkedWords {
  readonly evidence: readonly Place[];
  readonly searched?: { readonly fromTurn: number; readonly toTurn: number } | undefined;
}

export interface ShownWords {
  /**
   * `said`: these words show it. `answer`: something was called for, and this is what was said to it; `ended`: by the end it had
   * not come, and this was the end. `instead`: nothing in so many words called for it, and this is what was said where it
   * belonged. `unanswered`: the call, to which nothing was said.
   */
  readonly kind: 'said' | 'answer' | 'ended' | 'instead' | 'unanswered';
  readonly words: Place;
  /** The customer's words that these are said to. */
  readonly call?: Place;
}

/** So many turns after a call, what was left unsaid is shown by how the contact ended; before, by the reply to the call. */
const soonAfter = 6;
/** Words with less than so many letters say little by themselves: what they are said to stands beside them. */
const bare = 40;
const fewWords = 3;

/** Null where there are no words to show: a form, or an empty contact. */
export function shownWords({ evidence, searched }: MarkedWords, { turns }: Turns): ShownWords | null {
  const said = evidence.filter(({ turn, from, to }) => to > from && turns[turn] !== undefined);
  const by = (speaker: Speaker): Place[] => said.filter(({ turn }) => turns[turn]!.speaker === speaker);
  // Of what made something due the last is nearest to what was left out, and a figure says most: the price that came too early.
  const rep = searched ? (by('rep').findLast(hasFigure) ?? by('rep').at(-1)) : longest(by('rep'));
  if (rep) return { kind: 'said', words: rep, ...calledBy(rep) };
  const asked = by('customer');
  if (searched === undefined) {
    const own = longest(asked) ?? longest(said);
    return own ? { kind: 'said', words: own } : wholePlace();
  }
  const call = longest(asked);
  if (!call) return wholePlace();
  const reply = replyTo(call.turn, Math.max(searched.toTurn, call.turn + 2));
  if (reply === undefined) return { kind: 'unanswered', words: call };
  const kind = reply - call.turn > soonAfter ? 'ended' : 'answer';
  return { kind, words: { turn: reply, from: 0, to: 0 }, call };

  function hasFigure({ turn, from, to }: Place): boolean {
    return /[\d$£€]/.test(turns[turn]!.text.slice(from, to));
  }

  /** The customer's words that the rep's are said to: those of the evidence, or the turn before where the rep's say little. */
  function calledBy({ turn }: Place): { call: Place } | Record<never, never> {
    const call = by('customer').findLast((one) => one.turn < turn);
    if (call) return { call };
    const before = turns[turn - 1];
    return turns[turn]!.text.length < bare && before?.speaker === 'customer' && before.text.trim() !== ''
      ? { call: { turn: turn - 1, from: 0, to: 0 } }
      : {};
  }

  /** The rep's reply soon after a turn; where that is long past, their last words that say something. */
  function replyTo(turn: number, last: number): number | undefined {
    const after = repTurns(turn + 1, last);
    const late = last - turn > soonAfter;
    return (late ? after.slice(-3).toReversed() : after.slice(0, 2)).find(saysSomething) ?? after[0];
  }

  /** Nothing that was said called for it: the turn in which it belonged. */
  function wholePlace(): ShownWords | null {
    const { fromTurn, toTurn } = searched ?? { fromTurn: 0, toTurn: turns.length - 1 };
    const own = repTurns(fromTurn, toTurn);
    const early = fromTurn === 0 && toTurn <= soonAfter;
    const turn = (early ? own : own.slice(-3).toReversed()).find(saysSomething) ?? own[0];
    return turn === undefined ? null : { kind: 'instead', words: { turn, from: 0, to: 0 } };
  }

  function repTurns(from: number, to: number): number[] {
    return turns.flatMap(({ speaker, text }, at) =>
      at >= from && at <= to && speaker === 'rep' && text.trim() !== '' ? [at] : [],
    );
  }

  function saysSomething(turn: number): boolean {
    return turns[turn]!.text.trim().split(/\s+/).length >= fewWords;
  }
}

function longest(places: readonly Place[]): Place | undefined {
  return places.reduce<Place | undefined>(
    (best, one) => (best && best.to - best.from >= one.to - one.from ? best : one),
    undefined,
  );
}
