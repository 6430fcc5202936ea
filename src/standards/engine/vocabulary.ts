// Words as numbers. Every word that some phrase or table uses has an id; all others share a few ids that say only what
// kind of word they are.
import { everydayWords, functionWords } from './english-plain-words.ts';
import { months, ordinals, weekdays } from './english-numbers.ts';
import { endings, hesitations, spokenAs } from './english.ts';
import { numberWords, shapeOf, suffix } from './number-kinds.ts';
import { is, placeholderClasses, placeholderKinds } from './word-classes.ts';

/** What packs added to a vocabulary, as plain data. */
export interface KeptVocabulary {
  readonly texts: readonly string[];
  readonly classes: Int32Array;
  /** Ids of the words that are found by their letters. */
  readonly words: Int32Array;
  readonly numbers: ReadonlyMap<number, number>;
  readonly placeholders: ReadonlyMap<string, number>;
  readonly shapes: readonly (number | undefined)[];
  readonly labelled: ReadonlyMap<number, number>;
}

export class Vocabulary {
  readonly texts: string[] = [];
  readonly classes: number[] = [];
  /** What the word stands for, where it is a contraction: ids in order. */
  readonly expansions: (Int32Array | null)[] = [];
  readonly numberKinds: number[] = [];
  readonly numberValues: number[] = [];
  /** Hesitations: never a token. */
  readonly skipped: boolean[] = [];
  readonly special: Record<
    | 'start'
    | 'end'
    | 'other'
    | 'otherIng'
    | 'dollar'
    | 'pound'
    | 'euro'
    | 'percent'
    | 'and'
    | 'at'
    | 'by'
    | 'x'
    | 'am'
    | 'pm'
    | 'p'
    | 'a'
    | 'm'
    | 'not'
    | 'time'
    | 'date'
    | 'oh'
    | 'k',
    number
  >;
  private readonly ids = new Map<string, number>();
  private readonly numbers = new Map<number, number>();
  private readonly placeholders = new Map<string, number>();
  /** The ids of numbers that no phrase names, by how many figures they have and whether they can be an hour or a day. */
  private readonly shapes: (number | undefined)[] = Array.from({ length: 32 }, () => undefined);
  private readonly labelled = new Map<number, number>();
  private readonly days = new Map<number, number>();
  /** By id, 1 for a word that can't be part of a number, nor made something else by one before it; filled when it is closed. */
  idle: Uint8Array = new Uint8Array(0);
  private frozen = false;

  constructor() {
    const add = (text: string, classes = 0): number => this.add(text, classes);
    const plain = is.any | is.namelike | is.content;
    const start = this.addSpecial('^', 0);
    const end = this.addSpecial('$', 0);
    const other = this.addSpecial('*', plain);
    const otherIng = this.addSpecial('*ing', is.any | is.content);
    const time = this.addSpecial('#time', is.any | is.time);
    const date = this.addSpecial('#date', is.any | is.date);
    for (const word of everydayWords) add(word, is.any | is.content);
    for (const word of functionWords) this.classes[add(word)] = is.any;
    for (const word of hesitations) this.skipped[add(word)] = true;
    this.addNumberWords();
    for (const [index, word] of ordinals.entries())
      this.classes[add(word)] = index === 1 ? is.any | is.ordinal : is.any | is.content | is.ordinal;
    for (let day = 21; day <= 31; day++) {
      const id = add(`${day}${suffix(day)}`, is.any | is.ordinal);
      if (day !== 30) this.days.set(dayKey(day < 30 ? 20 : 30, this.ids.get(ordinals[(day % 10) - 1]!)!), id);
    }
    for (const word of months) add(word, is.any | is.namelike | is.content | is.month);
    add('may', is.any | is.month);
    for (const word of weekdays) add(word, is.any | is.weekday);
    this.special = {
      start,
      end,
      other,
      otherIng,
      time,
      date,
      dollar: add('dollar', is.any),
      pound: add('pound', is.any),
      euro: add('euro', is.any),
      percent: add('percent', is.any),
      and: add('and'),
      at: add('at'),
      by: add('by'),
      x: add('x', is.any),
      am: add('am'),
      pm: add('pm', is.any),
      p: add('p', is.any),
      a: add('a'),
      m: add('m', is.any),
      not: add('not'),
      oh: add('oh', is.any),
      k: add('k', is.any),
    };
    for (const [written, spoken] of Object.entries(spokenAs)) this.expand(written, spoken);
    for (const spoken of Object.values(endings)) add(spoken);
  }

  /** The id of a word, made where it is new. New words are neither common nor known: they may be names. */
  add(text: string, classes = is.any | (endsInIng(text) ? 0 : is.namelike) | is.content): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const id = this.addSpecial(text, classes);
    this.ids.set(text, id);
    return id;
  }

  /** The id of a number: its own where a phrase names it, else one shared by numbers of its size. */
  number(value: number, digits: number): number {
    return this.numbers.get(value) ?? this.numberShape(value, digits);
  }

  /** The id of a number that names something ("unit 105", "in 2019") and so is no sum. One that a phrase names keeps its own. */
  labelledNumber(id: number): number {
    return this.labelled.get(id) ?? id;
  }

  /** The id of the day that tens and an ordinal make, "twenty" and "first"; -1 where they make none. */
  dayOf(tens: number, ordinal: number): number {
    return this.days.get(dayKey(tens, ordinal)) ?? -1;
  }

  /** Gives a number that a phrase names an id of its own. */
  addNumber(value: number, digits: number): number {
    const known = this.numbers.get(value);
    if (known !== undefined) return known;
    const id = this.addSpecial(`#${value}`, this.classes[this.numberShape(value, digits)]!);
    this.numbers.set(value, id);
    return id;
  }

  /** The id of a placeholder such as [NAME 1] or XXXX, by what it stands for. */
  placeholder(kind: string): number {
    const known = this.placeholders.get(kind);
    if (known !== undefined) return known;
    const id = this.addSpecial(`[${kind}]`, is.any | placeholderClasses(kind));
    this.placeholders.set(kind, id);
    return id;
  }

  /** The id of a word that phrases or tables use, or -1. */
  find(text: string): number {
    return this.ids.get(text) ?? -1;
  }

  /** The id of a number: while phrases are compiled each gets one of its own. */
  numberFor(value: number, digits: number): number {
    return this.frozen ? this.number(value, digits) : this.addNumber(value, digits);
  }

  /** From here on new words are only looked up, so that marking one contact can't change the next. */
  freeze(): void {
    const closed = new Set(functionWords.filter((word) => word !== 'will' && word !== 'may'));
    for (const [word, id] of this.ids)
      if (!closed.has(word) && this.numberKinds[id]! <= 0 && !endsInIng(word)) this.classes[id]! |= is.nameable;
    this.classes[this.special.other]! |= is.nameable;
    for (let digits = 1; digits <= 8; digits++) for (const value of [1, 13, 40]) this.numberShape(value, digits);
    this.numberShape(0.5, 2);
    for (const kind of placeholderKinds) this.placeholder(kind);
    this.close();
  }

  /** All of it that can't be made anew without the packs. It must be closed. */
  kept(): KeptVocabulary {
    const { texts, classes, ids, numbers, placeholders, shapes, labelled } = this;
    return {
      texts,
      classes: Int32Array.from(classes),
      words: Int32Array.from(ids.values()),
      numbers,
      placeholders,
      shapes,
      labelled,
    };
  }

  /** The same vocabulary again, closed. */
  static of(kept: KeptVocabulary): Vocabulary {
    const vocabulary = new Vocabulary();
    const { texts, classes, ids, numbers, placeholders, shapes, labelled } = vocabulary;
    for (let id = vocabulary.size; id < kept.texts.length; id++) vocabulary.addSpecial(kept.texts[id]!, 0);
    for (const [id, bits] of kept.classes.entries()) classes[id] = bits;
    for (const id of kept.words) ids.set(texts[id]!, id);
    for (const [value, id] of kept.numbers) numbers.set(value, id);
    for (const [kind, id] of kept.placeholders) placeholders.set(kind, id);
    for (const [shape, id] of kept.shapes.entries()) shapes[shape] = id;
    for (const [id, other] of kept.labelled) labelled.set(id, other);
    vocabulary.close();
    return vocabulary;
  }

  private close(): void {
    const { x, p, a, oh } = this.special;
    this.idle = Uint8Array.from(this.texts, (_, id) =>
      this.numberKinds[id]! > 0 || (this.classes[id]! & (is.number | is.ordinal)) !== 0 || [x, p, a, oh].includes(id)
        ? 0
        : 1,
    );
    this.frozen = true;
  }

  /** While it isn't closed, words and numbers that are met get ids; afterwards unknown words share a few. */
  get closed(): boolean {
    return this.frozen;
  }

  get size(): number {
    return this.texts.length;
  }

  private addNumberWords(): void {
    for (const { word, kind, value } of numberWords()) {
      const id = value === undefined ? this.add(word) : this.add(word, is.any);
      this.numberKinds[id] = kind;
      if (value !== undefined) this.numberValues[id] = value;
    }
  }

  private addSpecial(text: string, classes: number): number {
    if (this.frozen) throw new Error('The vocabulary is closed.');
    this.texts.push(text);
    this.classes.push(classes);
    this.expansions.push(null);
    this.numberKinds.push(0);
    this.numberValues.push(0);
    this.skipped.push(false);
    return this.texts.length - 1;
  }

  private expand(written: string, spoken: string): void {
    if (written === spoken) return void this.add(written, is.any);
    const ids = spoken.split(' ').map((word) => this.add(word));
    this.expansions[this.add(written, is.any)] = Int32Array.from(ids);
  }

  private numberShape(value: number, digits: number): number {
    const { shape, classes } = shapeOf(value, digits);
    const known = this.shapes[shape];
    if (known !== undefined) return known;
    const id = this.addSpecial(`#shape ${shape}`, classes);
    this.shapes[shape] = id;
    this.labelled.set(id, this.addSpecial(`#shape ${shape} labelled`, classes & ~is.amount));
    return id;
  }
}

/** "going", but not "bring"; a name that ends so ("Sterling") is one only where nothing else could stand. */
const endsInIng = (text: string): boolean => text.length > 4 && text.endsWith('ing');

const dayKey = (tens: number, ordinal: number): number => ordinal * 2 + (tens === 30 ? 1 : 0);
