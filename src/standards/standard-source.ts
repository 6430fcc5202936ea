// One standard as its author wrote it: the lines of its entry and of the cues that it names, cut out of its pack's file, comments
// and all. Together they are a pack that changes this one standard, and so what an editor begins with.
import { parseDocument, isMap, isScalar, isSeq, type Node } from 'yaml';
import { cueNames } from './cue-names.ts';
import { changedFile } from './changed-file.core.ts';
import type { Pack, StandardEntry } from './pack.core.ts';

/**
 * The text that changes the standard and nothing else, as `changedFile` wants it: `cues:` where its pack has some that it names,
 * then `standards:` with its one entry.
 * @param text of the pack's file
 */
export function sourceOf(pack: Pack, entry: StandardEntry, text: string): string {
  const named = new Set(
    [entry.appliesWhen, entry.metWhen, entry.failedWhen, entry.doneWhen, entry.couldWhen]
      .flatMap((condition) => (condition ? cueNames(condition) : []))
      .filter((name) => pack.cues.has(name)),
  );
  const lines = text.split(/\r?\n/);
  const root = parseDocument(text).contents;
  const part = (key: string): Node | null => (isMap(root) ? ((root.get(key, true) as Node | undefined) ?? null) : null);
  const cues = part('cues');
  const starts = isMap(cues) ? cues.items.map((pair) => placed(text, pair.key as Node)) : [];
  const cueLines = (isMap(cues) ? cues.items : []).flatMap((pair, at) => {
    const name = isScalar(pair.key) ? String(pair.key.value) : '';
    return named.has(name) ? whole(lines, starts[at]!, endOf(text, pair.value as Node | null, starts[at]!)) : [];
  });
  const standards = part('standards');
  const item = isSeq(standards)
    ? (standards.items as Node[]).find((one) => isMap(one) && one.get('id') === entry.id)
    : undefined;
  if (!item) return '';
  const entryLines = whole(lines, placed(text, item), endOf(text, item, placed(text, item)));
  return [
    ...(cueLines.length > 0 ? ['cues:', ...indented(cueLines)] : []),
    'standards:',
    ...indented(entryLines),
    '',
  ].join('\n');
}

/** The same as a whole file. */
export function changedSource(pack: Pack, entry: StandardEntry, text: string): string {
  return changedFile(entry.id, pack, sourceOf(pack, entry, text));
}

// Lines count from 0; `range` is where a node begins, where its value ends, and where what belongs to it ends.
function placed(text: string, node: Node): number {
  return lineAt(text, node.range?.[0] ?? 0);
}

function endOf(text: string, node: Node | null, start: number): number {
  const end = node?.range?.[1];
  return end === undefined ? start : Math.max(start, lineAt(text, Math.max(0, end - 1)));
}

function lineAt(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function whole(lines: readonly string[], from: number, to: number): string[] {
  const found = lines.slice(from, to + 1);
  while (found.length > 0 && /^\s*(#.*)?$/.test(found.at(-1)!)) found.pop();
  return found;
}

/** Two spaces in, whatever they were before. */
function indented(lines: readonly string[]): string[] {
  const before = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length));
  return lines.map((line) => (line.trim() === '' ? '' : `  ${line.slice(before)}`));
}
