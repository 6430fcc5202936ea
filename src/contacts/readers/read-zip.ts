// Zip archives, and the workbooks that are zips inside: spooled, then each member as a stream.
import { stat } from 'node:fs/promises';
import { openPromise, validateFileName } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { BombError, bombAnswer, guarded, isNoise, isSystemError, refusedName, shownName } from './archive-member.ts';
import type { Budget } from './archive-member.ts';
import { readSheets } from './read-table.ts';
import { reject, said } from './read-item.ts';
import type { Place, ReadItem } from './read-item.ts';

export type ReadInside = (name: string, bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<ReadItem>;

/** Reads every member of a spooled zip with `inside`; workbooks and office documents are known by their members. */
export async function* readZip(
  path: string,
  place: Place,
  budget: Budget,
  inside: ReadInside,
): AsyncGenerator<ReadItem> {
  let zip: ZipFile;
  try {
    // Names are decoded here: one bad name must cost one member.
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
  } catch {
    yield reject(place, 'a whole zip archive', 'The archive is damaged or cut off: copy or pack it again.');
    return;
  }
  try {
    const entries: { entry: Entry; name: string }[] = [];
    let broken = false;
    try {
      for await (const entry of zip.eachEntry()) {
        if (entries.length >= budget.membersLeft) throw new BombError('too many members');
        entries.push({ entry, name: nameOf(entry) });
      }
    } catch (error) {
      if (error instanceof BombError) {
        yield reject(place, ...bombAnswer);
        return;
      }
      broken = true;
    }
    // An empty archive says nothing by itself, and one whose count of members was damaged to none looks the same.
    if (entries.length === 0 && !broken)
      yield reject(
        place,
        'a zip archive with files in it',
        'It is empty, or its list of members is damaged: pack it again.',
      );
    budget.membersLeft -= entries.length;
    const names = new Set(entries.map((one) => one.name));
    // Given a damaged list of members, the workbook's reader waits for ever.
    if (names.has('xl/workbook.xml') && broken) {
      yield reject(
        place,
        'a whole workbook (XLSX)',
        'It is damaged: open it in a spreadsheet program and save it again.',
      );
      return;
    }
    if (names.has('xl/workbook.xml')) yield* workbook(zip, entries, path, place, budget);
    else if (names.has('word/document.xml') || names.has('ppt/presentation.xml'))
      yield reject(
        place,
        'plain text; this is an office document',
        'Save it as plain text, or the table in it as XLSX or CSV.',
      );
    else for (const { entry, name } of entries) yield* member(zip, entry, name, place, budget, inside);
    if (broken)
      yield reject(
        place,
        'a whole zip archive; its list of members is damaged',
        'Pack it again; the members before the damage were read.',
      );
  } finally {
    zip.close();
  }
}

// UTF-8 where the flag says so or the bytes are; else code page 437 would be right, and Latin-1 does for a name that is only shown.
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw ?? (entry.fileName as unknown as Buffer);
  const utf8 = raw.toString('utf8');
  return utf8.includes('\ufffd') ? raw.toString('latin1') : utf8;
}

async function* member(
  zip: ZipFile,
  entry: Entry,
  name: string,
  place: Place,
  budget: Budget,
  inside: ReadInside,
): AsyncGenerator<ReadItem> {
  const here: Place = { ...place, file: `${place.file}/${shownName(name)}` };
  const refused =
    refusedName(name) ??
    (validateFileName(name.replaceAll('\\', '/')) === null
      ? null
      : (['a plain name inside the archive', 'Pack the files again with plain relative names.'] as const));
  if (refused) return yield reject({ ...place, file: `${place.file}/(member)` }, ...refused);
  // The high half of the attributes is the Unix mode where a Unix tool packed it.
  const mode = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (mode === 0o120000)
    return yield reject(
      here,
      'a file; this member is a symbolic link, and links are never followed',
      'Pack the file itself.',
    );
  if (mode !== 0 && mode !== 0o100000 && mode !== 0o040000)
    return yield reject(here, 'a file; this member is a device or a pipe', 'Leave it out.');
  if (isNoise(name)) return;
  if (entry.isEncrypted())
    return yield reject(
      here,
      'an open member; this one is encrypted',
      'Unpack it with its password and import the file.',
    );
  if (
    entry.uncompressedSize > budget.bytesLeft ||
    (entry.uncompressedSize > 16 * 1024 * 1024 &&
      entry.uncompressedSize > place.limits.archiveRatio * Math.max(1, entry.compressedSize))
  )
    return yield reject(here, ...bombAnswer);
  try {
    const stream = await zip.openReadStreamPromise(entry);
    yield* inside(
      here.file,
      guarded(stream, () => entry.compressedSize, place.limits.archiveRatio, budget),
    );
  } catch (error) {
    if (isSystemError(error)) throw error;
    yield error instanceof BombError
      ? reject(here, ...bombAnswer)
      : reject(here, 'a whole member', 'It is damaged: pack it again; the others were read.');
  }
}

async function* workbook(
  zip: ZipFile,
  entries: readonly { entry: Entry }[],
  path: string,
  place: Place,
  budget: Budget,
): AsyncGenerator<ReadItem> {
  // The workbook's reader inflates everything into memory, so everything is inflated once before, counted and let go; what it
  // then makes of it is limited where it is read.
  const most = Math.min(place.limits.workbookBytes, budget.bytesLeft);
  const total: Budget = { bytesLeft: most, membersLeft: 0 };
  const { size } = await stat(path);
  try {
    for (const { entry } of entries) {
      if (entry.uncompressedSize > total.bytesLeft) throw new BombError('a workbook too large');
      for await (const _ of guarded(
        await zip.openReadStreamPromise(entry),
        () => entry.compressedSize,
        place.limits.archiveRatio,
        total,
      ))
        if (total.bytesLeft < 0) break;
    }
  } catch (error) {
    yield error instanceof BombError
      ? reject(
          place,
          `a workbook of at most ${Math.round(place.limits.workbookBytes / 2 ** 20)} MiB`,
          'Export the sheet as CSV: that is read in any size.',
        )
      : reject(place, 'a readable workbook (XLSX)', 'Open it in a spreadsheet program and save it again.');
    return;
  }
  if (size > 32 * 1024 * 1024)
    yield said(place, 'A large workbook: CSV of the same table is read faster and in less memory.');
  yield* readSheets(path, most - total.bytesLeft, place);
}
