// Plain text files: one transcript, or several with a ruled line or a "Call ID: 7" between them.
import { factsOf } from './facts-of.ts';
import type { Cell } from './facts-of.ts';
import { fieldOfHeader } from './column-words.ts';
import { baseName, makeDraft } from './make-draft.ts';
import type { NumberedLine } from './text-lines.ts';
import { reject } from './read-item.ts';
import type { Place, ReadItem } from './read-item.ts';
import { isSpeechLike } from './speech-like.ts';
import { countHeads, transcriptTurns } from './transcript-lines.ts';

const ruled =
  /^\s*(?:[-=_*#~]{3,}|(?:[-=#*]+\s*)?(?:call|chat|conversation|transcript|contact|dialogue)\s*(?:#|no\.?\s*)?\d+\s*(?:[-=#*]+|:)?)\s*$/i;
const startsContact =
  /^\s*(?:call|chat|conversation|transcript|contact|session|interaction)[ _-]?(?:id|no|number|ref)\s*[:#=]\s*\S/i;
const headerLine = /^\s*(?:[-*]\s*)?[*_]{0,2}([\p{L}][\p{L} _/-]{1,30}?)[*_]{0,2}\s*[:=][*_]{0,2}\s*(\S.*)$/u;

interface Block {
  readonly firstRow: number;
  readonly lines: string[];
  length: number;
}

/** Reads lines into contacts; memory holds one transcript at a time. */
export async function* readTranscripts(lines: AsyncIterable<NumberedLine>, place: Place): AsyncGenerator<ReadItem> {
  let block: Block = { firstRow: 1, lines: [], length: 0 };
  let index = 0;
  let tooLong = false;
  for await (const { row, text } of lines) {
    const begins =
      startsContact.test(text) && block.lines.some((line) => startsContact.test(line) || countHeadsOf(line));
    if (ruled.test(text) || begins) {
      const items = tooLong ? [] : blockItems(block, index, false, place);
      if (items.length > 0 || !begins) index += items.length;
      yield* items;
      block = { firstRow: row, lines: [], length: 0 };
      tooLong = false;
      if (!begins) continue;
    }
    block.length += text.length + 1;
    if (!tooLong && block.length > place.limits.recordLength) {
      tooLong = true;
      block.lines.length = 0;
      yield reject(
        place,
        `a transcript of at most ${place.limits.recordLength} characters`,
        'Split the file into one file a contact.',
        { row: block.firstRow },
      );
    }
    if (!tooLong) block.lines.push(text);
  }
  if (!tooLong) yield* blockItems(block, index, true, place);
}

const countHeadsOf = (line: string): boolean => /^[^:]{1,40}: \S/.test(line);

function blockItems(block: Block, index: number, last: boolean, place: Place): ReadItem[] {
  const { cells, body } = splitHeader(block.lines);
  // A title or a rule's heading between transcripts is not worth a word; a whole file that holds none is.
  const none = last && index === 0 ? [noConversation(block, place)] : [];
  if (body.every((line) => line.trim() === '')) return none;
  const text = body.join('\n');
  const { heads, filled } = countHeads(body.map((line) => line.trim()));
  if (heads < filled * 0.2 && !(filled > 1 && isSpeechLike(text))) return none;
  const id =
    cells.find((cell) => cell.field === 'contact')?.value ??
    (index === 0 ? baseName(place.file) : `${baseName(place.file)}#${index + 1}`);
  const { facts } = factsOf(cells);
  return [
    {
      kind: 'contact',
      draft: makeDraft(
        {
          originalId: id,
          format: 'text',
          turns: transcriptTurns(text),
          facts,
          knownNames: facts.rep ? [facts.rep] : [],
        },
        place,
      ),
    },
  ];
}

function noConversation({ firstRow }: Block, place: Place): ReadItem {
  return reject(
    place,
    'a conversation: lines such as "Agent: ..." or paragraphs of speech',
    'If it is one, write who speaks at the head of each turn, e.g. "Rep: ..." and "Customer: ...".',
    { row: firstRow },
  );
}

/**
 * Lines such as `Call ID: 17` and `Duration: 5:44` above the first turn are facts, where at least one can't be a speaker's.
 * `Agent: Dana` is one of them only above a blank line; else it is a turn.
 */
function splitHeader(lines: readonly string[]): { cells: Cell[]; body: readonly string[] } {
  const first = lines.findIndex((line) => line.trim() !== '');
  const cells: Cell[] = [];
  let at = Math.max(0, first);
  for (; at < Math.min(lines.length, first + 30); at += 1) {
    const parts = headerLine.exec(lines[at]!);
    const field = parts ? fieldOfHeader(parts[1]!) : null;
    if (!parts || !field || field === 'text' || field === 'speaker') break;
    cells.push({ column: parts[1]!, field, value: parts[2]!.trim() });
  }
  const closed = (lines[at] ?? '').trim() === '';
  const people = cells.findIndex((cell) => cell.field === 'rep' || cell.field === 'customer');
  const kept = closed || people < 0 ? cells : cells.slice(0, people);
  const certain = kept.some((cell) => cell.field !== 'rep' && cell.field !== 'customer');
  return certain ? { cells: kept, body: lines.slice(Math.max(0, first) + kept.length) } : { cells: [], body: lines };
}
