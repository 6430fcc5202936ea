// The wording from its files beside the code: every rule of every file compiled, every list by its file's name.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compileRules, type Wording } from './wording.core.ts';

const folder = join(import.meta.dirname, '../wording');
let kept: Wording | undefined;

/** The wording that ships; read once. Nobody who writes cues reads these files, and who writes them reads no cues. */
export function loadWording(): Wording {
  return (kept ??= readWording());
}

function readWording(): Wording {
  const texts: [string, string][] = [];
  const lists = new Map<string, Map<string, readonly string[]>>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()) {
    const held = parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string | string[]>;
    for (const [name, value] of Object.entries(held)) {
      if (typeof value === 'string') texts.push([name, value]);
      else listsOf(file.slice(0, -'.yaml'.length)).set(name, value.map(String));
    }
  }
  return { rules: compileRules(texts), lists };

  function listsOf(name: string): Map<string, readonly string[]> {
    const found = lists.get(name) ?? new Map<string, readonly string[]>();
    lists.set(name, found);
    return found;
  }
}
