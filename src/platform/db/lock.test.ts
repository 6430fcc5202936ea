import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from './lock.ts';

describe('the lock of a data folder', () => {
  let folder: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'customary-lock-'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  /** Another process that takes the lock, says so, and holds it. */
  async function holder(): Promise<ChildProcess> {
    const script = `import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
      try { await takeLock(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000); }
      catch (error) { console.log(error.slug); }`;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    return child;
  }

  async function word(child: ChildProcess): Promise<string> {
    const [bytes] = (await once(child.stdout!, 'data')) as [Buffer];
    return bytes.toString().trim();
  }

  async function leave(note: Record<string, unknown>): Promise<void> {
    await writeFile(
      join(folder, 'database.lock.999.abc'),
      JSON.stringify({ host: hostname(), started: null, boot: null, command: 'customary diagnose', ...note }),
    );
  }

  it('is refused while another process holds it, by pid, and free once that one was killed', async () => {
    const child = await holder();
    expect(await word(child)).toBe('held');
    await expect(takeLock(folder)).rejects.toMatchObject({
      slug: 'data-folder-locked',
      message: expect.stringContaining(`process ${child.pid}`),
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await takeLock(folder);
    expect(await readdir(folder)).toHaveLength(1);
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('goes to at most one of many that start at once', async () => {
    const words = await Promise.all(Array.from({ length: 5 }, async () => word(await holder())));
    expect(words.filter((each) => each === 'held').length).toBeLessThanOrEqual(1);
    expect(words.filter((each) => each !== 'held').every((each) => each === 'data-folder-locked')).toBe(true);
  });

  it('is refused twice in one process', async () => {
    const lock = await takeLock(folder);
    await expect(takeLock(folder)).rejects.toMatchObject({ slug: 'data-folder-locked' });
    await lock.release();
    await (await takeLock(folder)).release();
  });

  it('is not fooled by a later process with the pid of a dead one', async () => {
    await leave({ pid: process.ppid, started: '1' });
    await (await takeLock(folder)).release();
  });

  it('takes no note from before the machine was started again for a living one', async () => {
    await leave({ pid: process.ppid, boot: 'an-earlier-boot' });
    await (await takeLock(folder)).release();
  });

  it('never takes over from another machine, however old the note is', async () => {
    await leave({ pid: 4_000_000, host: 'elsewhere' });
    await expect(takeLock(folder)).rejects.toMatchObject({
      message: expect.stringContaining('on the machine elsewhere (customary diagnose)'),
    });
  });

  it('says which command holds the folder, without its paths', async () => {
    const lock = await takeLock(folder);
    const [name] = await readdir(folder);
    const note = JSON.parse(await readFile(join(folder, name!), 'utf8')) as { command: string };
    expect(note.command).not.toContain('/');
    await lock.release();
  });
});
