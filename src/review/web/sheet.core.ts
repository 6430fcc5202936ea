// What a reviewer has marked so far, standard by standard, and which of them is in hand. Pure: a key or a button asks for the next
// sheet, and what changed is saved.
import type { Verdict } from '../../standards/standard.core.ts';
import { type QuotedAt, withQuotes } from './chosen-words.core.ts';

export interface MarkSoFar {
  readonly standard: string;
  /** Null as long as nothing is said of it. */
  readonly verdict: Verdict | null;
  readonly evidence: readonly QuotedAt[];
  readonly comment: string;
}

export interface Sheet {
  readonly marks: readonly MarkSoFar[];
  /** Which standard is in hand. */
  readonly at: number;
}

/** A sheet for these standards, with what was kept of it; the first without a verdict is in hand. */
export function sheetOf(standards: readonly string[], kept: readonly MarkSoFar[]): Sheet {
  const marks = standards.map(
    (standard): MarkSoFar =>
      kept.find((one) => one.standard === standard) ?? { standard, verdict: null, evidence: [], comment: '' },
  );
  return {
    marks,
    at: Math.max(
      0,
      marks.findIndex((one) => one.verdict === null),
    ),
  };
}

/** Another standard in hand, as far as there are any. */
export function goneTo(sheet: Sheet, at: number): Sheet {
  return { ...sheet, at: Math.min(sheet.marks.length - 1, Math.max(0, at)) };
}

/**
 * The standard in hand with this verdict.
 * @param on go on to the next one without a verdict, round to the first; where there is none, stay
 */
export function ruled(sheet: Sheet, verdict: Verdict, on: boolean): Sheet {
  const next = inHand(sheet, { verdict });
  return on ? goneTo(next, nextOpen(next) ?? next.at) : next;
}

/** With these places quoted for the standard in hand. */
export function quoted(sheet: Sheet, places: readonly QuotedAt[]): Sheet {
  return inHand(sheet, { evidence: withQuotes(sheet.marks[sheet.at]?.evidence ?? [], places) });
}

/** Without one of the quotes of the standard in hand; the last where none is named. */
export function unquoted(sheet: Sheet, which = -1): Sheet {
  const held = sheet.marks[sheet.at]?.evidence ?? [];
  const away = which < 0 ? held.length + which : which;
  return inHand(sheet, { evidence: held.filter((_, at) => at !== away) });
}

/** With this comment on the standard in hand. */
export function commented(sheet: Sheet, comment: string): Sheet {
  return inHand(sheet, { comment });
}

/** The standard in hand as one of two said it: their verdict and quotes; the comment stays one's own. */
export function takenOver(
  sheet: Sheet,
  said: { readonly verdict: Verdict; readonly evidence: readonly QuotedAt[] },
): Sheet {
  return inHand(sheet, { verdict: said.verdict, evidence: said.evidence });
}

/** The next standard without a verdict after the one in hand, round to the first; null where all have one. */
export function nextOpen({ marks, at }: Sheet): number | null {
  for (let step = 1; step <= marks.length; step += 1) {
    const next = (at + step) % marks.length;
    if (marks[next]!.verdict === null) return next;
  }
  return null;
}

/** How many standards have no verdict yet. */
export function openIn({ marks }: Sheet): number {
  return marks.filter((one) => one.verdict === null).length;
}

function inHand(sheet: Sheet, change: Partial<MarkSoFar>): Sheet {
  return { ...sheet, marks: sheet.marks.map((one, at) => (at === sheet.at ? { ...one, ...change } : one)) };
}
