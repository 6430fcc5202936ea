// E-mail addresses as typed ("dana@mail.example") and as said ("dana dot w at gmail dot com", "dana at gmailcom").
import { is, wordSet } from './lexicon.core.ts';
import { claim } from './spans.core.ts';
import type { Claims } from './spans.core.ts';
import type { Token, TokenTurn } from './tokens.core.ts';

const endings = wordSet(`com net org edu gov co uk ca io us info biz me au eu ie example mail email de fr nz`);
// Mail providers run together with their ending by recognisers.
const gluedDomain =
  /^([a-z0-9._-]*?)(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|icloud|aol|msn|live|proton|protonmail|comcast|verizon|btinternet|sbcglobal|att|cox|charter|mail)(?:com|net|org|me|couk)$/;
const joiners = wordSet(`dot underscore dash hyphen period point plus . _ - +`);
// "Look at harbor dot com" sends somebody to a site.
const sitesAfter =
  wordSet(`look looking find us online available website it that them this book pay see shop here page reviews one reach me
  is are`);

/** Claims every address in the turns. */
export function findEmails(claims: Claims): void {
  claims.turns.forEach((turn, index) => {
    for (let at = 0; at < turn.tokens.length; at++) {
      const token = turn.tokens[at]!;
      const found =
        token.text === '@'
          ? typed(turn, at)
          : token.text === 'at' || token.text === 'add'
            ? said(turn, at)
            : glued(turn, at);
      if (!found) continue;
      claim(claims, { kind: 'email', turn: index, first: found.first, last: found.last, value: valueOf(turn, found) });
      at = found.last;
    }
  });
}

interface Found {
  readonly first: number;
  readonly last: number;
}

const typedJoins = "._-+'%&=/!~^`";

function typed(turn: TokenTurn, at: number): Found | undefined {
  const { tokens } = turn;
  let first = at;
  while (
    first > 0 &&
    at - first < 24 &&
    tokens[first - 1]!.to === tokens[first]!.from &&
    (tokens[first - 1]!.kind !== 'punct' || typedJoins.includes(tokens[first - 1]!.text)) &&
    tokens[first - 1]!.kind !== 'mark'
  )
    first--;
  while (first < at && tokens[first]!.kind === 'punct') first++;
  let last = at;
  while (
    last + 1 < tokens.length &&
    last - at < 24 &&
    tokens[last + 1]!.from === tokens[last]!.to &&
    (tokens[last + 1]!.kind !== 'punct' || '.-'.includes(tokens[last + 1]!.text)) &&
    tokens[last + 1]!.kind !== 'mark'
  )
    last++;
  while (last > at && tokens[last]!.kind === 'punct') last--;
  const domain = turn.text.slice(tokens[at]!.to, tokens[last]!.to);
  if (first === at) return spacedLocal(turn, at, last);
  return last > at && (domain.includes('.') || gluedDomain.test(domain.toLowerCase())) ? { first, last } : undefined;
}

// "dana @ gmail.com", "dana @gmail.com"
function spacedLocal(turn: TokenTurn, at: number, last: number): Found | undefined {
  const after = last > at ? last : domainEnd(turn, at + 1);
  const first = localStart(turn, at);
  return after > at && first < at ? { first, last: after } : undefined;
}

function said(turn: TokenTurn, at: number): Found | undefined {
  const last = domainEnd(turn, at + 1);
  if (last < 0) return undefined;
  const first = localStart(turn, at);
  return first < at ? { first, last } : undefined;
}

function domainEnd(turn: TokenTurn, from: number): number {
  const { tokens } = turn;
  const head = tokens[from];
  if (!head || head.kind === 'punct' || head.kind === 'mark') return -1;
  if (gluedDomain.test(head.text)) return from;
  let last = -1;
  for (let at = from + 1; at < tokens.length && at < from + 9; at += 2) {
    const dot = tokens[at]!;
    const part = tokens[at + 1];
    const isDot = dot.text === 'dot' || dot.text === 'point' || (dot.text === '.' && part?.from === dot.to);
    if (!isDot || !part || part.kind === 'punct') break;
    if (endings.has(part.text)) last = at + 1;
  }
  if (last >= 0) return last;
  const next = tokens[from + 1];
  // "at g mail dot com", "at my company dot com"; and "at gmail com" with the dot lost.
  if (next?.kind === 'word' && (next.text === 'com' || next.text === 'net') && head.text.length > 2) return from + 1;
  const second = tokens[from + 2];
  return next?.kind === 'word' &&
    (second?.text === 'dot' || second?.text === '.') &&
    endings.has(tokens[from + 3]?.text ?? '') &&
    (next.flags & is.particle) === 0
    ? from + 3
    : -1;
}

const longestLocal = 24;

// Back over what is joined by "dot" and "underscore", over digits and single letters, and then over one word.
function localStart(turn: TokenTurn, at: number): number {
  const { tokens } = turn;
  let first = at;
  let afterJoin = true;
  while (first > 0 && at - first < longestLocal) {
    const token = tokens[first - 1]!;
    if (token.kind === 'mark') break;
    if (joiners.has(token.text)) {
      // A full stop with a space after it ends the sentence before.
      if (token.kind === 'punct' && token.to !== tokens[first]!.from && token.text === '.') break;
      afterJoin = true;
    } else if (token.kind === 'punct' || !isLocalPart(token, afterJoin, tokens[first]!)) break;
    else afterJoin = false;
    first--;
  }
  while (first < at && joiners.has(tokens[first]!.text)) first++;
  if (first === at - 1 && sitesAfter.has(tokens[first]!.text)) return at;
  return first;
}

function isSpelled(token: Token): boolean {
  return (
    token.text.length === 1 ||
    token.kind === 'number' ||
    (token.flags & (is.digit | is.teen | is.tens | is.zeroLetter | is.repeat)) !== 0
  );
}

function isLocalPart(token: Token, afterJoin: boolean, right: Token): boolean {
  if (isSpelled(token)) return token.text !== 'a' || afterJoin || right.text.length === 1;
  if (!afterJoin) return (token.flags & is.ordinary) === 0;
  return (token.flags & (is.filler | is.leadIn)) === 0;
}

function glued(turn: TokenTurn, at: number): Found | undefined {
  const token = turn.tokens[at]!;
  if (token.kind === 'punct' || token.kind === 'mark' || token.text.length < 8) return undefined;
  const parts = gluedDomain.exec(token.text);
  if (!parts) return undefined;
  if (parts[1]) return { first: at, last: at };
  const first = localStart(turn, at);
  return first < at ? { first, last: at } : undefined;
}

function valueOf(turn: TokenTurn, found: Found): string {
  let value = '';
  for (let at = found.first; at <= found.last; at++) {
    const { text } = turn.tokens[at]!;
    value += text === 'dot' || text === 'period' ? '.' : text === 'underscore' ? '_' : text === 'at' ? '@' : text;
  }
  return value;
}
