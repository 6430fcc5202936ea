// Files of a judge's file read as text and JSON, and said to be wrong where they can't be.
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { ZipFile } from './zip.core.ts';

/** Says what is wrong with a file, and where in it. */
export type Say = (file: string, sentence: string, where?: string) => void;

/** What can't be read since something is missing in it is wrong too, whatever it is. */
export function guarded(file: string, say: Say, check: () => void): void {
  try {
    check();
  } catch {
    say(file, 'Its form is not the form of such a file: something in it was taken out or changed.');
  }
}

/** What is read, or something else where it can't be. */
export function tried<T>(read: () => T, other: T): T {
  try {
    return read();
  } catch {
    return other;
  }
}

export const fileIn = (files: readonly ZipFile[], name: string): ZipFile | undefined =>
  files.find((one) => one.name === name);

export function textIn(files: readonly ZipFile[], name: string): string | null {
  const file = fileIn(files, name);
  return file ? new TextDecoder().decode(file.bytes) : null;
}

/** The value of a file that is JSON in its one form; null where it isn't JSON. */
export function jsonIn<T>(files: readonly ZipFile[], name: string, say: Say): T | null {
  const text = textIn(files, name);
  if (text === null) return null;
  const value = tried<unknown>(() => JSON.parse(text), undefined);
  if (typeof value !== 'object' || value === null) {
    say(name, 'It can’t be read: it isn’t JSON any more.');
    return null;
  }
  if (tried(() => canonicalJson(value), '') !== text)
    say(name, 'It is not written in the one form that it was sealed in.');
  return value as T;
}
