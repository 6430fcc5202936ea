// `customary rates`: how often each standard is missed, by site, person or month, and how far that may be believed.
import { RatesShape } from '../diagnosis/rates/rates.shape.ts';
import { exitCode } from './exit-code.ts';
import { ratesText } from './rates.view.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

export interface RatesOptions extends SharedOptions {
  by: string;
  standard?: string;
  people?: boolean;
}

export async function rates(session: Session, terminal: Terminal, options: RatesOptions): Promise<number> {
  const query = new URLSearchParams({
    by: options.by,
    people: options.people === true ? 'yes' : 'no',
    ...(options.standard === undefined ? {} : { standard: options.standard }),
  });
  const found = await session.client.get(RatesShape, `/v1/rates?${query.toString()}`);
  if (options.json) await writeText(options.json, [`${JSON.stringify(found, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(ratesText(found, terminal.columns));
  return found.rows.some((row) => options.by === 'standard' || row.group !== 'unknown')
    ? exitCode.done
    : exitCode.notReady;
}
