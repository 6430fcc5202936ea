// Rows of a planned organisation as its marks say them: each planned act is spoken, written, read, redacted and marked, and what
// the marker can't tell is no row. Exposures stay the planned ones: reading the record isn't in it.
import type { MarkRows } from '../../src/diagnosis/model/mark-rows.core.ts';
import { rowsAt } from '../../src/diagnosis/model/rows-at.core.ts';
import type { Planned } from '../../src/simulate/planned-organisation.core.ts';
import { toMarkRows } from '../../src/simulate/to-mark-rows.ts';
import { markedContacts } from '../simulated/marked-plans.ts';

interface MarkedRows {
  readonly rows: MarkRows;
  /** Acts planned, those that got a mark of met or failed, and those marked as they were planned. */
  readonly planned: number;
  readonly marked: number;
  readonly alike: number;
}

export async function markedRows(planned: Planned): Promise<MarkedRows> {
  const rows = toMarkRows(planned);
  const verdicts = new Map<string, ReadonlyMap<string, { readonly verdict: string }>>();
  for await (const { plan, told } of markedContacts(planned, planned.contacts)) verdicts.set(plan.id, told);
  const kept: number[] = [];
  const failed: number[] = [];
  let alike = 0;
  for (let row = 0; row < rows.size; row++) {
    const contact = rows.contact.names[rows.contact.of[row]!]!;
    const verdict = verdicts.get(contact)?.get(rows.standard.names[rows.standard.of[row]!]!)?.verdict;
    if (verdict !== 'met' && verdict !== 'failed') continue;
    kept.push(row);
    failed.push(verdict === 'failed' ? 1 : 0);
    if (failed.at(-1) === planned.rows.failed[row]) alike++;
  }
  const told = { ...rowsAt(rows, Int32Array.from(kept)), failed: Uint8Array.from(failed) };
  return { rows: told, planned: rows.size, marked: kept.length, alike };
}
