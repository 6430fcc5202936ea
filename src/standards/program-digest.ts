// The program that reads and compiles packs, as one digest: what another program kept is nothing to this one.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What turns the text of a pack into what marks, in this folder: all sources of these folders, and a file. */
const folders = ['engine', 'language'];
const files = ['pack.ts'];

let known: string | null = null;

/** Digest of the sources that read and compile, of what they read YAML with, and of the engine that runs them, whose serialisation is kept. */
export function programDigest(): string {
  if (known !== null) return known;
  const hash = createHash('sha256').update(`${process.versions.v8} ${process.arch}\n`);
  hash.update(readFileSync(createRequire(import.meta.url).resolve('yaml/package.json')));
  const sources = folders.flatMap((folder) =>
    readdirSync(join(import.meta.dirname, folder)).map((name) => join(folder, name)),
  );
  for (const name of [...files, ...sources].toSorted())
    if (name.endsWith('.ts') && !/\.test(-data)?\.ts$/.test(name))
      hash.update(`${name}\n`).update(readFileSync(join(import.meta.dirname, name)));
  return (known = hash.digest('hex'));
}
