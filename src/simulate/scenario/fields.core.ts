// The fields of one block of a scenario's file: read with their place, so that every error names where it stands, and
// a name that nothing reads is said rather than passed over.
import type { FaultDetail } from '../../kernel/fault.ts';
import { nearest } from '../../record/nearest.core.ts';

export class Fields {
  readonly #at: string;
  readonly #errors: FaultDetail[];
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #read = new Set<string>();

  constructor(value: unknown, at: string, errors: FaultDetail[]) {
    this.#at = at;
    this.#errors = errors;
    const fits = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!fits && value !== undefined && value !== null) this.#wrong('', 'Expected a block of fields here.');
    this.#values = fits ? (value as Record<string, unknown>) : {};
  }

  value(name: string): unknown {
    this.#read.add(name);
    return this.#values[name];
  }

  block(name: string): Fields {
    return new Fields(this.value(name), `${this.#at}/${name}`, this.#errors);
  }

  text(name: string, usual: string): string {
    const value = this.value(name);
    if (value === undefined) return usual;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.#wrong(`/${name}`, 'Expected words.');
    return usual;
  }

  flag(name: string): boolean {
    const value = this.value(name);
    if (value !== undefined && typeof value !== 'boolean') this.#wrong(`/${name}`, 'Expected true or false.');
    return value === true;
  }

  number(name: string, usual: number, least: number, most: number): number {
    return this.range(name, [usual, least, most])[0];
  }

  /** One number, or `[low, high]` to be drawn from. */
  range(
    name: string,
    [usual, least, most, whole]: readonly [number, number, number, 'whole'?],
  ): readonly [low: number, high: number] {
    const value = this.value(name);
    if (value === undefined) return [usual, usual];
    const ends: readonly unknown[] = Array.isArray(value) ? value : [value, value];
    const [low, high] = ends;
    const fits = (one: unknown): one is number =>
      typeof one === 'number' && one >= least && one <= most && (whole === undefined || Number.isInteger(one));
    if (ends.length === 2 && fits(low) && fits(high) && low <= high) return [low, high];
    const kind = whole === undefined ? 'a number' : 'a whole number';
    this.#wrong(`/${name}`, `Expected ${kind} from ${least} to ${most}, or a range of them: [low, high].`);
    return [usual, usual];
  }

  list(name: string): readonly string[] {
    const value = this.value(name);
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value as string[];
    this.#wrong(`/${name}`, 'Expected a list of words.');
    return [];
  }

  /** A list of names, each one of `known`. */
  names(name: string, known: readonly string[]): readonly string[] {
    const found = this.list(name);
    const strange = found.filter((one) => !known.includes(one));
    if (strange.length > 0) {
      const said = strange.map((one) => {
        const close = nearest(one, known);
        return close === null ? one : `${one} (did you mean ${close}?)`;
      });
      this.#wrong(`/${name}`, `Not known here: ${said.join(', ')}. What is known: customary simulate --list.`);
    }
    return found;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T {
    const found = allowed.find((one) => one === this.value(name));
    if (found === undefined) this.#wrong(`/${name}`, `Expected one of: ${allowed.join(', ')}.`);
    return found ?? allowed[0]!;
  }

  /** Names that nothing has read are said: a slip of the pen would else change nothing, unseen. */
  nothingElse(): void {
    const unread = Object.keys(this.#values).filter((name) => !this.#read.has(name));
    for (const name of unread) {
      const close = nearest(name, [...this.#read]);
      this.#wrong(
        `/${name}`,
        `No scenario says this${close === null ? '' : ` (did you mean ${close}?)`}; correct the name or take it out.`,
      );
    }
  }

  #wrong(pointer: string, detail: string): void {
    this.#errors.push({ pointer: `${this.#at}${pointer}` || '/', detail });
  }
}
