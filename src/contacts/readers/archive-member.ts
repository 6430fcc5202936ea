// What may be read from inside an archive. Members are read as streams and never written under their own names, so a name
// can do no harm; one that tries is refused all the same, because the archive is then not what it claims to be.
/* oxlint-disable no-control-regex -- control characters are what this file looks for */

/** Why a member of this name is refused, or null. */
export function refusedName(name: string): readonly [expected: string, remedy: string] | null {
  const remedy = 'Pack the files again with plain relative names.';
  if (name.includes('\0')) return ['a plain name inside the archive', remedy];
  if (/^(?:[/\\]|[a-z]:[/\\])/i.test(name)) return ['a relative name inside the archive; this one is absolute', remedy];
  if (name.split(/[/\\]/).includes('..')) return ['a name inside the archive; this one leads out of it', remedy];
  return null;
}

/** Members that tools add and nobody means: folders, hidden files, resource forks. */
export function isNoise(name: string): boolean {
  return name.endsWith('/') || name.split(/[/\\]/).some((part) => part.startsWith('.') || part === '__MACOSX');
}

/** The name as it may be shown: one line, no control characters. */
export function shownName(name: string): string {
  return name
    .replaceAll('\\', '/')
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .slice(0, 400);
}

/** What a bomb is stopped by: counted over the whole of what was given, also inside nested archives. */
export interface Budget {
  bytesLeft: number;
  membersLeft: number;
}

/** The member would expand past the limits. */
export class BombError extends Error {}

// Small members may pack very well (a log of one line): the ratio counts past these bytes.
const ratioFloor = 16 * 1024 * 1024;

/** The bytes of a member as they pass, stopped where they exceed the ratio to `packed` bytes or the budget. @throws BombError */
export async function* guarded(
  bytes: AsyncIterable<Uint8Array>,
  packed: () => number,
  ratio: number,
  budget: Budget,
): AsyncGenerator<Uint8Array> {
  let out = 0;
  for await (const chunk of bytes) {
    out += chunk.length;
    budget.bytesLeft -= chunk.length;
    if (budget.bytesLeft < 0 || (out > ratioFloor && out > ratio * Math.max(1, packed())))
      throw new BombError('an archive expands past its limits');
    yield chunk;
  }
}

export const bombAnswer = [
  'an archive that expands to a reasonable size; this one is built to fill memory or disk',
  'Import the unpacked files, or a smaller archive.',
] as const;

/** The machine's own failure (a full disk, a folder that went away): nothing that a file could be blamed for. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
