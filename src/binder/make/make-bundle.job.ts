// Makes a judge's file: seals and signs, gathers in one transaction, writes PDF and files, then one line of the history that names the
// list of them, and a checkpoint over that line. Made anew from the beginning where a process ended on the way: nothing is half made.
import { createHash } from 'node:crypto';
import { setImmediate as others } from 'node:timers/promises';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { consistencyPath, inclusionPath } from '../../kernel/merkle.ts';
import { base64Of } from '../../kernel/sha256.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import type { JobWork, Step } from '../../platform/jobs/job.core.ts';
import type { MadeCheckpoint } from '../../platform/ledger/checkpoints.ts';
import { readBundle } from '../bundles.use.ts';
import { sealAll } from '../seal/seal.job.ts';
import { bundleFiles, bundleFormat, type BundleSeal } from '../verify/bundle-format.core.ts';
import { offlinePage } from '../verify/offline-page.ts';
import { writeZip, type ZipFile } from '../verify/zip.core.ts';
import { bundlePdf } from './bundle-pdf.job.ts';
import { gatherBundle, type Gathered } from './gather-bundle.use.ts';
import { keepMade, noteStep, sealManifest } from './keep-bundle.use.ts';
import { markdownOf } from './row-words.core.ts';
import { certificateDraft, readMe, type FileFacts } from './texts.core.ts';

const steps = ['sealing what is new', 'gathering rows and proofs', 'writing pages', 'sealing the file'] as const;

/** The work of the job. */
export function bundleWork(store: Store): JobWork {
  return {
    run: async function* ({ acting, input }, signal) {
      for await (const step of makeBundle(store, acting, input['bundle'] ?? '')) {
        yield step;
        if (signal.aborted) return;
      }
    },
  };
}

/** @throws Fault `bundle-unknown` and those of sealing and picking */
export async function* makeBundle(store: Store, actor: Actor, id: string): AsyncGenerator<Step> {
  const bundle = await store.inWork(actor, async (work) => readBundle(work, id));
  if (bundle.state === 'made') return;
  const step = async (done: number): Promise<Step> => {
    const says = steps[done]!;
    await store.inWork(actor, async (work) => noteStep(work, id, { done, of: steps.length, says }));
    return { done, of: steps.length, says };
  };
  try {
    yield await step(0);
    const first = await sealAll(store, actor);
    yield await step(1);
    const gathered = await store.inWork(actor, async (work) => gatherBundle(work, bundle, first));
    yield await step(2);
    const { files, pages } = await writeFiles(gathered, first);
    await others();
    yield await step(3);
    const manifest = manifestOf(id, files);
    const sealed = await store.inWork(actor, async (work) => sealManifest(work, id, sha256Of(manifest.bytes)));
    const archive = writeZip([...files, manifest, sealOf(sealed, first)]);
    await store.inWork(actor, async (work) =>
      keepMade(work, id, {
        file: archive,
        sha256: sha256Of(archive),
        manifest: sha256Of(manifest.bytes),
        pages,
        line: sealed.line.seq,
        contacts: gathered.contacts,
      }),
    );
  } catch (error) {
    // Told where it is looked for; the job tells why.
    await store.inWork(actor, async (work) => noteStep(work, id, { state: 'failed' }));
    throw error;
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const file = (name: string, content: string | Uint8Array): ZipFile => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});

async function writeFiles(
  { record, names, namesAsked, standards, key }: Gathered,
  { note }: MadeCheckpoint,
): Promise<{ files: ZipFile[]; pages: number }> {
  const json = file(bundleFiles.record, canonicalJson(record));
  const facts: FileFacts = {
    organisation: record.organisation.name,
    asked: record.asked as unknown as FileFacts['asked'],
    names: namesAsked,
    madeAt: record.made.at,
    recordHash: sha256Of(json.bytes),
    checkpoint: note,
    key,
    rows: record.rows.length,
  };
  const pdf = await bundlePdf({ record, facts, names, standards });
  const documents = record.rows
    .filter((row) => row.section === 'in-force')
    .map((row) => file(`documents/${safe(row.kind)}-${safe(row.key)}-row-${row.n}.md`, markdownOf(row)));
  return {
    pages: pdf.pages,
    files: [
      file(bundleFiles.readme, readMe(facts)),
      file(bundleFiles.pdf, pdf.bytes),
      json,
      file(bundleFiles.certificate, certificateDraft(facts)),
      file(bundleFiles.checkpoint, note),
      file(bundleFiles.key, `${key}\n`),
      file(bundleFiles.page, offlinePage()),
      ...documents,
    ],
  };
}

/** A key as part of a file's name: nothing that leads out of a folder, or that a machine reads otherwise. */
const safe = (text: string): string => text.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, 80);

function manifestOf(id: string, files: readonly ZipFile[]): ZipFile {
  const listed = files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256Of(bytes) }));
  return file(bundleFiles.manifest, canonicalJson({ format: bundleFormat, id, files: listed }));
}

function sealOf(
  { line: { hash: _hash, ...line }, checkpoint }: Awaited<ReturnType<typeof sealManifest>>,
  first: MadeCheckpoint,
): ZipFile {
  const seal: BundleSeal = {
    line,
    path: inclusionPath(checkpoint.tree, line.seq - 1).map(base64Of),
    checkpoint: checkpoint.note,
    consistency: consistencyPath(checkpoint.tree, first.size).map(base64Of),
  };
  return file(bundleFiles.seal, canonicalJson(seal));
}
