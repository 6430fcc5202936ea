// `customary watch`: which rates changed, when, and what the record says of those days.
import { WatchShape } from '../diagnosis/watching/watch.shape.ts';
import { exitCode } from './exit-code.ts';
import type { PatternsOptions } from './patterns.cli.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';
import { watchText } from './watch.view.ts';
import { writeText } from './write-file.ts';

export async function watchCommand(session: Session, terminal: Terminal, options: PatternsOptions): Promise<number> {
  const query = new URLSearchParams({
    ...(options.site === undefined ? {} : { site: options.site }),
    ...(options.standard === undefined ? {} : { standard: options.standard }),
  });
  const found = await session.client.get(WatchShape, `/v1/watch?${query.toString()}`);
  if (options.json) await writeText(options.json, [`${JSON.stringify(found, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(watchText(found, terminal.columns));
  return found.watched > 0 || found.noFailures ? exitCode.done : exitCode.notReady;
}
