// Looking into parsed JSON without trusting its shape.

export type Json = null | boolean | number | string | readonly Json[] | JsonRecord;
export interface JsonRecord {
  readonly [key: string]: Json;
}

export function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys, or undefined where any step is missing. */
export function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let here = value;
  for (const key of path) {
    if (!isRecord(here) || !Object.hasOwn(here, key)) return undefined;
    here = here[key];
  }
  return here;
}

/** The first of the keys that holds text (or a number, as text); empty text does not count. */
export function textAt(value: Json | undefined, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const found = at(value, key);
    if (typeof found === 'string' && found.trim() !== '') return found;
    if (typeof found === 'number') return String(found);
  }
  return undefined;
}

/** The first of the keys that holds a finite number, also one written as text. */
export function numberAt(value: Json | undefined, ...keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const found = at(value, key);
    const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
  }
  return undefined;
}

/** The records of a list at a path; anything else in it is left out. */
export function recordsAt(value: Json | undefined, ...path: readonly string[]): readonly JsonRecord[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found.filter((one: Json) => isRecord(one)) : [];
}
