// Test data: the standards of the shipped packs, each with its task.
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

export function parsePackFiles(): Map<string, string | undefined> {
  const folder = new URL('../../packs/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && !file.includes('.examples.'));
  return new Map(
    files.flatMap((file) => {
      const pack = parse(readFileSync(new URL(file, folder), 'utf8')) as {
        standards?: { id: string; task?: string }[];
      };
      return (pack.standards ?? []).map(({ id, task }) => [id, task] as const);
    }),
  );
}
