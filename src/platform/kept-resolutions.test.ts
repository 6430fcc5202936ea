// Where a package's name leads is remembered, and nothing else about an import changes. In a process of its own: a hook stays.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const home = join(import.meta.dirname, '..', '..');
const asked = `
  const { keepResolutions } = await import('./src/platform/kept-resolutions.ts');
  const before = await import('zod');
  keepResolutions();
  const names = ['zod', 'zod', 'node:path', 'drizzle-orm', 'drizzle-orm/pg-core', 'no-such-package', 'no-such-package'];
  const found = [];
  for (const name of names)
    found.push(await import(name).then((one) => (one === before ? 'the same' : Object.keys(one).length > 0), ({ code }) => code));
  console.log(JSON.stringify(found));
`;

test('a package leads where it led before, and one that is not there is missed each time', () => {
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', asked], { cwd: home, encoding: 'utf8' });
  const missing = 'ERR_MODULE_NOT_FOUND';
  expect(JSON.parse(told)).toEqual(['the same', 'the same', true, true, true, missing, missing]);
});
