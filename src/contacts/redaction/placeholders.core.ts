// The numbers in placeholders: the same value has the same number within a contact, a part of a name the number of the
// name it is part of. Values are held as keyed digests only. Numbers that stand in the text already are never given again.
import type { RedactedKind } from './spans.core.ts';

const standing = /\[(CARD|CARD CODE|ID|BIRTH DATE|EMAIL|PHONE|ADDRESS|PASSWORD|GATE CODE|NAME) (\d{1,4})\]/g;

interface Person {
  /** Given when the person is first met in the text. */
  number?: number;
  readonly parts: Set<string>;
}

// Bounds the work where a hostile text gives one first name a thousand last names.
const mostNamesakes = 16;

export class Placeholders {
  private readonly digest: (value: string) => string;
  private readonly next = new Map<string, number>();
  private readonly numbers = new Map<string, number>();
  private readonly persons = new Map<string, Person[]>();

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
    const parts = this.partsOf(value);
    const person = this.personOf(parts);
    person.number ??= this.fresh('NAME');
    return person.number;
  }

  /** Makes known that these words are one person's name, though none of them may be said. */
  introduce(value: string): void {
    this.personOf(this.partsOf(value));
  }

  private partsOf(value: string): string[] {
    return value.split(' ').map((part) => this.digest(`name\u001f${part}`));
  }

  private personOf(parts: readonly string[]): Person {
    const same = parts
      .flatMap((part) => this.persons.get(part)?.slice(0, mostNamesakes) ?? [])
      .find(
        (one) => parts.every((part) => one.parts.has(part)) || [...one.parts].every((part) => parts.includes(part)),
      );
    const person: Person = same ?? { parts: new Set<string>() };
    for (const part of parts) {
      if (person.parts.has(part)) continue;
      person.parts.add(part);
      const namesakes = this.persons.get(part);
      if (namesakes) namesakes.push(person);
      else this.persons.set(part, [person]);
    }
    return person;
  }
}
