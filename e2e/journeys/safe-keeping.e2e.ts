// Ruth keeps what was brought in: its history holds, a backup moves it, two programs don't meet in it, and a power cut
// leaves it whole.
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeCall } from '../../bench/made-calls.ts';
import { holdPlease, newAndAlone, wellServed } from './calls.ts';
import { newDesk, type Ran } from './desk.ts';

const desk = newDesk();
afterAll(async () => desk.clear());

describe('a data folder that is looked after', () => {
  let first: Ran;
  let head: string;

  beforeAll(async () => {
    await desk.write('calls/hold-please.txt', holdPlease);
    await desk.write('calls/well-served.txt', wellServed);
    first = await desk.run(['diagnose', 'calls']);
  }, 240_000);

  it('has a history that holds, and prints its head', async () => {
    expect(first.code).toBe(0);
    const verified = await desk.run(['ledger', 'verify']);
    expect(verified.code).toBe(0);
    expect(verified.out).toMatch(/holds: \d+ lines\./);
    head = /head (\S+)/.exec(verified.out)![1]!;
  });

  it('still holds against the head of before when more was done, and not against a head that never was', async () => {
    await desk.write('more/new-and-alone.vtt', newAndAlone);
    expect((await desk.run(['diagnose', 'more', '--json', 'here.json'])).code).toBe(0);
    expect((await desk.run(['ledger', 'verify', '--head', head])).code).toBe(0);
    const [at] = head.split(':');
    const other = await desk.run(['ledger', 'verify', '--head', `${at}:${'0'.repeat(64)}`]);
    expect(other.code).toBe(6);
    expect(other.out).toContain('does not hold');
  });

  it('goes into one file and out of it into another folder, and tells the same there', async () => {
    expect((await desk.run(['backup', 'all.backup'])).code).toBe(0);
    const there = desk.at('elsewhere');
    const restored = await desk.run(['restore', 'all.backup', '--data', there]);
    expect(restored.screen).toMatch(/Restored 1 organisation/);
    expect(restored.code).toBe(0);
    const told = await desk.run(['report', '--json', 'there.json'], { env: { CUSTOMARY_DATA: there } });
    expect(told.code).toBe(0);
    const [here, moved] = [await desk.report('here.json'), await desk.report('there.json')];
    expect(moved.contacts).toEqual(here.contacts);
    expect(moved.marks).toEqual(here.marks);
    expect(moved.findings).toEqual(here.findings);
    expect(moved.contacts).toHaveLength(3);
  });

  it('says that there is nothing yet where a folder is only mistyped, and makes none there', async () => {
    const asked = await desk.run(['explain', 'm0', '--data', desk.at('mistyped')]);
    expect(asked.code).toBe(3);
    expect(asked.err).toMatch(/mistyped.*customary diagnose/s);
    expect(existsSync(desk.at('mistyped'))).toBe(false);
  });
});

describe('a data folder that is in use, or was cut off in use', () => {
  const calls = 210;
  const data = desk.at('cut-off');
  const lines = Array.from({ length: calls }, (_, index) => `${JSON.stringify(madeCall(7, index, 60))}\n`);
  // Batches of a hundred: one is kept by then, the second is not, and the program waits for more.
  const begun = lines.slice(0, 150).join('');
  const importing = ['import', 'contacts', '-', '--json', '-', '--data', data];

  /** Begins an import that waits for more, until it holds the folder. */
  async function importThatWaits() {
    const { child, ended } = desk.begin(importing, { input: begun, pipeStaysOpen: true });
    while (!existsSync(data) || !readdirSync(data).some((name) => name.startsWith('database.lock.'))) await wait(20);
    return { child, ended };
  }

  it('tells a second program who holds it; --data outranks the environment', async () => {
    const { child, ended } = await importThatWaits();
    const held = await desk.run(['ledger', 'verify', '--data', data]);
    child.kill('SIGKILL');
    expect((await ended).code).toBeNull();
    expect(held.code).toBe(5);
    expect(held.err).toContain(`in use by process ${child.pid} (customary import contacts)`);
  });

  it('is whole after two power cuts amid an import: the next run brings in what was missing, once', async () => {
    const { child, ended } = await importThatWaits();
    await wait(300);
    child.kill('SIGKILL');
    expect((await ended).code).toBeNull();

    await desk.write('made.jsonl', lines.join(''));
    const whole = await desk.run(['diagnose', 'made.jsonl', '--data', data, '--json', 'cut-off.json']);
    expect(whole.code).toBe(0);
    const [, fresh, already = '0'] = /: (\d+) new contacts(?:, (\d+) already here)?\./.exec(whole.err)!;
    expect(Number(fresh) + Number(already)).toBe(calls);

    expect((await desk.run(['ledger', 'verify', '--data', data])).code).toBe(0);
    const ids = (await desk.report('cut-off.json')).contacts.map((one) => one.source.originalId);
    expect(ids).toHaveLength(calls);
    expect(new Set(ids).size).toBe(calls);
  });
});
