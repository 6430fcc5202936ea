// What stands beside a slot in its phrase, as far as it is words: it says whether a name is meant.
import type { PhraseNode } from '../pack.core.ts';
import { type SlotUse, tellsNames } from './slots.ts';

const mostNeighbours = 64;

/**
 * "<rep> (speaking|here)" as "<rep> speaking" or "<rep> here": what stands beside a name says whether it is one. Null where it
 * doesn't say so in one of them and not in another.
 */
export function besideName(parts: readonly PhraseNode[]): PhraseNode | null {
  for (const [at, part] of parts.entries()) {
    if (part.kind !== 'slot' || part.slot !== 'rep') continue;
    for (const beside of [at + 1, at - 1]) {
      const either = parts[beside];
      if (either?.kind !== 'either' || !tellsNames(literals(either), beside > at)) continue;
      const options = either.options.map((option): PhraseNode => ({ kind: 'row', parts: parts.with(beside, option) }));
      return { kind: 'either', options };
    }
  }
  return null;
}

/** The literal words before and behind a part of a row, as texts. */
export function neighbours(parts: readonly PhraseNode[], at: number): SlotUse {
  const run = (step: -1 | 1): string[] => {
    let texts = [''];
    for (let next = at + step; next >= 0 && next < parts.length; next += step) {
      const here = literals(parts[next]!);
      if (here.length === 0 || texts.length * here.length > mostNeighbours) break;
      texts = texts.flatMap((text) => here.map((one) => (step < 0 ? `${one} ${text}` : `${text} ${one}`).trim()));
    }
    return texts[0] === '' ? [] : texts.map((text) => text.toLowerCase());
  };
  // Only names ask for it.
  return {
    alone: false,
    get before() {
      return run(-1);
    },
    get behind() {
      return run(1);
    },
  };
}

// Every text that a part of words alone may be; none where it is more than that.
function literals(node: PhraseNode): string[] {
  if (node.kind === 'word') return [node.text];
  if (node.kind === 'either') {
    const options = node.options.map(literals);
    return options.some((texts) => texts.length === 0) ? [] : options.flat();
  }
  if (node.kind !== 'row') return [];
  return node.parts.reduce<string[]>(
    (texts, part) => texts.flatMap((text) => literals(part).map((one) => `${text} ${one}`.trim())),
    [''],
  );
}
