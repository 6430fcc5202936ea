// The first bytes of a stream, to recognise it by, without losing them.

/** Takes at least `length` bytes (fewer where the stream ends) and gives them back with the whole stream, first bytes included. */
export async function byteHead(
  bytes: AsyncIterable<Uint8Array>,
  length: number,
): Promise<{ head: Buffer; all: AsyncGenerator<Uint8Array>; ended: boolean }> {
  const source = bytes[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < length && !ended) {
    const next = await source.next();
    if (next.done) ended = true;
    else {
      taken.push(next.value);
      size += next.value.length;
    }
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    try {
      // Not one by one off the front: each time all others would move up.
      for (const one of taken) yield one;
      taken.length = 0;
      while (!ended) {
        const next = await source.next();
        if (next.done) ended = true;
        else yield next.value;
      }
    } finally {
      if (!ended) await source.return?.();
    }
  };
  return { head: Buffer.concat(taken), all: all(), ended };
}
