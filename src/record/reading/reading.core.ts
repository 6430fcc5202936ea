// A version as a reader sees it: what changed since the one they read last, lit word by word, and the whole text below.
import type { Clause } from '../../documents/document.core.ts';
import { type Piece, wordsChanged } from '../../documents/versions/words.core.ts';

export interface ReadPart {
  readonly id: string;
  readonly text: string;
  /** `new` and `changed` against the version that was read last; null where none was. */
  readonly since: 'new' | 'changed' | 'same' | null;
  /** Of what changed: the words kept, added and taken out. */
  readonly pieces: readonly Piece[];
}

export interface ReadParts {
  readonly parts: readonly ReadPart[];
  /** Parts that the version read last had, and this one has no more. */
  readonly gone: readonly { readonly id: string; readonly text: string }[];
}

type Part = Pick<Clause, 'id' | 'text'>;

/** @param before parts of the version that was read last; null where none was */
export function partsSince(before: readonly Part[] | null, now: readonly Part[]): ReadParts {
  if (before === null) return { parts: now.map(({ id, text }) => ({ id, text, since: null, pieces: [] })), gone: [] };
  const old = new Map(before.map((one) => [one.id, one.text]));
  const ids = new Set(now.map((one) => one.id));
  return {
    parts: now.map(({ id, text }) => {
      const was = old.get(id);
      if (was === undefined) return { id, text, since: 'new', pieces: [] };
      return was === text
        ? { id, text, since: 'same', pieces: [] }
        : { id, text, since: 'changed', pieces: wordsChanged(was, text) };
    }),
    gone: before.filter((one) => !ids.has(one.id)).map(({ id, text }) => ({ id, text })),
  };
}
