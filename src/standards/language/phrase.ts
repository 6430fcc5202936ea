// Phrases: the text an author writes under a cue, parsed into a tree. A bad phrase is refused with the position of the
// fault inside it, so that the error can put a caret there.
import type { Phrase, PhraseNode } from '../pack.core.ts';
import { PhraseFault, plainWord, spellOut } from './spelling.ts';

/** Slots an author may write; the recognisers behind them are in engine/slots.ts. */
export const slotNames = [
  'business',
  'site',
  'rep',
  'product',
  'customer',
  'name',
  'number',
  'money',
  'date',
  'time',
  'size',
  'phone',
  'email',
  'address',
  'id',
  'card',
] as const;

const mostGap = 9;
/** Brackets in brackets. No author writes ten; fifty thousand would exhaust whoever reads them. */
const deepest = 50;

/**
 * The tree of one phrase. `internal` also allows `#class`, which only the engine's own slots use.
 * @throws PhraseFault
 */
export function parsePhrase(text: string, internal = false): Pick<Phrase, 'node' | 'notNegated' | 'evenReported'> {
  let from = 0;
  let to = text.length;
  while (from < to && text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  // Marks of a phrase stand before it, in any order; "!" may stand behind it instead.
  let notNegated = false;
  let evenReported = false;
  for (; text[from] === '!' || text[from] === '>'; from++) {
    if (text[from] === '!') notNegated = true;
    else evenReported = true;
  }
  if (!notNegated && to > from && text[to - 1] === '!') {
    notNegated = true;
    to--;
  }
  if (text.slice(from, to).trim() === '')
    throw new PhraseFault(0, 'This phrase is empty.', 'Write the words somebody says, or take the line out.');
  refuseTooDeep(text);
  const node = new PhraseReader(text, from, to, internal).whole();
  return { node, notNegated, ...(evenReported ? { evenReported } : {}) };
}

function refuseTooDeep(text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    if (depth > deepest)
      throw new PhraseFault(
        at,
        `Brackets stand more than ${deepest} deep in each other.`,
        'Write the alternatives side by side, or as phrases of their own.',
      );
  }
}

class PhraseReader {
  private readonly text: string;
  private readonly to: number;
  private readonly internal: boolean;
  private at: number;

  constructor(text: string, from: number, to: number, internal: boolean) {
    this.text = text;
    this.at = from;
    this.to = to;
    this.internal = internal;
  }

  whole(): PhraseNode {
    const node = this.row();
    if (this.at < this.to) {
      if (this.text[this.at] === '|')
        throw new PhraseFault(this.at, '"|" stands outside brackets.', 'Write (this|that).');
      throw new PhraseFault(this.at, 'This ")" closes nothing.', 'Take it out, or write the "(" that it belongs to.');
    }
    return node;
  }

  private row(): PhraseNode {
    const parts: PhraseNode[] = [];
    for (;;) {
      while (this.at < this.to && this.text[this.at] === ' ') this.at++;
      if (this.at >= this.to || this.text[this.at] === '|' || this.text[this.at] === ')') break;
      this.chunk(parts);
    }
    return { kind: 'row', parts };
  }

  // A chunk runs to the next space outside brackets: `thank(s| you)` is one, and is spelled out as `thanks` and `thank you`.
  private chunk(parts: PhraseNode[]): void {
    const start = this.at;
    const here = this.text[start]!;
    if (this.text.startsWith('...', start) || here === '…') return void parts.push(this.gap());
    if (here === '<') return void parts.push(this.optional(this.slot()));
    if (here === '{') return void parts.push(this.optional(this.include()));
    if (this.internal && here === '#') return void parts.push(this.optional(this.wordClass()));
    if (here === '^') {
      this.at++;
      return void parts.push({ kind: 'edge', edge: 'start' });
    }
    const end = this.chunkEnd();
    if (here === '$' && end === start + 1) {
      this.at++;
      return void parts.push({ kind: 'edge', edge: 'end' });
    }
    const chunk = this.text.slice(start, end);
    if (!chunk.includes('(')) {
      this.at = end;
      return void parts.push(plainWord(chunk, start));
    }
    const close = here === '(' ? this.closing(start) : -1;
    if (close === end - 1 || (close === end - 2 && this.text[end - 1] === '?'))
      return void parts.push(this.optional(this.group()));
    this.at = end;
    const variants = spellOut(chunk, start);
    parts.push({ kind: 'either', options: variants.map((variant) => this.again(variant, start)) });
  }

  private again(variant: string, at: number): PhraseNode {
    try {
      return new PhraseReader(variant, 0, variant.length, this.internal).whole();
    } catch (error) {
      if (error instanceof PhraseFault) throw new PhraseFault(at, error.message, error.write);
      throw error;
    }
  }

  private group(): PhraseNode {
    const open = this.at++;
    const options: PhraseNode[] = [];
    for (;;) {
      const option = this.row();
      if (option.kind === 'row' && option.parts.length === 0) {
        throw new PhraseFault(
          this.at,
          'One of the alternatives is empty.',
          'Write (this|that)? for something that may be left out.',
        );
      }
      options.push(option);
      if (this.text[this.at] === '|') this.at++;
      else break;
    }
    if (this.at >= this.to || this.text[this.at] !== ')')
      throw new PhraseFault(open, 'This "(" is never closed.', 'Write the ")" that belongs to it.');
    this.at++;
    return { kind: 'either', options };
  }

  private optional(node: PhraseNode): PhraseNode {
    if (this.at < this.to && this.text[this.at] === '?') {
      this.at++;
      return { kind: 'maybe', part: node };
    }
    return node;
  }

  private gap(): PhraseNode {
    const start = this.at;
    this.at += this.text[start] === '…' ? 1 : 3;
    let digits = '';
    while (this.at < this.to && /\d/.test(this.text[this.at]!)) digits += this.text[this.at++];
    const most = digits === '' ? 3 : Number(digits);
    if (most < 1 || most > mostGap)
      throw new PhraseFault(
        start,
        `A gap of ${most} words is not possible.`,
        `Write ... for up to 3 words between, or ...1 to ...${mostGap}.`,
      );
    return { kind: 'gap', most };
  }

  private slot(): PhraseNode {
    const name = this.bracketed('>', 'slot', '<money>');
    if (name.text.startsWith('cue:')) return { kind: 'cue', name: name.text.slice(4) };
    if (!(slotNames as readonly string[]).includes(name.text)) {
      throw new PhraseFault(
        name.at,
        `There is no slot <${name.text}>.`,
        `Write one of ${slotNames.map((one) => `<${one}>`).join(' ')}.`,
      );
    }
    return { kind: 'slot', slot: name.text };
  }

  private include(): PhraseNode {
    return { kind: 'cue', name: this.bracketed('}', 'cue', '{greeting}').text };
  }

  private bracketed(close: string, what: string, example: string): { text: string; at: number } {
    const at = this.at;
    const end = this.text.indexOf(close, at);
    if (end < 0 || end >= this.to)
      throw new PhraseFault(at, `This ${what} is never closed with "${close}".`, `Write it like ${example}.`);
    this.at = end + 1;
    return { text: this.text.slice(at + 1, end).trim(), at };
  }

  private wordClass(): PhraseNode {
    const start = ++this.at;
    while (this.at < this.to && /[a-z0-9-]/.test(this.text[this.at]!)) this.at++;
    return { kind: 'class', name: this.text.slice(start, this.at) };
  }

  private chunkEnd(): number {
    let depth = 0;
    let end = this.at;
    for (; end < this.to; end++) {
      const letter = this.text[end]!;
      if (letter === '(') depth++;
      else if (letter === ')' && depth-- === 0) break;
      else if (
        depth === 0 &&
        (letter === ' ' ||
          letter === '|' ||
          (end > this.at && (letter === '<' || letter === '{' || this.text.startsWith('...', end))))
      )
        break;
    }
    if (depth > 0)
      throw new PhraseFault(
        this.text.indexOf('(', this.at),
        'This "(" is never closed.',
        'Write the ")" that belongs to it.',
      );
    return end;
  }

  private closing(open: number): number {
    let depth = 0;
    for (let at = open; at < this.to; at++) {
      if (this.text[at] === '(') depth++;
      else if (this.text[at] === ')' && --depth === 0) return at;
    }
    return -1;
  }
}
