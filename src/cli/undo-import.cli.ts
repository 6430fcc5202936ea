// `customary import undo [IMPORT]`: says what would go, asks, and takes it out.
import { HeldImportShape, UndoneImportShape } from '../diagnosis/undo-import.shape.ts';
import { countOf } from '../kernel/counts.ts';
import { agreed } from './asked-first.ts';
import { exitCode } from './exit-code.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

/** Exit code: not ready where it must ask and nobody can answer. */
export async function undoImportCommand(
  session: Session,
  terminal: Terminal,
  id: string,
  options: SharedOptions,
): Promise<number> {
  const path = `/v1/imports/${encodeURIComponent(id)}`;
  const held = await session.client.get(HeldImportShape, path);
  const facts = held.facts === 0 ? '' : ` and ${countOf(held.facts, 'row')} of facts`;
  const ends = await agreed(
    terminal,
    `Remove ${countOf(held.contacts, 'contact')}${facts} that this import brought?`,
    options,
  );
  if (ends !== null) return ends;
  // By the id that was looked at: `last` may be another one by now.
  const undone = await session.client.post(UndoneImportShape, `/v1/imports/${encodeURIComponent(held.id)}/undo`, {});
  if (options.json) await writeText(options.json, [`${JSON.stringify(undone, null, 2)}\n`]);
  const stand = undone.remaining === 0 ? '' : ` Of ${undone.remaining} another version stands.`;
  if (options.json !== '-') terminal.print(`Removed ${countOf(undone.contacts, 'contact')}.${stand}`);
  terminal.say('Next: customary import contacts PATH --column NAME=FIELD, or customary report');
  return exitCode.done;
}
