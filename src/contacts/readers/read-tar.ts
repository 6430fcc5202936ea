// Tar archives as they stream by: nothing is spooled, and a member that is not wanted is passed over.
import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { BombError, bombAnswer, guarded, isNoise, isSystemError, refusedName, shownName } from './archive-member.ts';
import type { Budget } from './archive-member.ts';
import { reject } from './read-item.ts';
import type { Place, ReadItem } from './read-item.ts';
import type { ReadInside } from './read-zip.ts';

/** Reads every plain file of a tar with `inside`; links, devices and names that lead out are refused one by one. */
export async function* readTar(
  bytes: AsyncIterable<Uint8Array>,
  place: Place,
  budget: Budget,
  inside: ReadInside,
): AsyncGenerator<ReadItem> {
  const tar = extract();
  const source = Readable.from(bytes);
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  try {
    for await (const entry of tar) {
      const { name, type, size } = entry.header;
      const here: Place = { ...place, file: `${place.file}/${shownName(name)}` };
      const refused = refusedName(name);
      budget.membersLeft -= 1;
      if (budget.membersLeft < 0) throw new BombError('too many members');
      if (refused) yield reject({ ...place, file: `${place.file}/(member)` }, ...refused);
      else if (type === 'symlink' || type === 'link')
        yield reject(here, 'a file; this member is a link, and links are never followed', 'Pack the file itself.');
      else if (
        type !== 'file' &&
        type !== 'contiguous-file' &&
        type !== 'directory' &&
        type !== null &&
        type !== undefined
      )
        yield reject(here, 'a file; this member is a device or a pipe', 'Leave it out.');
      else if (type !== 'directory' && !isNoise(name)) {
        if ((size ?? 0) > budget.bytesLeft) throw new BombError('a member too large');
        const bytes = (entry as unknown as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
        yield* inside(
          here.file,
          guarded(leftOpen(bytes), () => size ?? 0, place.limits.archiveRatio, budget),
        );
        while ((await bytes.next()).done !== true);
      } else entry.resume();
    }
  } catch (error) {
    if (isSystemError(error)) throw error;
    yield error instanceof BombError
      ? reject(place, ...bombAnswer)
      : reject(
          place,
          'a whole tar archive',
          'It is damaged or cut off: pack it again; the members before the damage were read.',
        );
  } finally {
    tar.destroy();
    source.destroy();
  }
}

// A reader that stops inside a member would close the member's stream, and with it the whole archive.
async function* leftOpen(bytes: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let next = await bytes.next(); next.done !== true; next = await bytes.next()) yield next.value;
}
