// Fonts as packages bring them (WOFF, each table packed by itself) unpacked into the form that can be read at once: unpacked again
// for every letter, a page takes ten times as long.
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

const kept = new Map<string, Buffer>();

/** The font of a WOFF file as an sfnt file, unpacked once. */
export function unpackedFont(path: string): Buffer {
  const before = kept.get(path);
  if (before) return before;
  const font = unpacked(readFileSync(path));
  kept.set(path, font);
  return font;
}

// W3C, WOFF File Format 1.0: a header of 44 bytes, then 20 bytes for each table.
function unpacked(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('A font file is not WOFF.');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, nth) => {
    const at = 44 + nth * 20;
    const [from, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const bytes = woff.subarray(from, from + packed);
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      bytes: packed < length ? inflateSync(bytes) : bytes,
    };
  });
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + count * 16);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  const parts: Buffer[] = [head];
  let at = head.length;
  for (const [nth, { tag, checksum, bytes }] of tables.entries()) {
    const entry = 12 + nth * 16;
    tag.copy(head, entry);
    head.writeUInt32BE(checksum, entry + 4);
    head.writeUInt32BE(at, entry + 8);
    head.writeUInt32BE(bytes.length, entry + 12);
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
    parts.push(bytes, padding);
    at += bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}
