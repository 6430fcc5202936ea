// The table of problems is held to the code: every fault that is thrown anywhere stands in it with its exit code, and no
// other.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exitCodeOf } from './cli/exit-code.ts';
import { Fault, type FaultKind } from './kernel/fault.ts';

const guide = await readFile(new URL('../docs/problems/README.md', import.meta.url), 'utf8');
const rows = [...guide.matchAll(/^\| `([a-z-]+)` \| (\d+) \| ([^|]+) \| ([^|]+) \|$/gm)];

const kind = /,\s*'(malformed|signed-out|forbidden|missing|conflict|unready|too-many|unavailable)'/;

/** Every fault that the sources make, by slug, with its kind. */
async function faultsInSource(): Promise<Map<string, FaultKind>> {
  const found = new Map<string, FaultKind>();
  for (const name of await readdir(import.meta.dirname, { recursive: true })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const source = await readFile(join(import.meta.dirname, name), 'utf8');
    for (const { index } of source.matchAll(/new Fault\(/g)) {
      const call = source.slice(index, index + 1000);
      const ends = kind.exec(call);
      // The slug may be one of two: `kept ? 'this-one' : 'that-one'`.
      const slugs = [...call.slice(0, ends?.index ?? 0).matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map((match) => match[1]!);
      // The client of the API alone makes faults of what it was answered.
      if (name !== join('cli', 'client.ts')) expect(slugs, `a fault without a slug in ${name}`).not.toEqual([]);
      for (const slug of slugs) found.set(slug, ends![1] as FaultKind);
    }
  }
  return found;
}

const faults = await faultsInSource();

it('every fault in the source has its line, and every line its fault', () => {
  expect(faults.size).toBeGreaterThan(30);
  expect(rows.map((row) => row[1]!).toSorted()).toEqual([...faults.keys()].toSorted());
});

it('the lines stand in the order of the alphabet', () => {
  const names = rows.map((row) => row[1]!);
  expect(names).toEqual(names.toSorted());
});

it('each line has the exit code that the command line gives, a sentence and a remedy', () => {
  for (const [, slug, code, means, remedy] of rows) {
    expect([slug, Number(code)]).toEqual([slug, exitCodeOf(new Fault(slug!, faults.get(slug!)!, ''))]);
    expect(means).toMatch(/^\S.*[.]$/);
    expect(remedy).toMatch(/^\S.*[.`"]$/);
  }
});
