// A folder on its way as one tar: a file that can't be read, or not to its end, never costs the files behind it.
import { mkdir, mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { extract } from 'tar-stream';
import { folderStream, type FileToSend } from './folder-stream.ts';

const large = 24 * 1024 * 1024;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customary-send-'));
  for (const name of ['a.txt', 'z.txt']) await writeFile(join(folder, name), 'Agent: Hello.');
});
afterEach(async () => rm(folder, { recursive: true }));

const file = (name: string, bytes: number): FileToSend => ({ name, path: join(folder, name), bytes });

async function send(files: readonly FileToSend[], meanwhile: (name: string) => Promise<void> = async () => undefined) {
  const told: string[] = [];
  const members: { name: string; bytes: Buffer }[] = [];
  const tar = Readable.fromWeb(folderStream(files, (one, why) => told.push(`${one.name}: ${why}`)) as never).pipe(
    extract(),
  );
  for await (const entry of tar) {
    await meanwhile(entry.header.name);
    members.push({ name: entry.header.name, bytes: await buffer(entry as unknown as AsyncIterable<Uint8Array>) });
  }
  return { told, members };
}

test('a large file that is gone, or a folder by now, is told, and the others arrive', async () => {
  await mkdir(join(folder, 'm.txt'));
  const { told, members } = await send([
    file('a.txt', 13),
    file('gone.txt', large),
    file('m.txt', large),
    file('small-gone.txt', 5),
    file('z.txt', 13),
  ]);
  expect(told.map((one) => one.slice(0, one.indexOf(' (')))).toEqual([
    "gone.txt: it can't be read",
    'm.txt: reading it failed midway',
    "small-gone.txt: it can't be read",
  ]);
  expect(members.map((one) => one.name)).toEqual(['a.txt', 'm.txt', 'z.txt']);
  expect(members.at(-1)!.bytes.toString()).toBe('Agent: Hello.');
});

test('a reader that gives up midway blames no file', async () => {
  const told: string[] = [];
  const files = [...Array.from({ length: 50 }, () => file('a.txt', 13)), file('gone.txt', large)];
  const reader = folderStream(files, (one) => told.push(one.name)).getReader();
  await reader.read();
  await reader.cancel();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(told).toEqual([]);
});

test('a large file that shrinks while it is read is filled up, and the next one stands where it should', async () => {
  const handle = await open(join(folder, 'b.txt'), 'w');
  await handle.writeFile(Buffer.alloc(large, 'x'));
  await handle.close();
  const { told, members } = await send([file('b.txt', large), file('z.txt', 13)], async (name) => {
    if (name === 'b.txt') await truncate(join(folder, 'b.txt'), 10);
  });
  expect(told).toEqual(['b.txt: it became shorter while it was read; only its beginning was taken']);
  expect(members.map((one) => [one.name, one.bytes.length])).toEqual([
    ['b.txt', large],
    ['z.txt', 13],
  ]);
  expect(members[0]!.bytes.at(-1)).toBe(0);
});
