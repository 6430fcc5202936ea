// Marks every contact that isn't marked with the standards in use. Threads mark while the next batch is read and the
// last one is written; each batch is one transaction, so a stop loses nothing and the next run goes on.
import type { Actor } from '../kernel/actor.ts';
import { contentId } from '../kernel/digest.ts';
import type { Contact } from '../contacts/contact.core.ts';
import { readUnmarked } from '../contacts/contacts.use.ts';
import type { Work } from '../platform/db/work.ts';
import { type Crew, crewSize, startCrew } from '../platform/crew.ts';
import { KeptCrew } from '../platform/kept-crew.ts';
import type { Store } from '../platform/db/open.ts';
import { keptBytes } from '../standards/kept-compiled.ts';
import { listStandards } from '../standards/standards.use.ts';
import type { OrganisationWords, Pack } from '../standards/pack.core.ts';
import type { Standard } from '../standards/standard.core.ts';
import { type StandingMarker, standardsWith } from './learned/standing.core.ts';
import { readStanding } from './learned/standing.use.ts';
import type { SaidOfContact } from './mark.core.ts';
import type { CompileTask } from './compile.worker.ts';
import type { MarkStart } from './mark.worker.ts';
import { recordMarks } from './record-marks.use.ts';
import { beginMarking } from './begin-marking.use.ts';

/** Contacts given to a thread at once, and read from the store at once. */
const taskContacts = 25;
const batchContacts = 100;
/** From here on another thread's start is soon made up for. */
const manyContacts = 200;

export interface MarkingProgress {
  readonly contacts: number;
  readonly marks: number;
}

type MarkCrew = Crew<readonly Contact[], SaidOfContact[]>;

/** Threads that are ready, for who marks again soon. */
const keptCrew = new KeptCrew<readonly Contact[], SaidOfContact[]>();

/** Begins to get a thread ready, which may take seconds, for who is about to mark: while a form is filled in, say. */
export function getReadyToMark(packs: readonly Pack[], words: OrganisationWords): void {
  const packSet = packSetOf(listStandards(packs), words);
  const ready = async (): Promise<void> =>
    keptCrew.keep(packSet, await keptCrew.take(packSet, 1, async () => newCrew(packs, words, [], 1)));
  // What goes wrong here goes wrong again for who marks, and is said there.
  void ready().catch(() => undefined);
}

/**
 * Mark what waits. Yields progress after each batch; nothing to do yields nothing.
 * @param againSoon the threads stay ready afterwards, and get ready also where nothing waits yet
 */
export async function* markContacts(
  store: Store,
  actor: Actor,
  packs: readonly Pack[],
  words: OrganisationWords,
  againSoon = false,
): AsyncGenerator<MarkingProgress> {
  const { packSet, standards, standing } = await store.inWork(actor, async (work) => {
    const set = await setInUse(work, packs, words);
    await beginMarking(work, set.packSet, set.standards);
    return set;
  });
  const versions = standards.map((one) => one.version);

  let batch = await store.inWork(actor, async (work) => readUnmarked(work, packSet, '', batchContacts));
  if (batch.length === 0 && !againSoon) return;
  // A thread makes itself ready before it marks: no more of them than there is work for. Who marks again soon begins with
  // one, since what comes first is read by somebody who waits.
  const threads = againSoon ? 1 : Math.min(crewSize(), Math.ceil(batch.length / taskContacts));
  const crew = await keptCrew.take(packSet, threads, async () => newCrew(packs, words, standing, threads));
  const markAll = async (some: readonly Contact[]): Promise<SaidOfContact[][]> =>
    Promise.all(slices(some, taskContacts).map(async (one) => crew.run(one)));
  let contacts = 0;
  let marks = 0;
  let whole = false;
  try {
    let marking = markAll(batch);
    while (batch.length > 0) {
      const after = batch.at(-1)!.id;
      const full = batch.length === batchContacts;
      // Waited for together, so that a thread's error doesn't go unheard while the store is read.
      const [results, next] = await Promise.all([
        marking,
        full
          ? store.inWork(actor, async (work) => readUnmarked(work, packSet, after, batchContacts))
          : Promise.resolve([]),
      ]);
      if (contacts >= manyContacts) crew.grow(crewSize());
      // The next are marked while these are written.
      marking = markAll(next);
      marking.catch(() => undefined);
      const marked = results.flat();
      await store.inWork(actor, async (work) => recordMarks(work, packSet, versions, marked));
      contacts += marked.length;
      marks += marked.reduce((sum, one) => sum + one.marks.length, 0);
      yield { contacts, marks };
      batch = next;
    }
    if (contacts > 0) await store.analyze(['mark', 'marking', 'contact']);
    whole = true;
  } finally {
    // A single thread stays ready in any case: whoever brings a few contacts soon brings a few more, and its start costs seconds.
    await (whole && (againSoon || crew.size === 1) ? keptCrew.keep(packSet, crew) : crew.close());
  }
}

/** What marks are made with: the organisation's words decide what <business> matches, so they are part of it. */
function packSetOf(standards: readonly Standard[], words: OrganisationWords): string {
  return contentId('p', ...standards.map((one) => `${one.id}=${one.version}`), JSON.stringify(words));
}

/** The set that contacts are marked by from now on: the standards with the versions that the markers give them that stand. */
async function setInUse(work: Work, packs: readonly Pack[], words: OrganisationWords) {
  const stated = listStandards(packs);
  const standing = await readStanding(work, stated);
  const standards = standardsWith(stated, standing);
  return { packSet: packSetOf(standards, words), standards, standing };
}

/**
 * Puts the set in use without marking anything: where it was in use before, its marks are there at once.
 * @throws Fault `marking-forbidden`
 */
export async function takeUpMarkers(work: Work, packs: readonly Pack[], words: OrganisationWords): Promise<void> {
  const { packSet, standards } = await setInUse(work, packs, words);
  await beginMarking(work, packSet, standards);
}

async function newCrew(
  packs: readonly Pack[],
  words: OrganisationWords,
  learned: readonly StandingMarker[],
  threads: number,
): Promise<MarkCrew> {
  const start: MarkStart = { compiled: keptBytes(packs, words) ?? (await compiledElsewhere(packs, words)), learned };
  return startCrew(new URL('./mark.worker.ts', import.meta.url), start, threads);
}

/** What is being compiled: who asks for the same meanwhile waits for it. */
let compiling: { readonly packSet: string; readonly bytes: Promise<SharedArrayBuffer> } | null = null;

async function compiledElsewhere(packs: readonly Pack[], words: OrganisationWords): Promise<SharedArrayBuffer> {
  const packSet = packSetOf(listStandards(packs), words);
  if (compiling?.packSet === packSet) return compiling.bytes;
  const own = { packSet, bytes: compiledInThread(packs, words) };
  compiling = own;
  try {
    return await own.bytes;
  } finally {
    if (compiling === own) compiling = null;
  }
}

async function compiledInThread(packs: readonly Pack[], words: OrganisationWords): Promise<SharedArrayBuffer> {
  const crew = startCrew<CompileTask, SharedArrayBuffer>(new URL('./compile.worker.ts', import.meta.url), null, 1);
  try {
    return await crew.run({ packs: packs.map(withoutExamples), words });
  } finally {
    await crew.close();
  }
}

function slices<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

// What a pack's examples say decides no mark, and is most of what a pack holds.
function withoutExamples(pack: Pack): Pack {
  return { ...pack, standards: pack.standards.map((one) => ({ ...one, examples: [] })) };
}
