// The language that wording is written in, compiled once: a rule is a list of ways to say a thing, each with choices
// inside, so that a few lines can be said in very many ways.
import { Fault } from '../../kernel/fault.ts';

/** `[a|b]` is a choice, `{rule}` another rule said anew, `<thing>` a value that stays the same through one contact. */
export type Piece =
  | string
  | { readonly kind: 'all'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'one-of'; readonly pieces: readonly Piece[]; readonly place: number }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'value'; readonly name: string };

export interface Wording {
  readonly rules: ReadonlyMap<string, Piece>;
  /** Words and lists that are no rules: what is misheard, misspelt, said by habit. By file, then by name. */
  readonly lists: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

/**
 * Compile rules, one way a line, from texts by name.
 * @throws Fault `wording-refused` where a bracket isn't closed or a rule that is named isn't there
 */
export function compileRules(texts: Iterable<readonly [string, string]>): Map<string, Piece> {
  const rules = new Map<string, Piece>();
  let places = 0;
  for (const [name, text] of texts) {
    if (rules.has(name)) refuse(`The rule "${name}" stands there twice. Give one of them another name.`);
    const ways = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [wayOf(line.trim(), name)]));
    if (ways.length === 0) refuse(`The rule "${name}" has no way to say it. Write at least one line.`);
    rules.set(name, oneOf(ways));
  }
  for (const [name, piece] of rules) {
    for (const other of rulesIn(piece))
      if (!rules.has(other))
        refuse(`The rule "${name}" names {${other}}, and there is none. Write it, or mend the name.`);
  }
  return rules;

  function oneOf(pieces: readonly Piece[]): Piece {
    places += 1;
    return pieces.length === 1 ? pieces[0]! : { kind: 'one-of', pieces, place: places };
  }

  function wayOf(line: string, name: string): Piece {
    let at = 0;
    const whole = all(false);
    if (at < line.length) refuse(`In the rule "${name}" a bracket closes that was not opened: ${line}`);
    return whole;

    // Reads up to the end, or inside of brackets up to `|` or `]`.
    function all(inside: boolean): Piece {
      const pieces: Piece[] = [];
      let plain = '';
      const keep = (piece?: Piece): void => {
        if (plain !== '') pieces.push(plain);
        plain = '';
        if (piece !== undefined) pieces.push(piece);
      };
      while (at < line.length) {
        const sign = line[at]!;
        if (inside && (sign === '|' || sign === ']')) break;
        if (sign === ']') break;
        if (sign === '[') keep(choice());
        else if (sign === '{') keep({ kind: 'rule', name: upTo('}') });
        else if (sign === '<') keep({ kind: 'value', name: upTo('>') });
        else {
          plain += sign;
          at += 1;
        }
      }
      keep();
      return pieces.length === 1 ? pieces[0]! : { kind: 'all', pieces };
    }

    function choice(): Piece {
      const ways: Piece[] = [];
      do {
        at += 1;
        ways.push(all(true));
      } while (line[at] === '|');
      if (line[at] !== ']') refuse(`In the rule "${name}" a bracket isn't closed: ${line}`);
      at += 1;
      return oneOf(ways);
    }

    function upTo(end: string): string {
      const to = line.indexOf(end, at);
      if (to < 0) refuse(`In the rule "${name}" a ${end} is missing: ${line}`);
      const inner = line.slice(at + 1, to);
      at = to + 1;
      return inner;
    }
  }
}

function* rulesIn(piece: Piece): Generator<string> {
  if (typeof piece === 'string' || piece.kind === 'value') return;
  if (piece.kind === 'rule') yield piece.name;
  else for (const one of piece.pieces) yield* rulesIn(one);
}

function refuse(sentence: string): never {
  throw new Fault('wording-refused', 'malformed', sentence);
}
