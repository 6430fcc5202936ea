// What was found: a stretch of tokens of one turn, its kind, and the value it stands for. First claimed, first kept.
import type { TokenTurn } from './tokens.core.ts';

/** What redaction hides; also the word in the placeholder, in capitals. */
export const redactedKinds = [
  'card',
  'card code',
  'id',
  'birth date',
  'email',
  'phone',
  'address',
  'password',
  'gate code',
  'name',
] as const;
export type RedactedKind = (typeof redactedKinds)[number];

export interface Span {
  readonly kind: RedactedKind;
  readonly turn: number;
  /** First and last token, both inside. */
  readonly first: number;
  readonly last: number;
  /** The value in a form that is the same however it was said; lives only as long as the call. */
  readonly value: string;
  /** Where the text to replace ends, if not where the last token does. */
  readonly to?: number;
}

/** The turns of one contact with what has been claimed in them so far. */
export interface Claims {
  readonly turns: readonly TokenTurn[];
  readonly spans: Span[];
}

/** Takes the tokens for this kind unless one of them is taken or is another tool's mark; says whether it did. */
export function claim(claims: Claims, span: Span): boolean {
  const turn = claims.turns[span.turn]!;
  for (let at = span.first; at <= span.last; at++) if (turn.taken[at] || turn.tokens[at]!.kind === 'mark') return false;
  turn.taken.fill(1, span.first, span.last + 1);
  claims.spans.push(span);
  return true;
}
