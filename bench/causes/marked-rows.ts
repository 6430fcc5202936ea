// Rows of a planned organisation as its marks say them: each planned act is spoken, written, read, redacted and marked, and what
// the marker can't tell is no row. Exposures stay the planned ones: reading the record isn't in it.
import type { Levels, MarkRows } from '../../src/diagnosis/model/mark-rows.core.ts';
import type { Planned } from '../../src/simulate/planned-organisation.core.ts';
import { toMarkRows } from '../../src/simulate/to-mark-rows.ts';
import { markedContacts } from '../simulated/marked-plans.ts';

export interface MarkedRows {
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
  return { rows: only(rows, kept, failed), planned: rows.size, marked: kept.length, alike };
}

function only(rows: MarkRows, kept: readonly number[], failed: readonly number[]): MarkRows {
  const levels = ({ names, of }: Levels): Levels => ({ names, of: Int32Array.from(kept, (row) => of[row]!) });
  const column = <T extends { readonly values: Float64Array }>(one: T): T => ({
    ...one,
    values: Float64Array.from(kept, (row) => one.values[row]!),
  });
  return {
    size: kept.length,
    failed: Uint8Array.from(failed),
    standard: levels(rows.standard),
    site: levels(rows.site),
    person: levels(rows.person),
    contact: levels(rows.contact),
    day: levels(rows.day),
    month: levels(rows.month),
    kind: levels(rows.kind),
    marker: levels(rows.marker),
    exposures: rows.exposures.map(column),
    excuses: rows.excuses.map(column),
  };
}
