// What could not go in: shown by `customary rejects`, and written as a CSV file beside the data after each import.
import { join } from 'node:path';
import { z } from 'zod';
import { RejectShape } from '../contacts/import.shape.ts';
import { countOf } from '../kernel/counts.ts';
import type { SharedOptions } from './shared-options.ts';
import { exitCode } from './exit-code.ts';
import type { ImportTotals } from './import-contacts.cli.ts';
import { line } from './report/csv-line.view.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

type Reject = z.infer<typeof RejectShape>;

/** `customary rejects IMPORT`. */
export async function rejects(
  session: Session,
  terminal: Terminal,
  id: string,
  options: SharedOptions,
): Promise<number> {
  const found = await session.client.get(z.array(RejectShape), `/v1/imports/${encodeURIComponent(id)}/rejects`);
  if (options.json) await writeText(options.json, [`${JSON.stringify(found, null, 2)}\n`]);
  else terminal.print(found.length === 0 ? 'Nothing was refused.' : [...refusedCsv(found)].join('').trimEnd());
  return exitCode.done;
}

/** After an import: the rejects file, where there is anything to say. */
export async function writeRejects(session: Session, terminal: Terminal, totals: ImportTotals): Promise<void> {
  if (totals.rejects === 0) return;
  const found = await session.client.get(z.array(RejectShape), `/v1/imports/${totals.importId}/rejects`);
  const file = join(session.dataDir, 'rejects.csv');
  await writeText(file, refusedCsv(found));
  const rest = totals.contacts + totals.versions + totals.alreadyHere + totals.facts > 0;
  const things = countOf(totals.rejects, 'thing');
  terminal.say(
    `${things} could not go in${rest ? '; the rest did' : ', and there was nothing else'}. Which, and what to do: ${file}`,
  );
}

export function* refusedCsv(found: readonly Reject[]): Generator<string> {
  yield 'path,row,field,expected,remedy\r\n';
  for (const one of found) yield line([one.file, one.row ?? '', one.field ?? '', one.expected, one.remedy]);
}
