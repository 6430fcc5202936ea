// The file that holds one changed standard of an organisation's own: how it is named, and what stands in it beside what was written.
import type { Pack } from './pack.core.ts';

/** `opening.help-offered` is kept in `changed.opening.help-offered.yaml`. */
export function changedFileName(standard: string): string {
  return `changed.${standard}.yaml`;
}

/**
 * The whole file. What was written comes first, so that a mistake in its third line is told of the third line.
 * @param pack the pack that the standard stands in when nobody changes it
 */
export function changedFile(standard: string, pack: Pick<Pack, 'name' | 'language'>, written: string): string {
  return `${written.trimEnd()}\n${belonging}pack: changed-${standard.replaceAll('.', '--')}\nchanges: ${pack.name}\nlanguage: ${pack.language}\n`;
}

/** What somebody wrote in such a file, without the lines that belong to it. */
export function writtenIn(file: string): string {
  const at = file.lastIndexOf(belonging);
  return at < 0 ? file : file.slice(0, at);
}

const belonging = '# Below: what this file is to the other packs.\n';
