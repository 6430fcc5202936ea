// The text of a file, in whatever encoding it was saved.

export type Decoded = { readonly text: string; readonly warning?: string } | { readonly refused: string };

/** UTF-8 with or without a mark, UTF-16 with one, else Western European (said, since letters may come out wrong). */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  if (bytes.subarray(0, 4096).includes(0)) {
    return { refused: 'Save it again as UTF-8 text: it holds bytes that no text has.' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      warning: 'Not saved as UTF-8, so it was read as Western European text: check accented letters.',
    };
  }
}
