// A real server in a process of its own, and the commands of other processes that find it there.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { home } from '../../platform/config.ts';
import { exitCode } from '../exit-code.ts';

let folder: string;
let data: string;
let server: ChildProcess;
let address: string;
let logged = '';

const start = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join(home, 'src/main.ts'), ...args], {
    env: { ...process.env, CUSTOMARY_DATA: data, CI: '1', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

async function run(...args: readonly string[]): Promise<Ended> {
  const child = start(args);
  let [out, said] = ['', ''];
  child.stdout!.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr!.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, said };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customary-serve-'));
  data = join(folder, 'data');
  await mkdir(join(folder, 'calls'));
  await writeFile(join(folder, 'calls', 'one.txt'), 'Customer: Have you got a room?\nRep: No.\nCustomer: Bye then.\n');
  server = start(['serve', '--port', '0']);
  server.stderr!.on('data', (text: Buffer) => (logged += text.toString()));
  const [line] = (await once(server.stdout!, 'data')) as [Buffer];
  address = line.toString().split('\n')[0]!;
}, 180_000);
afterAll(async () => {
  if (server.exitCode === null) server.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

it('answers on this machine alone, and leaves a note that its user alone can read', async () => {
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(((await stat(join(data, 'server.json'))).mode & 0o777).toString(8)).toBe('600');
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  expect((await fetch(`${address}/v1/tokens`)).status).toBe(401);
});

it('commands go through it: contacts in as a stream, progress out, a report at the end', async () => {
  const brought = await run('import', 'contacts', join(folder, 'calls'));
  expect([brought.code, brought.said, brought.out].join('\n')).toMatch(/^0\n[^]*1 new contact/);
  const report = await run('report', '--no-open');
  expect([report.code, report.out].join('\n')).toMatch(/^0\n[^]*1 /);
  expect(logged).toContain('"route":"PUT /v1/imports/{id}/files"');
  expect(logged).toContain('"route":"POST /v1/marking"');
  expect(logged).not.toMatch(/one\.txt|room/);
}, 300_000);

it('a token made through it opens it, as the fault of a command is the fault it would be without', async () => {
  const made = await run('token', 'add', '--says', 'BI', '--role', 'auditor', '--read-only');
  const asked = await fetch(`${address}/v1/fixes`, { headers: { authorization: `Bearer ${made.out.trim()}` } });
  expect([made.code, asked.status]).toEqual([exitCode.done, 200]);
  expect((await run('token', 'end', 'nothing')).code).toBe(exitCode.missing);
}, 180_000);

it('a command that needs the folder says that the server must be stopped', async () => {
  const refused = await run('backup', join(folder, 'copy'));
  expect(refused.code).toBe(exitCode.conflict);
  expect(refused.said).toMatch(/A server answers from the data folder .* Stop the server first/);
}, 180_000);

it('ends on SIGTERM with its database closed and its note gone', async () => {
  server.kill('SIGTERM');
  const [code] = (await once(server, 'exit')) as [number | null];
  expect(code).toBe(exitCode.done);
  expect(existsSync(join(data, 'server.json'))).toBe(false);
  const lines = logged.trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { says: string }).says).slice(-1)).toEqual(['stopped']);
  expect((await run('ledger', 'verify')).code).toBe(exitCode.done);
  expect(await readFile(join(data, 'organisation-id'), 'utf8')).toMatch(/^org-/);
}, 180_000);
