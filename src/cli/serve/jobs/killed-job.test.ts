// A real server killed in the middle of a job, and started again: the job goes on by itself, and nothing is there twice.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { home } from '../../../platform/config.ts';

let folder: string;
let data: string;
let server: ChildProcess | undefined;
let address = '';
let token = '';

async function begin(): Promise<void> {
  server = spawn(process.execPath, [join(home, 'src/main.ts'), 'serve', '--port', '0'], {
    env: { ...process.env, CUSTOMARY_DATA: data, CI: '1', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(server.stdout!, 'data')) as [Buffer];
  address = line.toString().split('\n')[0]!;
  ({ token } = JSON.parse(await readFile(join(data, 'server.json'), 'utf8')) as { token: string });
}

async function ask<T>(method: string, path: string, body?: string, type = 'application/json'): Promise<T> {
  const reply = await fetch(`${address}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { body }),
  });
  expect([path, reply.ok]).toEqual([path, true]);
  return (await reply.json()) as T;
}

interface Job {
  id: string;
  state: string;
  done: number;
  tries: number;
  import?: string;
}

async function until(id: string, is: (job: Job) => boolean): Promise<Job> {
  for (;;) {
    const job = await ask<Job>('GET', `/v1/jobs/${id}`);
    if (is(job)) return job;
    expect(['waiting', 'running', 'done']).toContain(job.state);
    await wait(50);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customary-killed-'));
  data = join(folder, 'data');
  await begin();
}, 120_000);
afterAll(async () => {
  server?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

it('goes on where it was, and does nothing twice', async () => {
  const contacts = 1500;
  const rows = Array.from(
    { length: contacts },
    (_, nth) =>
      `call-${nth},agent,Harbor Storage good morning to you\ncall-${nth},customer,Is unit ${nth} free from the first?`,
  );
  const csv = `call_id,speaker,text\n${rows.join('\n')}\n`;
  const { id: upload } = await ask<{ id: string }>('PUT', '/v1/uploads', csv, 'text/csv');
  const asked = { work: 'import', input: { upload, name: 'calls.csv' } };
  const { id } = await ask<Job>('POST', '/v1/jobs', JSON.stringify(asked));
  const before = await until(id, (job) => job.done > 0 || job.state === 'done');
  server!.kill('SIGKILL');
  await once(server!, 'close');
  await begin();
  const after = await until(id, (job) => job.state === 'done');
  expect(before.state === 'done' || after.tries > 1).toBe(true);
  const held = await ask<{ contacts: number }>('GET', `/v1/imports/${after.import}`);
  expect(held.contacts).toBe(contacts);
  expect(await readdir(join(data, 'spool', 'uploads', (await readdir(join(data, 'spool', 'uploads')))[0]!))).toEqual(
    [],
  );
}, 240_000);
