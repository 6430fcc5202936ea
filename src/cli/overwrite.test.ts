// Results take the place of earlier results, never of anybody's own files.
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reportFixture } from '../../e2e/report-fixture.ts';
import { runCommandLine } from './command-line.ts';
import { assertMayWrite } from './overwrite.ts';
import { marksCsv } from './report/csv.view.ts';
import { fullPages } from './report/full.view.ts';
import { reportJson } from './report/json.view.ts';
import { page } from './report/page.view.ts';
import { unwatchedTerminal } from './terminal.test-data.ts';
import { writeText } from './write-file.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customary-results-'));
});
afterEach(async () => rm(folder, { recursive: true }));

test('a result takes the place of an earlier one, of an empty file and of none', async () => {
  const summary = reportFixture();
  await writeText(at('r.html'), [page(summary)]);
  await writeText(at('r.csv'), marksCsv([], { bom: true }));
  await writeText(at('r.json'), reportJson(summary, { contacts: [], marks: [], findings: [] }));
  const failures = summary.failures.map((failure) => ({ failure, contact: summary.contacts[0]! }));
  for await (const { path, content } of fullPages(summary, failures))
    await writeText(join(at('full'), path), [content]);
  await assertMayWrite({ html: at('r.html'), csv: at('r.csv'), json: at('r.json'), full: at('full') });
  await writeFile(at('empty'), '');
  await assertMayWrite({ html: at('empty'), csv: at('none.csv'), json: '-', full: at('new') });
  expect((await stat(at('r.html'))).mode & 0o777).toBe(0o600);
});

test.each(['html', 'csv', 'json'] as const)('--%s refuses a file that is no result, but for --yes', async (kind) => {
  for (const content of ['Agent: Hello.\n', '{"turns":[]}', '<!doctype html>\n<html lang="en">', 'id,contact,text\n']) {
    await writeFile(at('call'), content);
    await expect(assertMayWrite({ [kind]: at('call') })).rejects.toMatchObject({
      slug: 'file-would-be-overwritten',
      message: expect.stringContaining('--yes') as string,
    });
    await assertMayWrite({ [kind]: at('call'), yes: true });
  }
  await expect(assertMayWrite({ [kind]: folder })).rejects.toMatchObject({ slug: 'result-path-malformed' });
});

test('a result that could not be written in the end is refused before the long work begins', async () => {
  await writeFile(at('call'), 'Agent: Hello.');
  await expect(assertMayWrite({ csv: at('call/x.csv') })).rejects.toMatchObject({ slug: 'result-path-malformed' });
  await expect(assertMayWrite({ csv: at('call/deeper/x.csv') })).rejects.toMatchObject({
    slug: 'result-path-malformed',
  });
  await assertMayWrite({ csv: at('new/and deeper/ü.csv') });
  await mkdir(at('barred'), { mode: 0o500 });
  const barred = assertMayWrite({ json: at('barred/x.json') });
  // Whoever may do everything may write there too.
  if (process.getuid?.() === 0) await barred;
  else await expect(barred).rejects.toMatchObject({ slug: 'file-not-written' });
});

test('--full refuses a file, and a folder with pages of somebody else', async () => {
  await writeFile(at('file'), 'x');
  await expect(assertMayWrite({ full: at('file'), yes: true })).rejects.toMatchObject({
    slug: 'result-path-malformed',
  });
  await mkdir(at('site'));
  await writeFile(at('site/notes.txt'), 'x');
  await assertMayWrite({ full: at('site') });
  await writeFile(at('site/index.html'), '<html>My site</html>');
  await expect(assertMayWrite({ full: at('site') })).rejects.toMatchObject({ slug: 'file-would-be-overwritten' });
});

test('a command asks before it works: nothing is opened, and the file is as it was', async () => {
  await writeFile(at('call.txt'), 'Agent: Hello.\n');
  const said: string[] = [];
  const terminal = unwatchedTerminal({ print: (text) => said.push(text), say: (text) => said.push(text) });
  const run = async (...args: string[]): Promise<number> =>
    runCommandLine(
      args,
      () => {
        throw new Error('No app may be made.');
      },
      terminal,
    );
  const data = at('data');
  expect(await run('diagnose', folder, '--data', data, '--html', at('call.txt'))).toBe(5);
  expect(await run('report', '--data', data, '--json', '-', '--csv', '-')).toBe(2);
  expect(await readFile(at('call.txt'), 'utf8')).toBe('Agent: Hello.\n');
  expect(await stat(data).catch(() => null)).toBeNull();
  expect(said.join('\n')).toContain('add --yes');
});
