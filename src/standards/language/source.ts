// A YAML document with places: reads maps, lists and texts out of it and collects what is wrong, each with line and column.
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { PackError, Place } from '../pack.core.ts';
import { nearest } from './nearest.ts';

/** No text that somebody wrote by hand is longer, and no name: what is told of a mistake may show it whole. */
const longestText = 100_000;
export const longestName = 100;
const longestKey = 200;

export interface Entry {
  readonly key: string;
  readonly at: Place;
  readonly value: Node | null;
}

const otherwise = 'Quote the text, or check the indentation: two spaces a level.';
const knownMistakes: Readonly<Record<string, readonly [what: string, write: string]>> = {
  DUPLICATE_KEY: ['The same key stands twice here.', 'Keep one of them.'],
  MULTIPLE_DOCS: ['A second document begins here.', 'Take the line "---" out, or make two files.'],
};

export class Source {
  readonly file: string;
  readonly errors: PackError[] = [];
  readonly root: Node | null;
  private readonly lines: readonly string[];
  private readonly counter = new LineCounter();

  constructor(file: string, text: string) {
    this.file = file;
    this.lines = text.split(/\r?\n/);
    const document = parseDocument(text, { lineCounter: this.counter, prettyErrors: false, uniqueKeys: true });
    for (const error of document.errors) {
      const said = `This is not YAML: ${error.message.split('\n')[0]!.replace(/\.?$/, '.')}`;
      const [what, write] = knownMistakes[error.code] ?? [said, otherwise];
      this.report(this.placeAt(error.pos[0]), what, write);
    }
    this.root = document.contents;
  }

  /** Notes an error; `shift` moves the caret to the right, into a text. */
  report(place: Place, what: string, write: string, shift = 0): void {
    const source = this.lines[place.line - 1];
    this.errors.push({
      file: this.file,
      line: place.line,
      column: place.column + shift,
      what,
      write,
      ...(source === undefined ? {} : { source }),
    });
  }

  placeOf(node: unknown): Place {
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    return this.placeAt(range?.[0] ?? 0);
  }

  /** The pairs of a map whose keys are all among `known` (any key where null); reports what isn't. Null where it is no map. */
  entries(node: Node | null, what: string, known: readonly string[] | null): Entry[] | null {
    if (!isMap(node)) {
      this.report(
        this.placeOf(node),
        `${what} should be a map of keys and values.`,
        known ? `Write "key: value" lines with ${known.slice(0, 6).join(', ')}.` : 'Write "name: ..." lines.',
      );
      return null;
    }
    const entries: Entry[] = [];
    for (const pair of (node as YAMLMap).items as Pair<Node, Node | null>[]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const at = this.placeOf(pair.key);
      if (key.length > longestKey) {
        this.report(at, `This name has ${key.length} characters.`, `Write at most ${longestKey}.`);
        continue;
      }
      if (known && !known.includes(key)) {
        const meant = nearest(key, known);
        this.report(
          at,
          `${what} knows no "${key}".`,
          meant ? `Write "${meant}".` : `Write one of ${known.join(', ')}.`,
        );
        continue;
      }
      entries.push({ key, at, value: pair.value });
    }
    return entries;
  }

  /** The items of a list; a single value counts as a list of one where `single` is set. Null where it is neither. */
  items(node: Node | null, what: string, single = false): (Node | null)[] | null {
    if (isSeq(node)) return node.items as (Node | null)[];
    if (single && isScalar(node)) return [node];
    this.report(this.placeOf(node), `${what} should be a list.`, 'Write [one, two], or lines that start with "- ".');
    return null;
  }

  /** A text (numbers and yes/no as they were written); null, reported, where it is something else or empty. */
  text(node: Node | null, what: string): string | null {
    if (isAlias(node)) {
      this.report(this.placeOf(node), 'Aliases (*name) are not used in packs.', 'Write the text itself.');
      return null;
    }
    const value = isScalar(node) ? written(node) : null;
    if (value === null || value.trim() === '') {
      this.report(
        this.placeOf(node),
        `${what} should be a text.`,
        'Write it on one line, in quotes where it holds ": " or starts with a bracket, *, ! or &.',
      );
      return null;
    }
    if (value.length > longestText) {
      this.report(
        this.placeOf(node),
        `This text has ${value.length} characters.`,
        `Write at most ${longestText}: several phrases do what one long one does.`,
      );
      return null;
    }
    return value.trim();
  }

  isList(node: Node | null): boolean {
    return isSeq(node);
  }

  flag(node: Node | null, what: string): boolean {
    const value = isScalar(node) ? node.value : null;
    if (value === true || value === 'yes') return true;
    if (value !== false && value !== 'no') this.report(this.placeOf(node), `${what} is yes or no.`, 'Write yes.');
    return false;
  }

  /** One of some words; null, reported with the nearest, where it is none of them. */
  oneOf<Word extends string>(node: Node | null, what: string, words: readonly Word[]): Word | null {
    const text = this.text(node, what);
    if (text === null) return null;
    if ((words as readonly string[]).includes(text)) return text as Word;
    const meant = nearest(text, words);
    this.report(
      this.placeOf(node),
      `${what} can't be "${text}".`,
      meant ? `Write "${meant}".` : `Write one of ${words.join(', ')}.`,
    );
    return null;
  }

  /** A list of some words, or one of them alone. */
  manyOf<Word extends string>(node: Node | null, what: string, words: readonly Word[]): Word[] {
    const found: Word[] = [];
    for (const item of this.items(node, what, true) ?? []) {
      const word = this.oneOf(item, what, words);
      if (word !== null) found.push(word);
    }
    return found;
  }

  private placeAt(offset: number): Place {
    const at = this.counter.linePos(offset);
    return { line: Math.max(1, at.line), column: Math.max(1, at.col) };
  }
}

/** A scalar as it was written: `1.0` stays "1.0", `yes` stays "yes". */
export function written(node: Scalar): string {
  return node.source ?? (typeof node.value === 'string' ? node.value : '');
}
