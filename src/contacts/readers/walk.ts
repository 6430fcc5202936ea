// The files of a folder in a stable order. Links are never followed: what is imported is what stands in the folder.
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';

export type Walked =
  /** `name` is the path inside the folder, with forward slashes. */
  | { readonly kind: 'file'; readonly name: string; readonly path: string; readonly bytes: number }
  | { readonly kind: 'said'; readonly file: string; readonly sentence: string };

type Kind = 'file' | 'folder' | 'link' | 'device' | 'unnamed';

/**
 * Every plain file under the folder, folders and names in the order of their UTF-16 units (the same on every machine). Hidden
 * files are passed over; links, devices, names that are no UTF-8 and what can't be opened or is gone are said. A path to a
 * file gives that file; `-` gives nothing (standard input is read by who asks).
 */
export async function* walk(root: string): AsyncGenerator<Walked> {
  if (root === '-') return;
  const about = await lstat(root);
  if (about.isFile())
    yield { kind: 'file', name: root.slice(root.lastIndexOf('/') + 1), path: root, bytes: about.size };
  else if (about.isDirectory()) yield* walkFolder(root, '');
  // A link named by its owner is meant; its target's own links still are not followed.
  else if (about.isSymbolicLink()) yield* walkFolder(`${root}/`, '');
}

async function* walkFolder(root: string, inside: string): AsyncGenerator<Walked> {
  const names: { name: string; kind: Kind }[] = [];
  try {
    // As bytes: a name that is no UTF-8 could not be opened again by the text that is made of it.
    for await (const entry of await opendir(join(root, inside), { encoding: 'buffer' as BufferEncoding })) {
      const raw = entry.name as unknown as Buffer;
      const name = raw.toString('utf8');
      names.push({ name, kind: Buffer.from(name).equals(raw) ? kindOf(entry) : 'unnamed' });
    }
  } catch {
    yield {
      kind: 'said',
      file: inside || '.',
      sentence: `The folder ${inside || root} could not be opened and was passed over: check who may read it.`,
    };
    return;
  }
  for (const { name, kind } of names.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (name.startsWith('.')) continue;
    const relative = inside === '' ? name : `${inside}/${name}`;
    if (kind === 'folder') yield* walkFolder(root, relative);
    else yield kind === 'file' ? await plainFile(root, relative) : passedOver(relative, sentences[kind]);
  }
}

function kindOf(entry: { isSymbolicLink(): boolean; isDirectory(): boolean; isFile(): boolean }): Kind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'device';
}

const sentences = {
  link: 'is a link and was not followed: import what it points to by its own path.',
  device: 'is no plain file and was passed over.',
  unnamed: 'has a name that is no UTF-8 and was passed over: rename it, then import again.',
};

async function plainFile(root: string, relative: string): Promise<Walked> {
  const path = join(root, relative);
  try {
    return { kind: 'file', name: relative, path, bytes: (await lstat(path)).size };
  } catch {
    return passedOver(relative, 'is gone or can’t be looked at, and was passed over.');
  }
}

function passedOver(file: string, sentence: string): Walked {
  return { kind: 'said', file, sentence: `${file} ${sentence}` };
}
