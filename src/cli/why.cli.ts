// `customary policies why`: clauses that must show their right to stand, worst first.
import { WhyShape } from '../diagnosis/why/why.shape.ts';
import { whyTable } from '../diagnosis/why/why-table.core.ts';
import { csvLine } from '../kernel/csv-line.ts';
import { exitCode } from './exit-code.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { whyText } from './why.view.ts';
import { writeText } from './write-file.ts';

export interface WhyOptions extends SharedOptions {
  csv?: string;
}

/** `customary policies why [--csv FILE]`. */
export async function why(session: Session, terminal: Terminal, options: WhyOptions): Promise<number> {
  const told = await session.client.get(WhyShape, '/v1/policies/why?limit=1000');
  if (options.csv) await writeText(options.csv, whyTable(told).map(csvLine));
  if (options.json) await writeText(options.json, [`${JSON.stringify(told, null, 2)}\n`]);
  if (options.json !== '-' && options.csv !== '-') terminal.print(whyText(told));
  return exitCode.done;
}
