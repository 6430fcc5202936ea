// ZIP archives in one form only: files one after the other as they are, no compression, no times. The same files are always the same
// bytes, so that whoever opens one can tell a byte that was changed anywhere, in its headers too.

export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  // A loop over typed arrays: whole files go through it.
  for (let at = 0; at < bytes.length; at += 1) crc = (crc >>> 8) ^ crcTable[(crc ^ bytes[at]!) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}

const localHead = 30;
const listedHead = 46;
const endHead = 22;
/** 1 January 1980, the first day that an archive can name. */
const firstDay = 0x21;

/** The archive of some files, in their order. Names are plain ASCII. */
export function writeZip(files: readonly ZipFile[]): Uint8Array {
  const named = files.map(({ name, bytes }) => ({ name: new TextEncoder().encode(name), bytes, crc: crc32(bytes) }));
  const size = named.reduce(
    (sum, { name, bytes }) => sum + localHead + listedHead + name.length * 2 + bytes.length,
    endHead,
  );
  const archive = new Uint8Array(size);
  const view = new DataView(archive.buffer);
  let at = 0;
  const starts: number[] = [];
  for (const { name, bytes, crc } of named) {
    starts.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeCommon(view, at + 4, name.length, bytes.length, crc);
    archive.set(name, at + localHead);
    archive.set(bytes, at + localHead + name.length);
    at += localHead + name.length + bytes.length;
  }
  const listed = at;
  for (const [which, { name, bytes, crc }] of named.entries()) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    writeCommon(view, at + 6, name.length, bytes.length, crc);
    view.setUint32(at + 42, starts[which]!, true);
    archive.set(name, at + listedHead);
    at += listedHead + name.length;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, named.length, true);
  view.setUint16(at + 10, named.length, true);
  view.setUint32(at + 12, at - listed, true);
  view.setUint32(at + 16, listed, true);
  return archive;
}

/** What both of a file's headers hold: version, names in UTF-8, stored as it is, a day, checksum, sizes. */
function writeCommon(view: DataView, at: number, name: number, size: number, crc: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x0800, true);
  view.setUint16(at + 8, firstDay, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name, true);
}

/** The files of an archive that `writeZip` made, read by their own headers one after the other; null where the first is none. */
export function readZip(archive: Uint8Array): ZipFile[] | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const files: ZipFile[] = [];
  let at = 0;
  while (at + localHead <= archive.length && view.getUint32(at, true) === 0x04034b50) {
    const size = view.getUint32(at + 18, true);
    const named = view.getUint16(at + 26, true);
    const from = at + localHead + named + view.getUint16(at + 28, true);
    if (from + size > archive.length) break;
    files.push({
      name: new TextDecoder().decode(archive.subarray(at + localHead, at + localHead + named)),
      bytes: archive.slice(from, from + size),
    });
    at = from + size;
  }
  return files.length === 0 ? null : files;
}

/** Where two archives first differ, or null where they are the same. */
export function firstDifference(one: Uint8Array, other: Uint8Array): number | null {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at += 1) if (one[at] !== other[at]) return at;
  return one.length === other.length ? null : shorter;
}
