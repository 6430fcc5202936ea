// The numbers in placeholders: the same value has the same number within a contact, a part of a name the number of the
// name it is part of. Values are held as keyed digests only. Numbers that stand in the text already are never given again.
import type { RedactedKind } from './spans.core.ts';

const standing = /\[(CARD|CARD CODE|ID|BIRTH DATE|EMAIL|PHONE|ADDRESS|PASSWORD|GATE CODE|NAME) (\d{1,4})\]/g;

export class Placeholders {
  private readonly digest: (value: string) => string;
  private readonly next = new Map<string, number>();
  private readonly numbers = new Map<string, number>();
  private readonly persons: { number: number; parts: Set<string> }[] = [];

  /**
   * @param digest a keyed digest, one-way
   * @param texts all texts of the contact, which may hold placeholders already
   */
  constructor(digest: (value: string) => string, texts: readonly string[]) {
    this.digest = digest;
    for (const text of texts) {
      for (const [, kind, number] of text.matchAll(standing))
        this.next.set(kind!, Math.max(this.next.get(kind!) ?? 1, Number(number) + 1));
    }
  }

  /** The placeholder of a value, e.g. `[PHONE 2]`. */
  of(kind: RedactedKind, value: string): string {
    const word = kind.toUpperCase();
    const number = kind === 'name' ? this.person(value) : this.known(word, this.digest(`${kind}\u001f${value}`));
    return `[${word} ${number}]`;
  }

  private known(word: string, digest: string): number {
    const number = this.numbers.get(digest) ?? this.fresh(word);
    this.numbers.set(digest, number);
    return number;
  }

  private fresh(word: string): number {
    const number = this.next.get(word) ?? 1;
    this.next.set(word, number + 1);
    return number;
  }

  // "Dana" after "Dana Whitfield" is the same person, and the other way round; "Joe Whitfield" is another.
  private person(value: string): number {
    const parts = value.split(' ').map((part) => this.digest(`name\u001f${part}`));
    const same = this.persons.find(
      (person) =>
        parts.every((part) => person.parts.has(part)) || [...person.parts].every((part) => parts.includes(part)),
    );
    if (same) {
      for (const part of parts) same.parts.add(part);
      return same.number;
    }
    const number = this.fresh('NAME');
    this.persons.push({ number, parts: new Set(parts) });
    return number;
  }
}
