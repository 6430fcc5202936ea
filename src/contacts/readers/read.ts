// The one way in: a stream of bytes, recognised by what is in it, read once and in flat memory into contacts, facts and
// rejects. Whatever the bytes are, it does not throw: only the source's own failure (a disk, a pipe) comes through.
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BombError, bombAnswer, guarded, isSystemError } from './archive-member.ts';
import type { Budget } from './archive-member.ts';
import { byteHead } from './byte-head.ts';
import { ChannelGuesses } from './channel-guess.ts';
import { fieldOfHeader } from './column-words.ts';
import { decodeText, encodingOf } from './decode.ts';
import type { Decoded } from './decode.ts';
import { sniffDelimiter } from './delimited.ts';
import { isJsonLines } from './json-values.ts';
import { readCaptions } from './captions.ts';
import { defaultLimits, reject, said } from './read-item.ts';
import type { Place, ReadItem, ReadOptions } from './read-item.ts';
import { readJson } from './read-json.ts';
import { isHeader, readDelimited } from './read-table.ts';
import { readTar } from './read-tar.ts';
import { readZip } from './read-zip.ts';
import { binaryAnswers, binaryKind, textKind } from './sniff.ts';
import { spooled } from './spool.ts';
import { linesOf } from './text-lines.ts';
import { countHeads } from './transcript-lines.ts';
import { readTranscripts } from './transcript-text.ts';

const headBytes = 64 * 1024;
// No line of speech is longer; a longer one is cut, and the rest of the file goes on.
const lineLength = 1024 * 1024;

export interface ReadInput {
  /** The path as it was given, relative; it becomes the contacts' `source.file`. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Where archives may be put while they are read. */
  readonly spoolDir: string;
  /** Where whoever reads stops before the end, and still wants to know what was guessed. */
  readonly guesses?: ChannelGuesses;
}

/** Reads one file, or an archive of them, to the end. */
export async function* readContacts(input: ReadInput, options: ReadOptions = {}): AsyncGenerator<ReadItem> {
  const limits = { ...defaultLimits, ...options.limits };
  const guesses = input.guesses ?? new ChannelGuesses();
  const place: Place = { file: input.name, spoolDir: input.spoolDir, options, limits, guesses };
  const budget: Budget = { bytesLeft: limits.archiveBytes, membersLeft: limits.archiveMembers };
  yield* readBytes(input.bytes, place, budget, { archives: 0, gzips: 0 });
  const sentence = place.guesses.sentence();
  if (sentence !== null) yield said(place, sentence);
}

interface Depth {
  readonly archives: number;
  readonly gzips: number;
}

async function* readBytes(
  bytes: AsyncIterable<Uint8Array>,
  place: Place,
  budget: Budget,
  depth: Depth,
): AsyncGenerator<ReadItem> {
  // What the source or a limit throws is for who gave the bytes; anything else is this file's, and costs this file only.
  let stopped: { readonly error: unknown } | null = null;
  const watched = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* bytes;
    } catch (error) {
      stopped = { error };
      throw error;
    }
  };
  try {
    yield* readKind(watched(), place, budget, depth);
  } catch (error) {
    if (stopped !== null || error instanceof BombError || isSystemError(error)) throw error;
    yield error instanceof RangeError
      ? reject(place, 'a file that is not nested too deep', 'Export it again with one plain record a contact.')
      : reject(place, 'a file as its tool writes it', 'It could not be read to its end: export it again, or as CSV.');
  }
}

async function* readKind(
  bytes: AsyncIterable<Uint8Array>,
  place: Place,
  budget: Budget,
  depth: Depth,
): AsyncGenerator<ReadItem> {
  const { head, all, ended } = await byteHead(bytes, headBytes);
  const kind = binaryKind(head);
  if (kind === 'zip' || kind === 'gzip' || kind === 'tar') {
    if (depth.archives >= place.limits.archiveDepth || depth.gzips >= place.limits.archiveDepth) {
      yield reject(
        place,
        // The wrapping that a folder travels in is allowed for in the limit, and none of the person's own archives.
        `archives at most ${Math.min(place.limits.archiveDepth, defaultLimits.archiveDepth)} deep`,
        'Unpack the outer archive and import what is inside.',
      );
      return;
    }
    const deeper: Depth = {
      archives: depth.archives + (kind === 'gzip' ? 0 : 1),
      gzips: depth.gzips + (kind === 'gzip' ? 1 : 0),
    };
    const inside = (name: string, inner: AsyncIterable<Uint8Array>): AsyncGenerator<ReadItem> =>
      readBytes(inner, { ...place, file: name }, budget, deeper);
    if (kind === 'zip') yield* spooled(all, place.spoolDir, (path) => readZip(path, place, budget, inside));
    else if (kind === 'tar') yield* readTar(all, place, budget, inside);
    else yield* readGzip(all, place, budget, inside);
    return;
  }
  if (kind !== null) yield reject(place, ...binaryAnswers[kind]);
  else yield* readText(head, all, ended, place);
}

async function* readGzip(
  bytes: AsyncIterable<Uint8Array>,
  place: Place,
  budget: Budget,
  inside: (name: string, inner: AsyncIterable<Uint8Array>) => AsyncGenerator<ReadItem>,
): AsyncGenerator<ReadItem> {
  let packed = 0;
  const source = Readable.from(
    (async function* () {
      for await (const chunk of bytes) {
        packed += chunk.length;
        yield chunk;
      }
    })(),
  );
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  // What was unpacked before a cut or damage is read to its end; then the damage is told.
  let damage: 'bomb' | 'broken' | null = null;
  const inner = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* guarded(gunzip, () => packed, place.limits.archiveRatio, budget);
    } catch (error) {
      damage = error instanceof BombError ? 'bomb' : 'broken';
    }
  };
  try {
    yield* inside(place.file, inner());
  } finally {
    gunzip.destroy();
    source.destroy();
  }
  if (damage === 'bomb') yield reject(place, ...bombAnswer);
  else if (damage !== null)
    yield reject(
      place,
      'a whole gzip file',
      'It is damaged or cut off: copy or pack it again; what stood before the damage was read.',
    );
}

async function* readText(
  head: Buffer,
  all: AsyncIterable<Uint8Array>,
  ended: boolean,
  place: Place,
): AsyncGenerator<ReadItem> {
  const encoding = encodingOf(head);
  const first = await headText(head.subarray(0, headBytes), encoding);
  const found: Decoded = {};
  if (first.text.trim() === '') {
    for await (const _ of all) if (!ended) break;
    yield reject(
      place,
      head.length === 0 ? 'a file with something in it; this one is empty' : 'text; this file has none',
      'Check that it was exported or copied in full.',
    );
    return;
  }
  if (looksBinary(head, encoding)) {
    yield reject(place, ...binaryAnswers.binary);
    return;
  }
  const longLines: number[] = [];
  const whole = ended && head.length <= headBytes;
  yield* readByText(first.text, decodeText(all, encoding, found), whole, place, longLines);
  if (found.encoding && found.encoding !== 'utf-8')
    yield said(place, `The file is written in ${encodingNames[found.encoding]} and was read as such.`);
  if (found.damaged) yield said(place, 'Some bytes of the file are no UTF-8; each was replaced by a sign.');
  if (found.controls) yield said(place, 'Control characters were dropped from the file.');
  if (longLines.length > 0)
    yield said(
      place,
      `Only the first million characters of line ${longLines[0]} were read: no line of speech is longer.`,
    );
}

const encodingNames = {
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Latin-1 / Windows-1252',
} as const;

async function headText(head: Buffer, encoding: ReturnType<typeof encodingOf>): Promise<{ text: string }> {
  let text = '';
  const once = async function* (): AsyncGenerator<Uint8Array> {
    yield head;
  };
  for await (const part of decodeText(once(), encoding, {})) text += part;
  return { text };
}

// Text may hold a stray NUL or two; more than one byte in thirty that no text has is something else.
function looksBinary(head: Buffer, encoding: ReturnType<typeof encodingOf>): boolean {
  if (encoding !== 'utf-8') return false;
  let odd = 0;
  for (let at = 0; at < head.length; at += 1) {
    const byte = head[at]!;
    if (byte < 32 && (byte < 9 || (byte > 13 && byte !== 27))) odd += 1;
  }
  return odd > Math.max(8, head.length / 30);
}

function readByText(
  head: string,
  text: AsyncIterable<string>,
  whole: boolean,
  place: Place,
  longLines: number[],
): AsyncGenerator<ReadItem> {
  const kind = textKind(head, isJsonLines);
  const lines = async function* (): ReturnType<typeof linesOf> {
    for await (const line of linesOf(text, lineLength)) {
      // The first one is told; a hostile file may have many.
      if (line.cut && longLines.length === 0) longLines.push(line.row);
      yield line;
    }
  };
  if (kind === 'json' || kind === 'json-lines') return readJson(text, kind === 'json-lines', place);
  if (kind === 'webvtt' || kind === 'srt') return readCaptions(lines(), place, kind);
  if (kind === 'html')
    return only(
      reject(
        place,
        'plain text; this is a web page',
        'Export the contact as text, CSV or JSON, or copy its words into a text file.',
      ),
    );
  if (kind === 'xml')
    return only(reject(place, 'text, CSV or JSON; this is XML', 'Export the contacts in one of these.'));
  if (kind === 'binary') return only(reject(place, ...binaryAnswers.binary));
  const delimiter = tableDelimiter(head, whole, place);
  return delimiter === null ? readTranscripts(lines(), place) : readDelimited(text, delimiter, place);
}

async function* only(item: ReadItem): AsyncGenerator<ReadItem> {
  yield item;
}

/** The delimiter where this is a table: its rows agree, and its lines don't read as speech with commas in it. */
function tableDelimiter(head: string, whole: boolean, place: Place): string | null {
  const sniffed = sniffDelimiter(head, whole);
  if (sniffed === null || sniffed.fits < 0.6) return null;
  const told = Object.keys(place.options.columns ?? {}).map((name) => name.toLowerCase());
  const named = sniffed.first.some((cell) => fieldOfHeader(cell) !== null || told.includes(cell.trim().toLowerCase()));
  const lines = head.split(/\r?\n/).slice(0, 60);
  const { heads, filled } = countHeads(lines.map((line) => line.trim()));
  const spoken = heads >= filled * 0.5;
  if (sniffed.delimiter === '\t') return spoken && !named ? null : '\t';
  // "Well, hello" has a blank behind its comma; the cells of a table seldom do.
  const prose = lines.filter((line) => line.includes(`${sniffed.delimiter} `)).length > filled * 0.6;
  const table = named
    ? sniffed.first.every((cell) => cell.length < 1_000)
    : isHeader(sniffed.first) && !prose && sniffed.fits >= 0.8;
  return table && !spoken ? sniffed.delimiter : null;
}
