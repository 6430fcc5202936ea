// Never twice at once, once more for what was asked meanwhile, and a failure is heard by whoever waits.
import { expect, it } from 'vitest';
import { OneAtATime } from './one-at-a-time.ts';

it('what is asked for while it runs is done once more, never beside it', async () => {
  const log: string[] = [];
  const work = new OneAtATime(async () => {
    log.push('begin');
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push('end');
  });
  work.ask();
  work.ask();
  work.ask();
  await work.over();
  expect(log).toEqual(['begin', 'end', 'begin', 'end']);
  work.ask();
  await work.over();
  expect(log).toHaveLength(6);
});

it('a failure is told to whoever waits, and nothing more is begun', async () => {
  let times = 0;
  const work = new OneAtATime(async () => {
    times += 1;
    throw new Error('no room');
  });
  work.ask();
  await expect(work.over()).rejects.toThrow('no room');
  work.ask();
  await expect(work.over()).rejects.toThrow('no room');
  expect(times).toBe(1);
});
