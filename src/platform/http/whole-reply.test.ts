// On a real connection: a reply of lines is over when it has gone out, and also when its reader goes away.
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { listen } from './listen.ts';
import { readLines, streamLines } from './lines.ts';
import { whenEnded } from './whole-reply.ts';

async function served(lines: () => AsyncGenerator<unknown>, use: (url: string) => Promise<void>): Promise<number> {
  let ended = 0;
  const listening = await listen(() => whenEnded(streamLines(lines()), () => (ended += 1)), {
    host: '127.0.0.1',
    port: 0,
  });
  try {
    await use(`http://127.0.0.1:${listening.port}/`);
    for (let left = 100; ended === 0 && left > 0; left -= 1) await wait(50);
    return ended;
  } finally {
    await listening.stop(0);
  }
}

it('a reply that is read to its end has ended once, with every line', async () => {
  const read: unknown[] = [];
  const ended = await served(
    async function* three() {
      for (const n of [1, 2, 3]) yield { n };
    },
    async (url) => {
      for await (const line of readLines(await fetch(url))) read.push(line);
    },
  );
  expect([ended, read]).toEqual([1, [{ n: 1 }, { n: 2 }, { n: 3 }]]);
});

it('a reply whose reader goes away ends, and its work is stopped and tidied up', async () => {
  let tidied = false;
  const ended = await served(
    async function* endless() {
      try {
        for (let n = 0; ; n += 1) {
          await wait(5);
          yield { n };
        }
      } finally {
        tidied = true;
      }
    },
    async (url) =>
      new Promise((resolve) => {
        const asking = request(url, (reply) => reply.once('data', () => resolve(void asking.destroy())));
        asking.on('error', () => undefined);
        asking.end();
      }),
  );
  expect([ended, tidied]).toEqual([1, true]);
});
