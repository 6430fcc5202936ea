// Walks an organisation's whole chain, a batch at a time, and names every line that isn't as it was written.
import { and, asc, eq, gt } from 'drizzle-orm';
import { Fault } from '../../kernel/fault.ts';
import { eachBatch } from '../db/each-batch.ts';
import type { Work } from '../db/work.ts';
import {
  chainStart,
  compareEarlier,
  compareEnd,
  nextLine,
  readHead,
  writeHead,
  type LedgerHead,
  type LedgerWrong,
} from './chain.core.ts';
import type { LedgerLine } from './event.core.ts';
import { eventTable } from './event.table.ts';
import { headOf } from './ledger-head.ts';

export interface LedgerReport {
  readonly lines: number;
  /** The head now, as `--head` takes it; keep it somewhere else to find a cut-off end later. */
  readonly head: string;
  /** What is wrong, in the order of the chain; empty where the ledger holds. At most `mostWrong`. */
  readonly wrong: readonly LedgerWrong[];
}

const mostWrong = 20;
// A moved line is looked for among this many places; past it, it is called changed.
const longestSearch = 200_000;

/**
 * @param earlier a head printed by an earlier verification, `SEQ:HASH`
 * @throws Fault `ledger-head-malformed`
 */
export async function verifyLedger(work: Work, earlier?: string): Promise<LedgerReport> {
  const known = earlier === undefined ? null : headFrom(earlier);
  const wrong: LedgerWrong[] = [];
  let head = await headOf(work.tx, work.actor.orgId);
  const longest = Math.min(head.seq, longestSearch);
  let state = chainStart;
  let lines = 0;
  let found: LedgerHead | null = known?.seq === 0 ? chainStart.last : null;
  const readOn = async (): Promise<void> => {
    for await (const batch of eachLine(work, state.last.seq)) {
      for (const line of batch) {
        const next = nextLine(state, line, wrong.length < mostWrong ? longest : 0);
        state = next.state;
        wrong.push(...next.wrong.slice(0, mostWrong - wrong.length));
        lines += 1;
        if (line.seq === known?.seq) found = state.last;
      }
    }
  };
  await readOn();
  head = await headOf(work.tx, work.actor.orgId);
  // Somebody may have appended since the last batch was read.
  if (head.seq > state.last.seq) {
    await readOn();
    head = head.seq > state.last.seq ? head : await headOf(work.tx, work.actor.orgId);
  }
  wrong.push(...compareEnd(state.last, head));
  if (known) wrong.push(...compareEarlier(known, found, state.last));
  return { lines, head: writeHead(state.last), wrong };
}

function headFrom(text: string): LedgerHead {
  const head = readHead(text);
  if (!head)
    throw new Fault(
      'ledger-head-malformed',
      'malformed',
      'A head is a line number, a colon and 64 hex digits, as `ledger verify` prints it.',
    );
  return head;
}

async function* eachLine({ tx, actor }: Work, afterSeq: number): AsyncGenerator<LedgerLine[]> {
  const rows = eachBatch<typeof eventTable.$inferSelect>((after, size) =>
    tx
      .select()
      .from(eventTable)
      .where(and(eq(eventTable.orgId, actor.orgId), gt(eventTable.seq, after?.seq ?? afterSeq)))
      .orderBy(asc(eventTable.seq))
      .limit(size),
  );
  for await (const batch of rows) yield batch.map((row) => ({ ...row, at: row.at.toISOString() }));
}
