// Failures of disks and databases end in a sentence and with "not available", not as a mistake to report.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RefusedStatement } from './db/refused-statement.ts';
import { openPostgres } from './db/postgres.ts';
import { problemOf } from './http/problem.ts';
import { machineFault } from './machine-failure.ts';

const failed = (code: string): Error => Object.assign(new Error('/home/zoe/calls'), { code, syscall: 'write' });
const refused = (code: string): Error => new RefusedStatement(code, `SQLSTATE ${code}`, undefined);

test.each([
  [failed('ENOSPC'), 'disk-full'],
  [refused('53100'), 'disk-full'],
  [failed('EROFS'), 'storage-read-only'],
  [failed('EACCES'), 'storage-read-only'],
  [failed('ENOENT'), 'storage-failed'],
  [refused('58P01'), 'storage-failed'],
  [refused('42501'), 'database-rights-missing'],
  [refused('28P01'), 'database-unreachable'],
  [refused('3D000'), 'database-unreachable'],
  [refused('57P01'), 'database-unreachable'],
  [new Error('Connection terminated unexpectedly'), 'database-unreachable'],
  [new Error('Failed query', { cause: failed('ENOSPC') }), 'disk-full'],
])('%s is %s', (thrown, slug) => {
  const problem = problemOf(thrown);
  expect(problem).toMatchObject({ type: `/problems/${slug}`, status: 503, kind: 'unavailable' });
  expect(problem.detail).not.toContain('zoe');
});

test('what is our own mistake stays one', () => {
  for (const thrown of [refused('23505'), refused('42P01'), new TypeError('no'), 'text', failed('EEXIST')])
    expect(machineFault(thrown)).toBeNull();
});

test.each(['nonsense', 'http://localhost/x', 'postgres://a b:c', 'postgres//localhost/x'])(
  'a DATABASE_URL that is none is told before anything is tried: %s',
  async (url) => {
    await expect(openPostgres(url)).rejects.toMatchObject({ slug: 'database-url-malformed', kind: 'malformed' });
  },
);

test('a real failure of the file system is known by what Node gives', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'customary-machine-'));
  try {
    await writeFile(join(folder, 'file'), 'x');
    const error: unknown = await writeFile(join(folder, 'file', 'inside'), 'x').catch((thrown: unknown) => thrown);
    expect(machineFault(error)?.slug).toBe('storage-failed');
  } finally {
    await rm(folder, { recursive: true });
  }
});
