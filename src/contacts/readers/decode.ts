// Bytes to text in one pass: UTF-8, UTF-16 (with or without a mark), or Windows-1252 where bytes are no UTF-8. Control
// characters that no format needs are dropped on the way; what was found is told through `onFound`.
/* oxlint-disable no-control-regex -- control characters are what this file looks for */
import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  encoding?: Encoding;
  /** Bytes in a UTF-8 file that are none. */
  damaged?: boolean;
  controls?: boolean;
}

// 0x80 to 0x9f of Windows-1252; done here because some releases of Node read that encoding as Latin-1.
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
// ESC and BEL stay: a terminal's whole sequence is only seen, and dropped, where the text stands in one piece.
const control = /[\u0000-\u0006\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f]/;
const controls = new RegExp(control.source, 'g');

/** Guesses from the first bytes: a byte order mark, or every second byte nought; else UTF-8, which is checked as it goes. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const seen = Math.min(head.length & ~1, 1024);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < seen; i += 2) {
    if (head[i] === 0) even += 1;
    if (head[i + 1] === 0) odd += 1;
  }
  const pairs = seen / 2;
  if (pairs >= 2 && odd > pairs * 0.6 && even < pairs * 0.1) return 'utf-16le';
  return pairs >= 2 && even > pairs * 0.6 && odd < pairs * 0.1 ? 'utf-16be' : 'utf-8';
}

/** Decodes chunks to text without a byte order mark. Never fails: bytes that fit nothing become U+FFFD and are told. */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  found: Decoded,
): AsyncGenerator<string> {
  found.encoding = encoding;
  const decode = encoding === 'utf-8' ? utf8Decoder(found) : utf16Decoder(encoding === 'utf-16be');
  let first = true;
  const tidy = (raw: string): string => {
    let text = raw;
    if (first && text !== '') {
      first = false;
      if (text.startsWith('\ufeff')) text = text.slice(1);
    }
    if (!control.test(text)) return text;
    found.controls = true;
    return text.replace(controls, '');
  };
  for await (const chunk of chunks) {
    const text = tidy(decode(chunk, false));
    if (text !== '') yield text;
  }
  const rest = tidy(decode(new Uint8Array(), true));
  if (rest !== '') yield rest;
}

type Decode = (chunk: Uint8Array, last: boolean) => string;

function utf8Decoder(found: Decoded): Decode {
  let carry = Buffer.alloc(0);
  let sawMultibyte = false;
  return (chunk, last) => {
    const bytes =
      carry.length > 0 ? Buffer.concat([carry, chunk]) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (found.encoding === 'windows-1252') return latin(bytes);
    const whole = last ? bytes.length : completeLength(bytes);
    const body = bytes.subarray(0, whole);
    carry = Buffer.from(bytes.subarray(whole));
    if (isUtf8(body)) {
      const text = body.toString('utf8');
      if (text.length !== body.length) sawMultibyte = true;
      return text;
    }
    // One damaged byte late in a UTF-8 file must not turn the rest of it into another encoding.
    if (sawMultibyte || looksUtf8(body)) {
      found.damaged = true;
      return body.toString('utf8');
    }
    found.encoding = 'windows-1252';
    carry = Buffer.alloc(0);
    return latin(bytes);
  };
}

/** More of the bytes past ASCII belong to valid UTF-8 pairs than not. */
function looksUtf8(bytes: Buffer): boolean {
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high += 1;
  const lost = bytes.toString('utf8').split('\ufffd').length - 1;
  return lost < high / 3;
}

function latin(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (char) => upper[char.charCodeAt(0) - 0x80]!);
}

// The last lead byte and what must follow it; at most three bytes wait for the next chunk.
function completeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function utf16Decoder(bigEndian: boolean): Decode {
  let carry = Buffer.alloc(0);
  return (chunk) => {
    const bytes = Buffer.concat([carry, chunk]);
    const whole = bytes.length & ~1;
    carry = Buffer.from(bytes.subarray(whole));
    const body = Buffer.from(bytes.subarray(0, whole));
    return (bigEndian ? body.swap16() : body).toString('utf16le');
  };
}
