// `customary import marks FILE --look` and `--mapping FILE`: another tool's export of people's marks, by the same routes as the page.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Fault } from '../kernel/fault.ts';
import {
  MappedMarksTakenShape,
  MarkMappingShape,
  type MarksPreview,
  MarksPreviewShape,
} from '../marking/other-tools/mapped-marks.shape.ts';
import { UploadShape } from '../platform/jobs/jobs.shape.ts';
import type { Client } from './client.ts';
import { exitCode } from './exit-code.ts';
import { tellTakenMarks } from './import-marks.cli.ts';
import { mappingText } from './mapped-marks.view.ts';
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
    const upload = await sent(session.client, path);
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

async function sent(client: Client, path: string): Promise<string> {
  const body = new Blob([new Uint8Array(await bytesOf(path))]).stream() as ReadableStream<Uint8Array>;
  for await (const { id } of client.lines(UploadShape, '/v1/uploads', { method: 'PUT', body })) return id;
  throw new Fault('upload-missing', 'missing', 'The file did not arrive. Run the same command again.');
}

async function bytesOf(path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'EISDIR') throw error;
    throw new Fault(
      'path-missing',
      'missing',
      `There is no file ${path}. Check the path; it is read from the folder you stand in.`,
    );
  });
}
