// What a server shows of shielded letters, by when it shows it: on the day nothing differs with and without one, in what is said and in how long
// the lists take; and the day after no number, place or id follows the hour at which one was handed in.
import { join } from 'node:path';
import { makeApp } from '../../src/app.ts';
import { moveLetters } from '../../src/fixes/letters/move-letters.job.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { openStore } from '../../src/platform/db/open.ts';
import type { LettersOnWire } from '../../src/policies/letters/letters.shape.ts';
import { figure, type Measure } from '../bench.ts';

const owner: Actor = { orgId: 'harbor', id: 'bench', roles: ['owner'] };
const rep: Actor = { orgId: 'harbor', id: 'm-rep', roles: ['rep'], grants: [{ role: 'rep', sites: ['north'] }] };
const lists = ['/v1/letters?limit=100', '/v1/ledger/lines?limit=200', '/v1/ledger/lines.csv', '/v1/jobs'];

/** @param folder for a store of its own */
export async function shieldMeasures(folder: string, quick: boolean): Promise<Measure[]> {
  let clock = '2026-03-02T06:00:00.000Z';
  const store = await openStore({ dataDir: join(folder, 'shield'), now: () => new Date(clock) });
  try {
    let actor = owner;
    const app = makeApp({
      store,
      actorOf: () => actor,
      spoolDir: folder,
      ownPacks: join(folder, 'p'),
      version: 'bench',
    });
    const ask = async (as: Actor, method: string, path: string, body?: unknown): Promise<Response> => {
      actor = as;
      const headers = { 'content-type': 'application/json' };
      return app.request(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers }) });
    };
    const shown = async (): Promise<{ said: string[]; ms: number }> => {
      const began = performance.now();
      const said: string[] = [];
      for (const path of lists) said.push(await (await ask(owner, 'GET', path)).text());
      return { said, ms: performance.now() - began };
    };
    const letters = quick ? 16 : 90;
    const order: string[] = [];
    const times: Record<'with' | 'without', number[]> = { with: [], without: [] };
    let differ = 0;
    for (let nth = 0; nth < letters * 2; nth += 1) {
      clock = new Date(Date.parse('2026-03-02T06:00:00Z') + (nth * 7.5 * 3_600_000) / letters).toISOString();
      const before = await shown();
      const handsIn = nth % 2 === 0;
      if (handsIn) {
        const reply = await ask(rep, 'POST', '/v1/letters/shielded', { wrong: `Callers wait ${nth}.` });
        if (reply.status !== 201) throw new Error(`A letter was answered ${reply.status}.`);
        order.push(`Callers wait ${nth}.`);
      }
      const then = await shown();
      differ += then.said.filter((text, at) => text !== before.said[at]).length;
      times[handsIn ? 'with' : 'without'].push(then.ms);
    }
    clock = '2026-03-03T09:00:00.000Z';
    await moveLetters(store, 'harbor');
    const out = ((await (await ask(owner, 'GET', '/v1/letters?limit=100')).json()) as LettersOnWire).letters;
    const lines = (await shown()).said[2]!;
    const byNumber = out.toSorted((one, other) => one.number - other.number);
    const byHistory = out.toSorted((one, other) => lines.indexOf(one.id) - lines.indexOf(other.id));
    const rho = Math.max(
      ...[out, byNumber, byHistory].map((sorted) =>
        Math.abs(correlation(sorted.map(({ headline }) => order.indexOf(headline)))),
      ),
    );
    return [
      figure('lists that differ after a shielded hand-in', differ, 'count', '<= 0'),
      figure(
        'time of these lists just after one, against the same without one (medians)',
        median(times.with) / median(times.without),
        'ratio',
        '',
      ),
      // Of so many in no order, the largest of three stays under it in 999 of 1,000.
      figure(
        `order of ${letters} letters against the hour they were handed in, largest rank correlation`,
        rho,
        'ratio',
        quick ? '' : '< 0.38',
      ),
    ];
  } finally {
    await store.close();
  }
}

function correlation(ranks: readonly number[]): number {
  const n = ranks.length;
  const d = ranks.reduce((sum, rank, place) => sum + (rank - place) ** 2, 0);
  return 1 - (6 * d) / (n * (n * n - 1));
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
