// `customary patterns`: what is missed where and why, as what people confirm and fix.
import { PatternsShape } from '../diagnosis/patterns/patterns.shape.ts';
import { exitCode } from './exit-code.ts';
import { patternsText } from './patterns.view.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

export interface PatternsOptions extends SharedOptions {
  site?: string;
  standard?: string;
}

/** `customary patterns [--site ID] [--standard ID]`. */
export async function patterns(session: Session, terminal: Terminal, options: PatternsOptions): Promise<number> {
  const query = new URLSearchParams({
    ...(options.site === undefined ? {} : { site: options.site }),
    ...(options.standard === undefined ? {} : { standard: options.standard }),
  });
  const found = await session.client.get(PatternsShape, `/v1/patterns?${query.toString()}`);
  if (options.json) await writeText(options.json, [`${JSON.stringify(found, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(patternsText(found));
  return found.patterns.length > 0 || found.noFailures ? exitCode.done : exitCode.notReady;
}
