// A promise that never settles is given up; one that does is handed on.
import { expect, it } from 'vitest';
import { inTime } from './in-time.ts';

it('hands on what was done in time, and what went wrong', async () => {
  expect(await inTime(Promise.resolve(7), 1000)).toBe(7);
  await expect(inTime(Promise.reject(new Error('broken')), 1000)).rejects.toThrow('broken');
});
it('gives up on what never settles', async () => {
  await expect(inTime(new Promise(() => undefined), 5)).rejects.toThrow('not done within 5 ms');
});
