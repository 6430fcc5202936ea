// The files of a folder in a stable order. Links are never followed: what is imported is what stands in the folder.
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';

export type Walked =
  /** `name` is the path inside the folder, with forward slashes. */
  | { readonly kind: 'file'; readonly name: string; readonly path: string; readonly bytes: number }
  | { readonly kind: 'said'; readonly file: string; readonly sentence: string };

/**
 * Every plain file under the folder, folders and names in the order of their UTF-16 units (the same on every machine). Hidden
 * files are passed over; links, devices and what can't be opened are said. A path to a file gives that file; `-` gives nothing
 * (standard input is read by who asks).
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
  const names: { name: string; kind: 'file' | 'folder' | 'link' | 'device' }[] = [];
  try {
    for await (const entry of await opendir(join(root, inside))) {
      const kind = entry.isSymbolicLink()
        ? 'link'
        : entry.isDirectory()
          ? 'folder'
          : entry.isFile()
            ? 'file'
            : 'device';
      names.push({ name: entry.name, kind });
    }
  } catch {
    yield {
      kind: 'said',
      file: inside || '.',
      sentence: 'The folder could not be opened and was passed over: check who may read it.',
    };
    return;
  }
  for (const { name, kind } of names.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (name.startsWith('.')) continue;
    const relative = inside === '' ? name : `${inside}/${name}`;
    if (kind === 'folder') yield* walkFolder(root, relative);
    else if (kind === 'link')
      yield {
        kind: 'said',
        file: relative,
        sentence: `${relative} is a link and was not followed: import what it points to by its own path.`,
      };
    else if (kind === 'device')
      yield { kind: 'said', file: relative, sentence: `${relative} is no plain file and was passed over.` };
    else
      yield {
        kind: 'file',
        name: relative,
        path: join(root, relative),
        bytes: (await lstat(join(root, relative))).size,
      };
  }
}
