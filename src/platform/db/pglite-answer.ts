// What an embedded database answers to a message, as bytes. PGlite's own ways to ask read every field of an answer besides,
// and keep them; an answer is read once, where it is wanted.
import type { PGlite } from '@electric-sql/pglite';

/** The whole answer to one message, in memory of its own. */
export async function wholeAnswer(pglite: PGlite, message: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  await pglite.execProtocolRawStream(message, {
    // The files are written by the time the database answers.
    syncToFs: false,
    onRawData: (part) => {
      // A view of the database's memory, which it uses again.
      parts.push(part.slice());
      length += part.length;
    },
  });
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
