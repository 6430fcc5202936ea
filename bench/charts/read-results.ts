// Results of benches read back from the files that `--json` wrote: files named, or every `.json` of a folder.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Result } from './groups.ts';

const MeasureShape = z.object({
  what: z.string(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  unit: z.string(),
  goal: z.string(),
  ok: z.boolean(),
});
const ResultShape = z.object({
  name: z.string(),
  measures: z.array(MeasureShape),
  left_out: z.array(z.string()),
  quick: z.boolean().optional(),
});

/** In the order of the paths, then of the names. @throws Error that names the file which holds no result of a bench */
export function readResults(paths: readonly string[]): Result[] {
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((file) => file.endsWith('.json'))
          .toSorted()
          .map((file) => join(path, file))
      : [path],
  );
  return files.map((file) => {
    const read = ResultShape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!read.success) throw new Error(`${file} holds no result of a bench: run one with --json ${file}.`);
    return read.data;
  });
}
