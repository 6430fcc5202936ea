// `customary import marks FILE --look` and `--mapping FILE`: another tool's export of people's marks, by the same routes as the page.
import { basename } from 'node:path';
import { Fault } from '../kernel/fault.ts';
import {
  MappedMarksTakenShape,
  MarkMappingShape,
  type MarksPreview,
  MarksPreviewShape,
} from '../marking/other-tools/mapped-marks.shape.ts';
import { exitCode } from './exit-code.ts';
import { tellTakenMarks } from './import-marks.cli.ts';
import { mappingText } from './mapped-marks.view.ts';
import { bytesOf, sendFile } from './read-file.ts';
import type { Session } from './session.ts';
import type { SharedOptions } from './shared-options.ts';
import { oneLine, type Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

export interface ImportMarksOptions extends SharedOptions {
  /** Say how it would be read, and bring nothing. */
  look?: boolean;
  /** What was looked at before and corrected, or a mapping alone. */
  mapping?: string;
  sheet?: string;
}

/** Exit code: done where marks came in, or were looked at and can; not ready where none can. */
export async function mappedMarksCommand(
  session: Session,
  terminal: Terminal,
  paths: readonly string[],
  options: ImportMarksOptions,
): Promise<number> {
  const mapping = options.mapping === undefined ? undefined : await mappingIn(options.mapping);
  const told: unknown[] = [];
  let here = 0;
  for (const path of paths) {
    const upload = await sendFile(session.client, path);
    const file = {
      upload,
      name: basename(path),
      ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
    };
    try {
      const preview = await session.client.post(MarksPreviewShape, '/v1/past-marks/preview', {
        ...file,
        ...(mapping ? { mapping } : {}),
      });
      if (options.look || preview.missing !== null) {
        told.push(preview);
        if (options.json !== '-') terminal.print(`${oneLine(file.name)}\n${mappingText(preview)}`);
        if (preview.missing !== null && !options.look)
          throw new Fault('past-marks-mapping', 'malformed', `${preview.missing} Look at it with --look --json FILE.`);
        here += preview.counts.marks;
        continue;
      }
      const taken = await session.client.post(MappedMarksTakenShape, '/v1/past-marks/mapped', {
        ...file,
        mapping: preview.mapping,
      });
      told.push(taken);
      here += await tellTakenMarks(session, terminal, taken);
    } finally {
      await session.client.drop(`/v1/uploads/${upload}`);
    }
  }
  if (options.json) await writeText(options.json, [`${JSON.stringify(told.length === 1 ? told[0] : told, null, 2)}\n`]);
  return here > 0 ? exitCode.done : exitCode.notReady;
}

/** A mapping alone, or what `--look --json FILE` wrote. */
async function mappingIn(path: string): Promise<MarksPreview['mapping']> {
  const text = (await bytesOf(path)).toString('utf8');
  try {
    const said: unknown = JSON.parse(text);
    const inside = typeof said === 'object' && said !== null && 'mapping' in said ? said.mapping : said;
    return MarkMappingShape.parse(inside);
  } catch {
    throw new Fault(
      'past-marks-mapping',
      'malformed',
      `${path} holds no mapping. Write one with: customary import marks FILE --look --json mapping.json, and correct it.`,
    );
  }
}
