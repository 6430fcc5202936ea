// Rates corrected by reviews, on both databases: what was drawn with a known chance enters, what was picked or disputed never does,
// and a plan of one site says nothing of another.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { makeApp } from '../../app.ts';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import {
  markedAnew,
  moreHelp,
  seedFrame,
  seedReviews,
  seedSeen,
  type SeenBy,
} from '../../review/reviewed.test-data.ts';
import { RatesShape } from './rates.shape.ts';

vi.setConfig({ testTimeout: 120_000 });
const owner: Actor = { orgId: 'harbor', id: 'owner', roles: ['owner'] };
let spoolDir: string;
beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

const standard = moreHelp.id;
const ids = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, nth) => `contact-${1000 + from + nth}`);

async function rates(store: Store, query: string, who = owner): Promise<z.infer<typeof RatesShape>> {
  const app = makeApp({ store, actorOf: () => who, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' });
  return RatesShape.parse(await (await app.request(`/v1/rates?standard=${standard}&${query}`)).json());
}

/** 200 contacts at Red and 100 at Blue; the machine says that a quarter failed. */
async function bring(store: Store): Promise<void> {
  await store.inWork(owner, async (work) => {
    await seedSeen(
      work,
      ids(0, 300).map((id, nth) => ({
        id,
        machine: nth % 4 === 0 ? 'failed' : 'met',
        site: nth < 200 ? 'red' : 'blue',
      })),
    );
    // Drawn from Red alone, every fifth: people say that half of what the machine lets pass was failed too.
    await seedFrame(
      work,
      ids(0, 200).map((id, nth) => ({ id, probability: 0.25, drawn: nth % 5 === 0 })),
    );
    await seedReviews(
      work,
      ids(0, 200).flatMap((contact, nth): SeenBy[] => {
        const failed = nth % 4 === 0 || nth % 10 === 5;
        return nth % 5 === 0
          ? [{ contact, reviewer: 'ann', verdict: failed ? 'failed' : 'met', probability: 0.25, plan: 'p-1' }]
          : [];
      }),
    );
  });
}

forEachDatabase((_name, open) => {
  it('are of the contacts that reviews were drawn from, and say so', async () => {
    const store = await open();
    await bring(store);
    const [all] = (await rates(store, 'by=standard')).rows;
    expect(all).toMatchObject({ claim: 'corrected', marked: 300, reviews: { used: 40, withoutChance: 0 } });
    expect(all!.corrected!.of).toBe(200);
    expect(all!.corrected!.these.rate).toBeLessThan(0.6);
    expect(all!.more!.reviews).toBeGreaterThan(0);
    expect(all!.more!.within).toBeLessThan((all!.corrected!.these.to - all!.corrected!.these.from) / 2);
    const bySite = new Map((await rates(store, 'by=site')).rows.map((row) => [row.group, row]));
    expect(bySite.get('red')).toMatchObject({ claim: 'corrected', corrected: { of: 200 } });
    expect(bySite.get('blue')).toMatchObject({ claim: 'machine-only', reviews: { used: 0 } });
  });

  it('take no review that was picked, disputed or made in a calibration', async () => {
    const store = await open();
    await bring(store);
    const before = (await rates(store, 'by=standard')).rows[0]!;
    await store.inWork(owner, async (work) => {
      const picked = (reviewer: string, purpose: SeenBy['purpose'], from: number): SeenBy[] =>
        ids(from, from + 30).map((contact) => ({ contact, reviewer, verdict: 'failed', purpose: purpose! }));
      await seedReviews(work, picked('bo', 'targeted', 210));
      await seedReviews(work, picked('cy', 'dispute', 240));
      await seedReviews(work, picked('di', 'calibration', 270));
    });
    const after = (await rates(store, 'by=standard')).rows[0]!;
    expect(after.corrected).toEqual(before.corrected);
    expect(after.reviews).toMatchObject({ used: 40, withoutChance: 30 });
    expect((await rates(store, 'by=site')).rows.find((row) => row.group === 'blue')).toMatchObject({
      claim: 'machine-only',
    });
  });

  it('stay told while a plan begins over older contacts, of the contacts of the plans that tell something', async () => {
    const store = await open();
    await bring(store);
    const before = (await rates(store, 'by=standard')).rows[0]!;
    const framed = ids(0, 300).map((id, nth) => ({ id, probability: 0.4, drawn: nth % 5 < 2 }));
    await store.inWork(owner, async (work) => seedFrame(work, framed, 'p-2'));
    const reviewed = async (reviewer: string, from: number, to: number): Promise<void> =>
      store.inWork(owner, async (work) =>
        seedReviews(
          work,
          framed
            .filter((one) => one.drawn)
            .slice(from, to)
            .map(({ id }): SeenBy => {
              const failed = Number(id.slice(-3)) % 4 === 0;
              return { contact: id, reviewer, verdict: failed ? 'failed' : 'met', probability: 0.4, plan: 'p-2' };
            }),
        ),
      );
    // The first two are of contacts that the old plan drew from too, and of Red.
    await reviewed('bo', 0, 2);
    const during = await rates(store, 'by=standard');
    expect(during.rows[0]).toMatchObject({ claim: 'corrected', corrected: before.corrected, reviews: { begun: 1 } });
    expect(during.says.join(' ')).toContain('One review is of a draw that has only begun');
    expect((await rates(store, 'by=site')).rows.find((row) => row.group === 'blue')).toMatchObject({
      claim: 'machine-only',
    });
    await reviewed('cy', 2, 120);
    const after = (await rates(store, 'by=standard')).rows[0]!;
    expect(after).toMatchObject({ claim: 'corrected', corrected: { of: 300 }, reviews: { begun: 0 } });
    expect((await rates(store, 'by=site')).rows.find((row) => row.group === 'blue')).toMatchObject({
      claim: 'corrected',
      corrected: { of: 100 },
    });
  });

  it('are of what the standard says now: what was reviewed by an older wording enters none of them', async () => {
    const store = await open();
    await bring(store);
    const reworded = { ...moreHelp, version: 'v2' };
    const asBefore = (await rates(store, 'by=standard')).rows[0]!;
    // Recognised otherwise, it asks the same: reviews count on.
    await store.inWork(owner, async (work) => markedAnew(work, reworded));
    expect((await rates(store, 'by=standard')).rows[0]).toMatchObject({ corrected: asBefore.corrected });
    await store.inWork(owner, async (work) =>
      markedAnew(work, { ...reworded, version: 'v3', says: 'Asks whether the customer needs anything else today.' }),
    );
    const now = await rates(store, 'by=standard');
    expect(now.rows[0]).toMatchObject({
      claim: 'machine-only',
      reviews: { used: 0, withoutChance: 0, olderWording: 40 },
    });
    expect(now.agreement).toEqual([]);
    expect(now.says.join(' ')).toContain('40 reviews were made by an older wording');
    // What two say of it anew goes before what was said of it then.
    await store.inWork(owner, async (work) =>
      seedReviews(work, [
        { contact: ids(0, 1)[0]!, reviewer: 'bo', verdict: 'met', version: 'v3', plan: 'p-1', probability: 0.25 },
      ]),
    );
    expect((await rates(store, 'by=standard')).rows[0]!.reviews).toMatchObject({ used: 1, olderWording: 39 });
  });

  it('set aside what people say doesn’t apply, and count again once contacts come', async () => {
    const store = await open();
    await bring(store);
    await rates(store, 'by=standard');
    await store.inWork(owner, async (work) =>
      seedReviews(
        work,
        ids(1, 5).map((contact) => ({
          contact,
          reviewer: 'bo',
          verdict: 'not-applicable' as const,
          probability: 0.25,
          plan: 'p-1',
        })),
      ),
    );
    const [row] = (await rates(store, 'by=standard')).rows;
    expect(row).toMatchObject({ marked: 300, reviews: { used: 40, setAside: 4 } });
    const kept = await store.inWork(owner, async ({ tx }) =>
      tx.execute(`select count(*)::int as n from rate_count where split = 'standard'`),
    );
    expect((kept as unknown as { rows: { n: number }[] }).rows[0]!.n).toBe(1);
    const elsewhere = await rates(store, 'by=standard', { ...owner, orgId: 'elsewhere' }).catch(() => null);
    expect(elsewhere?.rows ?? []).toEqual([]);
  });
});
