// `customary import marks FILE...`: marks that people made before, and what could not go in.
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { encodingOf } from '../contacts/readers/decode.ts';
import { PastMarksTakenShape } from '../marking/past-marks.shape.ts';
import { exitCode } from './exit-code.ts';
import { bytesOf } from './read-file.ts';
import { refusedCsv } from './rejects.cli.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import { oneLine, type Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

/** Rejected rows told one by one; the rejects file has all. */
const rejectsTold = 8;

export async function importMarksCommand(
  session: Session,
  terminal: Terminal,
  paths: readonly string[],
  options: SharedOptions,
): Promise<number> {
  const files: { name: string; text: string }[] = [];
  for (const path of paths) files.push({ name: basename(path), text: await textOf(path) });
  const taken = await session.client.post(PastMarksTakenShape, '/v1/past-marks', { files });
  if (options.json) await writeText(options.json, [`${JSON.stringify(taken, null, 2)}\n`]);
  return (await tellTakenMarks(session, terminal, taken)) > 0 ? exitCode.done : exitCode.notReady;
}

/** Says what came in and what could not, which a file keeps; how many are here. */
export async function tellTakenMarks(
  session: Session,
  terminal: Terminal,
  taken: z.infer<typeof PastMarksTakenShape>,
): Promise<number> {
  const { added, changed, same, withoutProbability, waiting, rejects } = taken;
  terminal.say(`Marks: ${added} new, ${changed} changed, ${same} already here.`);
  if (withoutProbability > 0)
    terminal.say(
      `  ${withoutProbability} say no chance of being drawn: kept, but in no rate. Fill the column probability where it is known.`,
    );
  if (waiting > 0)
    terminal.say(
      `  ${waiting} name no contact that is here, and wait for it. A contact goes by its id or its file's name.`,
    );
  for (const { file, row, field, expected, remedy } of rejects.slice(0, rejectsTold)) {
    const place = [oneLine(file), row === undefined ? '' : `row ${row}`, field ?? ''].filter(Boolean).join(', ');
    terminal.say(`  ${place}: expected ${expected}. ${remedy}`);
  }
  if (rejects.length > 0) {
    const file = join(session.dataDir, 'marks-rejects.csv');
    await writeText(file, refusedCsv(rejects));
    terminal.say(`All that was refused: ${file}`);
  }
  return added + changed + same;
}

async function textOf(path: string): Promise<string> {
  const bytes = await bytesOf(path);
  return new TextDecoder(encodingOf(bytes.subarray(0, 4096))).decode(bytes);
}
