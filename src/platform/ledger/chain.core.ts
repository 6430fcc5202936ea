// Reads a chain line by line and says what is wrong with it, and where. Holds no more than the line before.
import { firstPrev, hashOf, type LedgerLine } from './event.core.ts';

/** Where a chain ends, or ended when somebody wrote it down. */
export interface LedgerHead {
  readonly seq: number;
  readonly hash: string;
}

export type LedgerFlaw = 'changed' | 'missing' | 'reordered' | 'rewritten' | 'cut-off' | 'added' | 'not-this-chain';

export interface LedgerWrong {
  readonly seq: number;
  readonly flaw: LedgerFlaw;
  readonly sentence: string;
}

/** The head as people keep it: `SEQ:HASH`. */
export function writeHead(head: LedgerHead): string {
  return `${head.seq}:${head.hash}`;
}

/** The head in a text that writeHead made, or null. */
export function readHead(text: string): LedgerHead | null {
  const parts = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim());
  return parts ? { seq: Number(parts[1]), hash: parts[2]! } : null;
}

/** How far a chain has been read. */
export interface ChainState {
  readonly last: LedgerHead;
  /** False after a gap: what follows it can't be compared with what stood before. */
  readonly joined: boolean;
}

export const chainStart: ChainState = { last: { seq: 0, hash: firstPrev }, joined: true };

/**
 * Takes the next line, in the order of seq. A line that was changed and hashed again shows where the next one no longer
 * follows it. `longest` bounds the search for the place that a moved line came from.
 */
export function nextLine(
  state: ChainState,
  line: LedgerLine,
  longest: number,
): { state: ChainState; wrong: LedgerWrong[] } {
  const wrong: LedgerWrong[] = [];
  const expected = state.last.seq + 1;
  const gap = line.seq - expected;
  if (gap > 0) {
    const which = gap === 1 ? `Line ${expected} is` : `Lines ${expected} to ${line.seq - 1} are`;
    wrong.push({ seq: expected, flaw: 'missing', sentence: `${which} missing.` });
  }
  const sound = hashOf(line) === line.hash;
  if (!sound) wrong.push(changedOrMoved(line, longest));
  else if (gap === 0 && state.joined && line.prev !== state.last.hash) {
    wrong.push({
      seq: line.seq,
      flaw: 'rewritten',
      sentence: `Line ${line.seq} doesn't follow line ${state.last.seq}: one of the two was replaced and hashed again.`,
    });
  }
  return {
    state: { last: { seq: line.seq, hash: line.hash }, joined: sound || gap !== 0 || line.prev === state.last.hash },
    wrong,
  };
}

function changedOrMoved(line: LedgerLine, longest: number): LedgerWrong {
  for (let seq = 1; seq <= longest; seq += 1) {
    if (hashOf({ ...line, seq }) === line.hash) {
      return {
        seq: line.seq,
        flaw: 'reordered',
        sentence: `In place of line ${line.seq} stands the line that was written as ${seq}.`,
      };
    }
  }
  return { seq: line.seq, flaw: 'changed', sentence: `Line ${line.seq} was changed after it was written.` };
}

/** What the end of the chain says against the head that the store keeps. */
export function compareEnd(last: LedgerHead, head: LedgerHead): LedgerWrong[] {
  if (head.seq > last.seq) {
    const which = head.seq === last.seq + 1 ? `line ${head.seq}` : `lines ${last.seq + 1} to ${head.seq}`;
    return [
      { seq: last.seq + 1, flaw: 'cut-off', sentence: `The end is cut off: ${which} were written and are gone.` },
    ];
  }
  if (head.seq < last.seq) {
    return [
      { seq: head.seq + 1, flaw: 'added', sentence: `Lines after ${head.seq} were added past the end, not appended.` },
    ];
  }
  return head.hash === last.hash
    ? []
    : [{ seq: last.seq, flaw: 'rewritten', sentence: `Line ${last.seq} isn't the one that was written last.` }];
}

/** What the chain says against a head that was written down earlier; `found` is the chain's own line of that number. */
export function compareEarlier(earlier: LedgerHead, found: LedgerHead | null, last: LedgerHead): LedgerWrong[] {
  if (last.seq < earlier.seq) {
    return [
      {
        seq: last.seq + 1,
        flaw: 'cut-off',
        sentence: `The chain ends at line ${last.seq}, but it reached line ${earlier.seq} when the head was written down.`,
      },
    ];
  }
  if (found && found.hash === earlier.hash) return [];
  return [
    {
      seq: earlier.seq,
      flaw: 'not-this-chain',
      sentence: `Line ${earlier.seq} isn't the one whose head was written down: it or a line before it was replaced.`,
    },
  ];
}
