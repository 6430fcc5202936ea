// What a file is, by its first bytes. Endings of names are never looked at.

export type BinaryKind =
  | 'zip'
  | 'gzip'
  | 'tar'
  | 'audio'
  | 'video'
  | 'pdf'
  | 'image'
  | 'old-office'
  | 'packed'
  | 'rtf'
  | 'binary';

const ascii = (head: Uint8Array, at: number, text: string): boolean =>
  head.length >= at + text.length &&
  Buffer.from(head.buffer, head.byteOffset + at, text.length).equals(Buffer.from(text, 'latin1'));
const bytes = (head: Uint8Array, ...want: readonly number[]): boolean =>
  head.length >= want.length && want.every((byte, i) => head[i] === byte);

/** What telephones write photos as. */
const photoBrands = ['heic', 'heix', 'hevc', 'heim', 'mif1', 'msf1', 'avif'] as const;

/** The kind of a binary file, or null for what may be text. */
export function binaryKind(head: Uint8Array): BinaryKind | null {
  if (bytes(head, 0x50, 0x4b, 3, 4) || bytes(head, 0x50, 0x4b, 5, 6)) return 'zip';
  if (bytes(head, 0x1f, 0x8b)) return 'gzip';
  if (ascii(head, 257, 'ustar')) return 'tar';
  if (ascii(head, 0, '%PDF')) return 'pdf';
  if (bytes(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'old-office';
  if (ascii(head, 0, '{\\rtf')) return 'rtf';
  if (ascii(head, 0, 'RIFF')) return ascii(head, 8, 'WAVE') ? 'audio' : ascii(head, 8, 'WEBP') ? 'image' : 'video';
  if (
    ascii(head, 0, 'ID3') ||
    ascii(head, 0, 'OggS') ||
    ascii(head, 0, 'fLaC') ||
    ascii(head, 0, '#!AMR') ||
    ascii(head, 0, '.snd') ||
    ascii(head, 0, 'caff') ||
    // AAC in frames, and what Windows records.
    (head[0] === 0xff && (head[1]! & 0xf6) === 0xf0) ||
    bytes(head, 0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66) ||
    (ascii(head, 0, 'FORM') && ascii(head, 8, 'AIF'))
  )
    return 'audio';
  // An MPEG audio frame: eleven set bits, then a version, layer and bit rate that exist. FF FE is UTF-16's mark instead.
  if (
    head[0] === 0xff &&
    (head[1]! & 0xe0) === 0xe0 &&
    head[1] !== 0xfe &&
    head[1] !== 0xff &&
    (head[1]! & 0x06) !== 0 &&
    (head[2]! & 0xf0) !== 0xf0
  )
    return 'audio';
  if (ascii(head, 4, 'ftyp')) {
    if (photoBrands.some((brand) => ascii(head, 8, brand))) return 'image';
    return ascii(head, 8, 'M4A') || ascii(head, 8, 'M4B') ? 'audio' : 'video';
  }
  if (bytes(head, 0x1a, 0x45, 0xdf, 0xa3)) return 'video';
  if (
    bytes(head, 0x89, 0x50, 0x4e, 0x47) ||
    bytes(head, 0xff, 0xd8, 0xff) ||
    ascii(head, 0, 'GIF8') ||
    bytes(head, 0x49, 0x49, 0x2a, 0) ||
    bytes(head, 0x4d, 0x4d, 0, 0x2a) ||
    ascii(head, 0, '8BPS') ||
    // A bitmap says nothing in four bytes behind its length, where text has letters.
    (ascii(head, 0, 'BM') && head.length > 9 && head.subarray(6, 10).every((byte) => byte === 0))
  )
    return 'image';
  if (
    bytes(head, 0x37, 0x7a, 0xbc, 0xaf) ||
    ascii(head, 0, 'Rar!') ||
    ascii(head, 0, 'BZh') ||
    bytes(head, 0xfd, 0x37, 0x7a, 0x58) ||
    bytes(head, 0x28, 0xb5, 0x2f, 0xfd)
  )
    return 'packed';
  return null;
}

export const binaryAnswers: Readonly<
  Record<Exclude<BinaryKind, 'zip' | 'gzip' | 'tar'>, readonly [expected: string, remedy: string]>
> = {
  audio: [
    'a transcript; this is a recording',
    'Have it transcribed with speakers kept apart (two channels are best) and import the transcript beside it; recordings themselves are not read yet.',
  ],
  video: [
    'a transcript; this is a recording',
    'Have it transcribed with speakers kept apart and import the transcript; recordings themselves are not read yet.',
  ],
  pdf: ['text; this is a PDF', 'Export the contact as text, CSV or JSON from the program that made it.'],
  image: [
    'text; this is a picture',
    'Type the words into a text file, or export them from the program that shows them; what is seen on a photo can be entered by hand.',
  ],
  'old-office': [
    'a text file or an XLSX workbook; this is an old office file',
    'Open it and save it as XLSX, CSV or plain text.',
  ],
  rtf: ['plain text; this is rich text', 'Open it and save it as plain text.'],
  packed: ['a zip, tar or gzip archive; this one is packed another way', 'Unpack it and import the folder.'],
  binary: [
    'a transcript, a table or an archive; this file is none that is known',
    'Export the contact as text, CSV or JSON.',
  ],
};

export type TextKind = 'empty' | 'json' | 'json-lines' | 'webvtt' | 'srt' | 'html' | 'xml' | 'binary' | 'other';

/** The kind of a text by its first characters; whether a table or a transcript is for its readers to tell. */
export function textKind(head: string, isJsonLines: (head: string) => boolean): TextKind {
  const begin = head.trimStart();
  if (begin === '') return 'empty';
  if (/^WEBVTT(?:\s|$)/.test(begin)) return 'webvtt';
  if (/^(?:\d+\s*\r?\n\s*)?\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/.test(begin)) return 'srt';
  // "[00:12] Rep: ..." and "[Agent] ..." are transcripts, not arrays.
  if (
    /^(?:\{\s*["}]|\[\s*(?:[[{\]"]|-?\d+\s*[,\]]|(?:true|false|null)\b))/.test(begin) &&
    !/^\[\d[\d:. ]*\]/.test(begin)
  )
    return isJsonLines(head) ? 'json-lines' : 'json';
  if (/^<(?:!doctype html|html|head|body|table|div|p|span)\b/i.test(begin)) return 'html';
  if (/^<\?xml|^<[a-z][\w:-]*[ >/]/i.test(begin) && !/^<v[ .]/.test(begin)) return 'xml';
  const odd = begin.slice(0, 4_096).match(/\ufffd/g)?.length ?? 0;
  return odd > 40 ? 'binary' : 'other';
}
