// What stands around each word of a contact, as bits of 128: enough to tell in one step that a phrase can't stand there. Each place
// has a block of memory with what stands in the windows that end there, so that a window is known by how far away its bits lie.

/** How many words each window holds. */
export const sizes = [1, 2, 3, 4, 6, 12] as const;
export const widest = 12;

/** The bits of a window, or of a word. */
export const bitBytes = 16;
/** What stands in a block, by its offset: a window for each of `sizes`, then every bit, then the word's id. */
export const inBlock = { anything: bitBytes * sizes.length, id: bitBytes * (sizes.length + 1) } as const;
export const blockBytes = bitBytes * (sizes.length + 2);
/** The same as a power of two. */
export const blockShift: number = Math.log2(blockBytes);

/** From a word's block to the bits that read as every word. */
export const always: number = inBlock.anything;

/** From a word's block to the bits of the least window that holds so many words, before it or after it; `always` where none is as wide. */
export function windowOf(words: number, after: boolean): number {
  const window = sizes.findIndex((size) => size >= words);
  return window < 0 ? always : after ? afterOf(window) : beforeOf(window);
}

export const beforeOf = (window: number): number => bitBytes * window - blockBytes;
export const afterOf = (window: number): number => bitBytes * window + blockBytes * sizes[window]!;
