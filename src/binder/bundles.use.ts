// The verbs of judge's files: preview, ask for one, list, take, drop the copy that is kept.
import { randomUUID } from 'node:crypto';
import { toldActors } from '../auth/members/told-actors.use.ts';
import { placeHold } from '../contacts/legal-hold/legal-hold.use.ts';
import { Fault } from '../kernel/fault.ts';
import { append } from '../platform/ledger/append.ts';
import { addJob } from '../platform/jobs/jobs.store.ts';
import type { Work } from '../platform/db/work.ts';
import { assertMayBind, assertMayReadBinder } from './binder.access.ts';
import type { Bundle, BundleAsked, BundleSummary } from './bundle.core.ts';
import { bundleById, bundlesOf, dropFile, fileOf, quotesHeld, writeBundle } from './bundle.store.ts';
import { pickRows } from './make/pick-rows.use.ts';

/** The job that makes one. */
export const bundleJob = 'bundle';

/** What would be in it, and what is missing. @throws Fault `binder-forbidden` and those of picking its rows */
export async function previewBundle(work: Work, asked: BundleAsked): Promise<BundleSummary> {
  const { sections, nothing } = await pickRows(work, asked);
  return { sections, nothing };
}

/**
 * Asks for one; a job makes it.
 * @param hold why what was said at the site in these days may not be erased meanwhile; absent: no legal hold is placed
 * @throws Fault `binder-forbidden`, `bundle-hold-site` and those of picking its rows
 */
export async function askForBundle(work: Work, asked: BundleAsked, hold?: string): Promise<Bundle> {
  const { tx, actor, now } = work;
  assertMayBind(actor);
  const { sections, nothing } = await pickRows(work, asked);
  if (hold !== undefined) await holdSubject(work, asked, hold);
  const id = `f${randomUUID()}`;
  await writeBundle(tx, {
    orgId: actor.orgId,
    id,
    asked,
    state: 'waiting',
    askedAt: new Date(now),
    askedBy: actor.id,
    counts: { sections, nothing },
  });
  await addJob(work, `j-${id}`, bundleJob, { bundle: id });
  await append(work, { kind: 'bundle.asked', subjects: [id], digestOf: JSON.stringify(asked) });
  return (await bundleById(tx, actor.orgId, id))!;
}

async function holdSubject(work: Work, { site, from, to }: BundleAsked, says: string): Promise<void> {
  if (site === undefined)
    throw new Fault(
      'bundle-hold-site',
      'malformed',
      'A legal hold is placed on a site with its days: name the site, or place a hold on one contact or customer under Settings.',
      [{ pointer: '/hold', detail: 'only where a site is named' }],
    );
  await placeHold(work, { about: 'site', site, from, to }, says);
}

/** A file with who asked for it: by name to owners, by role to others. */
export type BundleTold = Bundle & { readonly by: string };

/** The newest first. @throws Fault `binder-forbidden` */
export async function listBundles(work: Work): Promise<BundleTold[]> {
  assertMayReadBinder(work.actor);
  const actors = await toldActors(work);
  return (await bundlesOf(work.tx, work.actor.orgId, 50)).map((one) => {
    const told = actors.get(one.askedBy);
    return { ...one, by: told?.name ?? told?.roles.join(', ') ?? 'a command on the server' };
  });
}

/** @throws Fault `binder-forbidden`, `bundle-unknown` */
export async function readBundle(work: Work, id: string): Promise<Bundle> {
  assertMayReadBinder(work.actor);
  const bundle = await bundleById(work.tx, work.actor.orgId, id);
  if (!bundle)
    throw new Fault('bundle-unknown', 'missing', 'There is no judge’s file of this id. Take one from the list.');
  return bundle;
}

/** The file itself. @throws Fault `binder-forbidden`, `bundle-unknown`, `bundle-not-kept` */
export async function takeBundle(work: Work, id: string): Promise<{ bundle: Bundle; file: Uint8Array }> {
  const bundle = await readBundle(work, id);
  const file = await fileOf(work.tx, work.actor.orgId, id);
  if (!file)
    throw new Fault(
      'bundle-not-kept',
      'missing',
      bundle.state === 'made'
        ? 'This file is kept here no more: its copy was dropped, or a contact that it quotes was erased. Its hash stays; make another if you need one.'
        : 'This file isn’t made yet. Wait until it is.',
    );
  return { bundle, file };
}

/**
 * Drops the copy that is kept here; that it was made, and its hash, stay. One that quotes what is under legal hold is kept.
 * @throws Fault `binder-forbidden`, `bundle-unknown`, `legal-hold-stands`
 */
export async function dropBundle(work: Work, id: string): Promise<void> {
  assertMayBind(work.actor);
  await readBundle(work, id);
  if (await quotesHeld(work.tx, work.actor.orgId, id))
    throw new Fault(
      'legal-hold-stands',
      'conflict',
      'This file quotes contacts that are under legal hold, so its copy is kept. An owner or counsel may release the hold.',
    );
  await dropFile(work.tx, work.actor.orgId, id);
  await append(work, { kind: 'bundle.dropped', subjects: [id] });
}
