// What was heard in an encounter, as judging asks for it.
import type { CompiledPacks } from './compiled.core.ts';
import { Listening } from './listening.ts';
import type { Occurrence, Talk } from './talk.ts';

export interface Heard {
  /** Could a cue have been said? False is sure. */
  mayHear(cue: number): boolean;
  /** What was heard of a cue, in the order it was said; undefined where it was never heard. */
  said(cue: number): readonly Occurrence[] | undefined;
  /**
   * By cue, what was half heard: a phrase of at least three words with one of them missing, added or other. Only where a
   * recogniser wrote the words down; else empty.
   */
  readonly nearly: readonly (readonly Occurrence[] | undefined)[];
  /** The indexes of the form's answers whose question a cue matches; undefined where there is none. */
  answers(cue: number): readonly number[] | undefined;
}

/** What is heard in an encounter. Turns of `other` are passed over. Counts the words of each speaker into `talk`. */
export function scan(compiled: CompiledPacks, talk: Talk): Heard {
  return new Listening(compiled, talk, true);
}

/** The same as far as judging it asks: of a cue that is asked of one side alone, what the other side says isn't heard. */
export function scanToJudge(compiled: CompiledPacks, talk: Talk): Heard {
  return new Listening(compiled, talk, false);
}
