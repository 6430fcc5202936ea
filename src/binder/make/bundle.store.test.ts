// A judge's file from record to verified archive, on both databases, and what tampering with it does.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import fc from 'fast-check';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { hexOf, sha256Bytes } from '../../kernel/sha256.ts';
import { anotherDatabase, forEachDatabase } from '../../platform/db/databases.ts';
import { storeOver, type Store } from '../../platform/db/open.ts';
import { importRecord } from '../../record/import-record.use.ts';
import { exampleFiles } from '../../record/write-example.ts';
import type { BundleAsked } from '../bundle.core.ts';
import { askForBundle, dropBundle, listBundles, previewBundle, takeBundle } from '../bundles.use.ts';
import { bundleFiles, type BundleManifest, type BundleRecord } from '../verify/bundle-format.core.ts';
import { offlinePage } from '../verify/offline-page.ts';
import { verdictOf } from '../verify/verdict.core.ts';
import { checkBundle, type BundleWrong } from '../verify/verify-bundle.core.ts';
import { readZip, writeZip } from '../verify/zip.core.ts';
import { wrongSignatures } from '../web/signature.ts';
import { makeBundle } from './make-bundle.job.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const files = await Promise.all(
  (await exampleFiles()).map(async (name) => ({
    name,
    bytes: new Uint8Array(await readFile(new URL(`../../record/example/${name}`, import.meta.url))),
  })),
);

const wrongIn = async (archive: Uint8Array): Promise<BundleWrong[]> => {
  const { wrong, signatures } = checkBundle(archive);
  return [...wrong, ...(await wrongSignatures(signatures))];
};
const recordIn = (archive: Uint8Array): BundleRecord =>
  JSON.parse(
    new TextDecoder().decode(readZip(archive)!.find((one) => one.name === bundleFiles.record)!.bytes),
  ) as BundleRecord;

/** As somebody would who knows the form and writes every hash anew, but has no key. */
function rewritten(archive: Uint8Array, change: (record: BundleRecord) => BundleRecord): Uint8Array {
  const bytes = new TextEncoder().encode(canonicalJson(change(recordIn(archive))));
  const changed = readZip(archive)!.map((one) => (one.name === bundleFiles.record ? { ...one, bytes } : one));
  const manifest = JSON.parse(
    new TextDecoder().decode(changed.find((one) => one.name === bundleFiles.manifest)!.bytes),
  ) as BundleManifest;
  const listed = manifest.files.map((one) =>
    one.name === bundleFiles.record ? { ...one, bytes: bytes.length, sha256: hexOf(sha256Bytes(bytes)) } : one,
  );
  const anew = new TextEncoder().encode(canonicalJson({ ...manifest, files: listed }));
  return writeZip(changed.map((one) => (one.name === bundleFiles.manifest ? { ...one, bytes: anew } : one)));
}

type Tampering = (record: BundleRecord, at: number) => BundleRecord;
const tamperings: readonly Tampering[] = [
  (record, at) => ({
    ...record,
    rows: record.rows.map((row, place) =>
      place === at ? { ...row, cells: { ...(row.cells as object), added: 1 } } : row,
    ),
  }),
  (record, at) => ({
    ...record,
    rows: at === record.rows.length - 1 ? record.rows.toSpliced(0, 1) : record.rows.toSpliced(at, 1),
  }),
  (record, at) => {
    const other = (at + 1) % record.rows.length;
    return {
      ...record,
      rows: record.rows
        .with(at, { ...record.rows[other]!, n: at + 1 })
        .with(other, { ...record.rows[at]!, n: other + 1, seal: record.rows[other]!.seal }),
    };
  },
  (record, at) => ({
    ...record,
    rows: record.rows.map((row, place) =>
      place === at ? { ...row, cells: { ...(row.cells as object), recorded_at: '2020-01-01T00:00:00.000Z' } } : row,
    ),
  }),
  (record, at) => ({
    ...record,
    lines: record.lines.map((one, place) =>
      place === at % record.lines.length ? { ...one, line: { ...one.line, at: '2020-01-01T00:00:00.000Z' } } : one,
    ),
  }),
];

forEachDatabase((name, open) => {
  let store: Store;
  let now = new Date('2026-03-01T12:00:00Z');
  beforeEach(async () => {
    now = new Date('2026-03-01T12:00:00Z');
    store = await open({ now: () => (now = new Date(now.getTime() + 1000)) });
    await store.inWork(owner, async (work) => importRecord(work, files));
  });

  const made = async (asked: BundleAsked): Promise<Uint8Array> => {
    const { id } = await store.inWork(owner, async (work) => askForBundle(work, asked));
    for await (const _step of makeBundle(store, owner, id));
    return (await store.inWork(owner, async (work) => takeBundle(work, id))).file;
  };
  const day = { from: '2026-03-01', to: '2026-03-01' };

  it('holds what was in force, who knew it and who was trained, and verifies by itself', async () => {
    const archive = await made(day);
    const { wrong, told, signatures } = checkBundle(archive);
    expect([...wrong, ...(await wrongSignatures(signatures))]).toEqual([]);
    expect(signatures).toHaveLength(2);
    expect(told).toMatchObject({ unsealed: 0 });
    expect(told!.rows).toBeGreaterThan(5);
    const names = readZip(archive)!.map((one) => one.name);
    expect(names).toEqual(expect.arrayContaining(Object.values(bundleFiles)));
    expect(names.some((name) => name.startsWith('documents/policies-'))).toBe(true);
    expect(checkBundle(archive, told!.key).wrong).toEqual([]);
    expect(
      checkBundle(archive, 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').wrong,
    ).not.toEqual([]);
    const [first] = await store.inWork(owner, listBundles);
    expect(first).toMatchObject({ state: 'made', kept: true });
  });

  it('made anew and signed with a key of one’s own it is whole, and the first line says that nobody named that key', async () => {
    const archive = await made(day);
    const { key } = checkBundle(archive).told!;
    // The same organisation in another store has another key: as somebody would who writes all of it anew.
    const dataDir = await mkdtemp(join(tmpdir(), 'customary-anew-'));
    onTestFinished(async () => rm(dataDir, { recursive: true, force: true }));
    const other = storeOver(await anotherDatabase(name), { dataDir, now: () => new Date('2026-03-01T12:00:00Z') });
    await other.inWork(owner, async (work) => importRecord(work, files));
    const { id } = await other.inWork(owner, async (work) => askForBundle(work, day));
    for await (const _step of makeBundle(other, owner, id));
    const anew = (await other.inWork(owner, async (work) => takeBundle(work, id))).file;
    const verdict = async (file: Uint8Array, named?: string) => {
      const { wrong, signatures, signedBy } = checkBundle(file, named);
      return verdictOf([...wrong, ...(await wrongSignatures(signatures))], signedBy);
    };
    expect(checkBundle(anew).told!.key).not.toBe(key);
    for (const file of [archive, anew])
      expect(await verdict(file)).toMatchObject({ look: 'unsure', first: 'Signed by a key you have not named.' });
    expect(await verdict(archive, key)).toMatchObject({ look: 'good' });
    expect(await verdict(anew, key)).toMatchObject({
      look: 'bad',
      first: 'Signed with another key than the one that you gave.',
    });
    expect((await verdict(Uint8Array.from(archive).fill(1, 900, 910))).first).toMatch(/^This is not the file/);
  });

  it('names what was tampered with: a changed byte, and rows changed, removed, moved or dated back by somebody who hashed anew', async () => {
    const archive = await made(day);
    await fc.assert(
      fc.asyncProperty(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Uint8Array.from(archive);
        changed[at] = changed[at]! ^ by;
        expect((await wrongIn(changed)).length, `byte ${at}`).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
    const rows = recordIn(archive).rows.length;
    for (let which = 0; which < rows * 4; which += 3) {
      const tampering = tamperings[which % tamperings.length]!;
      const wrong = await wrongIn(rewritten(archive, (record) => tampering(record, which % rows)));
      expect(
        wrong.filter((one) => one.file === bundleFiles.record && /^(row|line) /.test(one.where)).length,
        `${which}`,
      ).toBeGreaterThan(0);
      expect(wrong.some((one) => one.file === bundleFiles.manifest)).toBe(true);
    }
  });

  it('says plainly what is not on record', async () => {
    const asked = { from: '2019-01-01', to: '2019-01-31' };
    const { sections, nothing } = await store.inWork(owner, async (work) => previewBundle(work, asked));
    expect(sections['in-force']).toBe(0);
    expect(nothing).toContain('No policy or procedure was in force for what was asked.');
    expect(checkBundle(await made(asked)).wrong).toEqual([]);
  });

  it('keeps to the person, the site and the document that were asked for', async () => {
    const preview = async (more: Partial<BundleAsked>) =>
      (await store.inWork(owner, async (work) => previewBundle(work, { ...day, ...more }))).sections;
    const all = await preview({});
    expect((await preview({ document: 'policy/quoting-prices' }))['in-force']).toBe(1);
    expect((await preview({ person: 'p-06' })).acknowledged).toBeLessThanOrEqual(all.acknowledged);
    await expect(preview({ person: 'nobody' })).rejects.toMatchObject({ slug: 'person-unknown' });
    await expect(preview({ from: '2026-04-01' })).rejects.toMatchObject({ slug: 'bundle-days' });
  });

  it('is for owners, counsel and HR to make, and for nobody of another organisation to see', async () => {
    const asking = async (actor: Actor) => store.inWork(actor, async (work) => askForBundle(work, day));
    await expect(asking({ ...owner, roles: ['manager'] })).rejects.toMatchObject({ slug: 'binder-forbidden' });
    await expect(asking({ ...owner, roles: ['auditor'] })).rejects.toMatchObject({ slug: 'binder-forbidden' });
    await expect(asking({ ...owner, roles: ['hr'], sites: ['x'] })).rejects.toMatchObject({
      slug: 'binder-of-the-whole',
    });
    const { id } = await asking({ ...owner, roles: ['counsel'] });
    const rival: Actor = { ...owner, orgId: 'rival' };
    await expect(store.inWork(rival, async (work) => takeBundle(work, id))).rejects.toMatchObject({
      slug: 'bundle-unknown',
    });
  });

  it('goes once its copy is dropped, and that it was made stays', async () => {
    await made(day);
    const [first] = await store.inWork(owner, listBundles);
    await store.inWork(owner, async (work) => dropBundle(work, first!.id));
    await expect(store.inWork(owner, async (work) => takeBundle(work, first!.id))).rejects.toMatchObject({
      slug: 'bundle-not-kept',
    });
    expect((await store.inWork(owner, listBundles))[0]).toMatchObject({ kept: false, sha256: first!.sha256 });
  });
});

it('the page that goes with it is one whole script under a policy that lets nothing out', () => {
  const page = offlinePage();
  const script = /<script>([\s\S]*)<\/script>/.exec(page)![1]!;
  expect(() => new vm.Script(script)).not.toThrow();
  expect(page).toContain("default-src 'none'");
  expect(script).not.toMatch(/\bimport\b|\bexport\b|node:/);
});
