// The power goes three times while people write: what the server said it had done is there afterwards, once. The bench
// `faults` does the same thirty times on both databases.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, it } from 'vitest';
import { killedUnderLoad } from '../../bench/faults/killed-under-load.ts';

it('a server that is killed amid requests, jobs and uploads loses no acknowledged write and does none twice', async () => {
  const data = await mkdtemp(join(tmpdir(), 'customary-killed-'));
  const chance = xoroshiro128plus(20_261_122);
  try {
    const { acknowledged, ...rest } = await killedUnderLoad({
      data,
      times: 3,
      random: () => (chance.next() >>> 0) / 2 ** 32,
      longest: 2,
    });
    expect(acknowledged).toBeGreaterThan(10);
    expect(rest).toEqual({ lost: [], doubled: [], failedJobs: [], ledgerHolds: true });
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}, 240_000);
