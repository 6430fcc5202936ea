// What a change of a standard does to contacts: how many verdicts it flips, and which, counted as they come.
import type { Evidence, MarkDraft, Verdict } from '../../standards/standard.core.ts';

/** One contact whose verdict would change, with what each side rests on. */
export interface Flip {
  readonly contact: string;
  readonly before: Side;
  readonly after: Side;
}

export interface Side {
  readonly verdict: Verdict;
  readonly confidence?: number | undefined;
  /** The words, each with the turn that it stands in; for a miss there are none. */
  readonly quotes: Quote[];
}

export interface Quote {
  readonly turn: number;
  readonly speaker: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Previewed {
  /** Contacts looked at. */
  readonly looked: number;
  readonly before: Record<Verdict, number>;
  readonly after: Record<Verdict, number>;
  readonly flipped: number;
  readonly flips: Flip[];
}

const none = (): Record<Verdict, number> => ({ met: 0, failed: 0, 'not-applicable': 0, unsure: 0 });

/** Most contacts that are shown, a few of each kind of change. */
const mostShown = 60;
const mostOfAKind = 15;
/** A quote is shown in its turn; of a longer turn, this much of either side of it. */
const around = 160;

/** Gathers flips, keeping some of each kind, whichever come first. */
export class Preview {
  #looked = 0;
  #flipped = 0;
  readonly #before = none();
  readonly #after = none();
  readonly #flips: Flip[] = [];
  readonly #shown = new Map<string, number>();

  /** @param turns of the contact, which the evidence points into; an absent mark is not-applicable */
  look(
    contact: { readonly id: string; readonly turns: readonly { readonly speaker: string; readonly text: string }[] },
    before: MarkDraft | undefined,
    after: MarkDraft | undefined,
  ): void {
    const was = before?.verdict ?? 'not-applicable';
    const is = after?.verdict ?? 'not-applicable';
    this.#looked += 1;
    this.#before[was] += 1;
    this.#after[is] += 1;
    if (was === is) return;
    this.#flipped += 1;
    const kind = `${was} ${is}`;
    const shown = this.#shown.get(kind) ?? 0;
    if (shown >= mostOfAKind || this.#flips.length >= mostShown) return;
    this.#shown.set(kind, shown + 1);
    this.#flips.push({
      contact: contact.id,
      before: sideOf(contact.turns, before),
      after: sideOf(contact.turns, after),
    });
  }

  get looked(): number {
    return this.#looked;
  }

  told(): Previewed {
    return {
      looked: this.#looked,
      before: this.#before,
      after: this.#after,
      flipped: this.#flipped,
      flips: this.#flips,
    };
  }
}

function sideOf(
  turns: readonly { readonly speaker: string; readonly text: string }[],
  mark: MarkDraft | undefined,
): Side {
  if (!mark) return { verdict: 'not-applicable', quotes: [] };
  return {
    verdict: mark.verdict,
    confidence: mark.confidence,
    quotes: mark.evidence.slice(0, 3).flatMap((one) => quoteOf(turns, one)),
  };
}

function quoteOf(
  turns: readonly { readonly speaker: string; readonly text: string }[],
  { turn, from, to }: Evidence,
): Quote[] {
  const said = turns[turn];
  if (!said) return [];
  const start = Math.max(0, from - around);
  return [
    { turn, speaker: said.speaker, text: said.text.slice(start, to + around), from: from - start, to: to - start },
  ];
}
