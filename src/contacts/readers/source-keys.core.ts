// The keys by which facts that stand beside a contact find it.
import type { Source } from '../contact.core.ts';

/** Every key that a facts row may use for this contact, most specific first: its id, its path, its file's name with and without ending. Compare with `factsKey`. */
export function sourceKeys(source: Source): readonly string[] {
  const name = source.file.slice(source.file.lastIndexOf('/') + 1);
  const bare = name.replace(/\.[a-z0-9]{1,6}$/i, '');
  return [...new Set([source.originalId, source.file, name, bare].map(factsKey))];
}

/** A key as it is compared: no blanks around it, no case, forward slashes, no leading `./`. */
export function factsKey(key: string): string {
  return key
    .trim()
    .toLowerCase()
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+/, '');
}
