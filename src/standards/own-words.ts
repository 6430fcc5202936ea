// The phrases of a cue in their own words: where one is only the name of another cue, that cue's phrases stand in its place.
import { findCue } from './engine/find-names.ts';
import type { Asked } from './in-words.ts';
import type { Cue, Pack, Phrase } from './pack.core.ts';

const onlyName = /^\{([a-z0-9/-]+)\}$/;

/** What a cue that `pack` names listens for. Undefined where there is none, or it is a situation's name. */
export function phrasesOf(packs: readonly Pack[], pack: Pack, name: string): string[] | undefined {
  const found = findCue(packs, pack, name);
  return found ? [...ownWords(packs, found.pack, found.cue.phrases, new Set([found.cue]))] : undefined;
}

/** How a form's question of `pack` is told. */
export function askedIn(packs: readonly Pack[], pack: Pack): Asked {
  return (phrase) => [...ownWords(packs, pack, [phrase], new Set())].join('" or "');
}

function* ownWords(
  packs: readonly Pack[],
  from: Pack,
  phrases: readonly Phrase[],
  seen: ReadonlySet<Cue>,
): Generator<string> {
  for (const { text } of phrases) {
    const name = onlyName.exec(text)?.[1];
    const found = name === undefined ? null : findCue(packs, from, name);
    if (found && !seen.has(found.cue))
      yield* ownWords(packs, found.pack, found.cue.phrases, new Set([...seen, found.cue]));
    else yield text;
  }
}
