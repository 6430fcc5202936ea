// Learned markers through the API on both databases: learn, compare, let in, mark, go back; refused, another organisation's, noise.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { makeApp } from '../../app.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { markTable } from '../../marking/marking.table.ts';
import { readMarkedTwice } from '../../marking/past-marks.use.ts';
import { learnedMarkerTable, markerTaughtTable } from '../../marking/learned/standing.table.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { eventTable } from '../../platform/ledger/event.table.ts';
import { MarkersShape, MarkerTrainingLineShape, OneMarkersShape } from './markers.shape.ts';
import { askForDue } from './retrain.job.ts';
import { contactsCsv, isMet, marksCsv, reviewedStandard } from './reviewed-contacts.test-data.ts';

const actor = (orgId: string, role: Role): Actor => ({ orgId, id: 'cli', roles: [role] });
const owner = actor('harbor', 'owner');
let spoolDir: string;

beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

const contacts = 130;
const path = `/v1/markers/${reviewedStandard}`;

function api(store: Store, who = owner) {
  const app = makeApp({ store, actorOf: () => who, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' });
  const ask = async (method: string, to: string, body?: unknown) =>
    app.request(to, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  const linesOf = async (reply: Response): Promise<unknown[]> =>
    (await reply.text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown);
  return {
    ask,
    slug: async (method: string, to: string, body?: unknown): Promise<string | undefined> => {
      const reply = await ask(method, to, body);
      const text = await reply.text();
      return /problems\/([a-z-]+)|#([a-z-]+)"/.exec(text)?.slice(1).find(Boolean);
    },
    async train(standards: string[] | null = [reviewedStandard]): Promise<z.infer<typeof MarkerTrainingLineShape>[]> {
      const lines = await linesOf(await ask('POST', '/v1/markers/training', standards ? { standards } : {}));
      return lines.map((line) => MarkerTrainingLineShape.parse(line));
    },
    list: async () => MarkersShape.parse(await (await ask('GET', '/v1/markers')).json()),
    one: async () => OneMarkersShape.parse(await (await ask('GET', path)).json()),
    mark: async () => linesOf(await ask('POST', '/v1/marking')),
    async bring(text: string): Promise<void> {
      const { id } = (await (await ask('POST', '/v1/imports', { label: 'test' })).json()) as { id: string };
      const query = new URLSearchParams({ name: 'calls.csv' });
      const put = await app.request(`/v1/imports/${id}/files?${query.toString()}`, { method: 'PUT', body: text });
      expect(await put.text()).not.toContain('"problem"');
      await ask('POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 0 });
    },
    async review(text: string): Promise<void> {
      const reply = await ask('POST', '/v1/past-marks', { files: [{ name: 'marks.csv', text }] });
      expect(await reply.json()).toMatchObject({ rejects: [], waiting: 0 });
    },
  };
}

/** Marks of the standard in use and of any other version, by marker and verdict. */
async function marksOf(store: Store): Promise<Record<string, number>> {
  const rows = await store.inWork(owner, async ({ tx }) =>
    tx.select({ standard: markTable.standard, marker: markTable.marker, verdict: markTable.verdict }).from(markTable),
  );
  const counts: Record<string, number> = {};
  for (const { standard, marker, verdict } of rows)
    if (standard === reviewedStandard) counts[`${marker} ${verdict}`] = (counts[`${marker} ${verdict}`] ?? 0) + 1;
  return counts;
}

// Each trains in a thread that must start first, and marks in another.
vi.setConfig({ testTimeout: 240_000 });

forEachDatabase((_name, open) => {
  it('what people’s marks taught takes the place of the cues, and goes again without loss', async () => {
    const store = await open();
    const used = api(store);
    await used.bring(contactsCsv(contacts));
    await used.mark();
    const met = Array.from({ length: contacts }, (_, nth) => isMet(nth)).filter(Boolean).length;
    const before = await marksOf(store);
    // The cues hear that the contact closes where it was met, miss the thanks there, and hear nothing in the others.
    expect(before).toEqual({ 'cue failed': met });
    await used.review(marksCsv(contacts));

    const trained = await used.train();
    const line = trained.find((one) => one.kind === 'trained')!;
    expect(line).toMatchObject({ standard: reviewedStandard, whyNot: [], promoted: false });
    expect(line.card.taughtBy).toMatchObject({ reviews: contacts, met, persons: 6, sites: 2, pastMarks: contacts });
    expect(line.card.figures.learned.value).toBeGreaterThan(0.9);
    expect(line.card.figures.cue.value).toBeLessThan(0.1);
    expect(line.card.figures.difference.low).toBeGreaterThan(0);
    expect(line.card.evidence.wealth).toBeGreaterThan(20);
    expect(line.card.invariance.flips / line.card.invariance.pairs).toBeLessThanOrEqual(0.01);
    // Learned and not let in: the cues mark on.
    expect((await used.list()).standards.find((one) => one.standard === reviewedStandard)).toMatchObject({
      stands: 'cue',
      reviews: contacts,
      learned: { id: line.marker, whyNot: [] },
    });

    const promoted = await used.ask('POST', `${path}/promote`, { marker: line.marker });
    expect(await promoted.json()).toEqual({ standard: reviewedStandard, stands: 'learned', marker: line.marker });
    expect(await used.slug('POST', `${path}/promote`, { marker: line.marker })).toBe('marker-stands-already');
    await used.mark();
    // Of every contact, old ones too; what the cues said is kept beside it.
    expect(await marksOf(store)).toEqual({ ...before, 'learned met': met, 'learned failed': contacts - met });
    const rates = await (await used.ask('GET', `/v1/rates?standard=${reviewedStandard}`)).text();
    expect(rates).toContain(`"failed":${contacts - met}`);

    // Of contacts that taught it, agreement is told by what it would have said without them.
    await store.inWork(owner, async (work) => {
      const unheard = await work.tx.select().from(markerTaughtTable);
      expect(unheard).toHaveLength(contacts);
      const wrong = unheard[0]!;
      await work.tx.delete(markerTaughtTable).where(eq(markerTaughtTable.contactId, wrong.contactId));
      await work.tx.insert(markerTaughtTable).values({ ...wrong, verdict: 'unsure' });
      const twice = await readMarkedTwice(work);
      expect(twice).toHaveLength(contacts);
      expect(twice.filter((one) => one.machine === 'unsure').map((one) => one.contact)).toEqual([wrong.contactId]);
    });

    const one = await used.one();
    expect(one).toMatchObject({ stands: 'learned', marker: line.marker });
    expect(one.words.met.map((word) => word.words)).toContain('safe travels');
    expect(one.words.met.every((word) => word.by === 'rep' || word.by === 'customer')).toBe(true);
    const quotes = await store.inWork(owner, async ({ tx }) =>
      tx.select({ marker: markTable.marker, verdict: markTable.verdict, evidence: markTable.evidence }).from(markTable),
    );
    const quoted = quotes.filter((mark) => mark.marker === 'learned' && mark.verdict === 'met');
    expect(quoted.every((mark) => mark.evidence.some((place) => place.turn === 4))).toBe(true);

    expect((await used.ask('POST', `${path}/roll-back`)).status).toBe(200);
    // At once, before anything is marked again.
    expect(await (await used.ask('GET', `/v1/rates?standard=${reviewedStandard}`)).text()).toContain(`"failed":${met}`);
    expect(await used.slug('POST', `${path}/roll-back`)).toBe('marker-stands-not');
    await used.mark();
    expect(await marksOf(store)).toMatchObject(before);
    expect((await used.one()).history.map((step) => step.marker)).toEqual([null, line.marker]);

    // Nothing kept of it holds a word.
    await store.inWork(owner, async (work) => {
      const [row] = await work.tx.select().from(learnedMarkerTable);
      expect(JSON.stringify(row!.document)).not.toMatch(/travel|boat|piano|Server/);
      const kinds = await work.tx.select({ kind: eventTable.kind }).from(eventTable);
      expect(kinds.map((event) => event.kind)).toEqual(
        expect.arrayContaining(['marker.learned', 'marker.promoted', 'marker.rolled-back']),
      );
    });
  });

  it('what people’s marks don’t bear out may not stand, and too few teach nothing', async () => {
    const store = await open();
    const used = api(store);
    await used.bring(contactsCsv(contacts));
    await used.review(marksCsv(20));
    expect(await used.train()).toMatchObject([{ kind: 'too-few', standard: reviewedStandard }]);
    // Said by a coin.
    await used.review(
      marksCsv(
        contacts,
        (nth) => Math.sin(nth * 12.9898) * 43758.5453 - Math.floor(Math.sin(nth * 12.9898) * 43758.5453) < 0.5,
      ),
    );
    const line = (await used.train()).find((one) => one.kind === 'trained')!;
    expect(line.whyNot).toContain('not-shown-yet');
    expect(await used.slug('POST', `${path}/promote`, { marker: line.marker })).toBe('marker-may-not-stand');
    expect((await used.one()).stands).toBe('cue');
    expect(await used.slug('POST', `${path}/promote`, { marker: 'k123' })).toBe('marker-unknown');
    expect(await used.slug('GET', '/v1/markers/no.such')).toBe('marker-standard-unknown');
  });

  it('is learned again by its rule, and comes in by itself where that was set', async () => {
    const store = await open();
    const used = api(store);
    await used.bring(contactsCsv(contacts));
    await used.review(marksCsv(contacts));
    const rule = { afterReviews: 120, byItself: true };
    expect(await (await used.ask('PUT', `${path}/rule`, rule)).json()).toEqual(rule);
    expect((await used.one()).untilDue).toBe(0);
    const ownPacks = join(spoolDir, 'packs');
    expect(await askForDue(store, 'harbor', ownPacks)).toBe(true);
    expect(await askForDue(store, 'harbor', ownPacks)).toBe(false);
    expect((await used.train(null)).find((one) => one.kind === 'trained')).toMatchObject({ promoted: true });
    expect(await used.one()).toMatchObject({ stands: 'learned', untilDue: 120, history: [{ how: 'by-itself' }] });
    expect(await askForDue(store, 'harbor', ownPacks)).toBe(false);
    // Taken back it stays back, whoever has it learned again, until somebody says otherwise.
    expect((await used.ask('POST', `${path}/roll-back`)).status).toBe(200);
    expect(await used.one()).toMatchObject({ stands: 'cue', rule: { afterReviews: 120, byItself: false } });
    const [again] = (await used.train([reviewedStandard])).filter((one) => one.kind === 'trained');
    expect(again).toMatchObject({ whyNot: [], promoted: false });
    expect((await used.one()).stands).toBe('cue');
  });

  it('is for those who answer for all sites, of their own organisation', async () => {
    const store = await open();
    const as = (role: Role, sites?: readonly string[]) =>
      api(store, { ...actor('harbor', role), ...(sites ? { sites } : {}) } as Actor);
    expect(await as('rep').slug('GET', '/v1/markers')).toBe('markers-forbidden');
    expect(await as('reviewer').slug('POST', '/v1/markers/training', {})).toBe('marker-training-forbidden');
    for (const role of ['manager', 'trainer', 'reviewer', 'auditor'] as const) {
      expect((await as(role).ask('GET', '/v1/markers')).status).toBe(200);
      expect(await as(role).slug('POST', `${path}/promote`, { marker: 'k1' })).toBe('marker-decision-forbidden');
      expect(await as(role).slug('POST', `${path}/roll-back`)).toBe('marker-decision-forbidden');
    }
    expect(await api(store, actor('rival', 'owner')).slug('POST', `${path}/promote`, { marker: 'k1' })).toBe(
      'marker-unknown',
    );
    expect((await api(store).ask('PUT', `${path}/rule`, { afterReviews: -1, byItself: true })).status).toBe(400);
    expect((await api(store).ask('POST', '/v1/markers/training', { standards: [''] })).status).toBe(400);
  });
});
