// The main job killed at random moments and begun again where it was, until it ends by itself: what is in the store after each
// kill must be part of what an unkilled run leaves, and in the end all of it.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contact } from '../../src/contacts/contact.core.ts';
import { readContacts } from '../../src/contacts/contacts.use.ts';
import { markedContacts } from '../../src/marking/marks.use.ts';
import { organisationOf } from '../../src/platform/config.ts';
import { openStore } from '../../src/platform/db/open.ts';
import { verifyLedger } from '../../src/platform/ledger/verify-ledger.ts';
import { runCustomary } from '../run-customary.ts';

export interface Reading {
  /** Where data folders are made. */
  readonly folder: string;
  /** Files to read. */
  readonly input: string;
  /** A new database for a data folder; absent: the embedded one. */
  readonly newDatabase?: (data: string) => Promise<string>;
  /** Runs that are to be killed; some end before. */
  readonly times: number;
  /** From 0 to 1. */
  readonly random: () => number;
}

export interface Killed {
  /** Runs that were killed before they ended. */
  readonly during: number;
  /** What was lost, doubled or broken after which kill; ids alone. */
  readonly wrong: readonly string[];
}

/** A program takes so long until it could have done anything, in seconds; and of a run's time there is so much in which to kill it. */
const earliest = 0.3;
const latest = 0.9;
const page = 200;

/** @throws Error where a run that nobody killed doesn't end well */
export async function killedWhileReading(asked: Reading): Promise<Killed> {
  const whole = await newPlace(asked);
  const seconds = await read(asked, whole);
  const expected = await whatIsIn(whole);
  if (seconds === null || expected.twice.length > 0 || !expected.ledgerHolds)
    throw new Error('The run that nobody killed left no sound store.');
  await whole.clear();
  const wrong: string[] = [];
  let during = 0;
  for (let left = asked.times; left > 0;) {
    const place = await newPlace(asked);
    for (let over = false; !over;) {
      const at = left > 0 ? earliest + asked.random() * (latest * seconds - earliest) : undefined;
      left -= 1;
      over = (await read(asked, place, at)) !== null;
      if (!over) during += 1;
      wrong.push(...differences(expected, await whatIsIn(place), over).map((what) => `kill ${during}: ${what}`));
    }
    await place.clear();
  }
  return { during, wrong };
}

interface Place {
  readonly data: string;
  readonly databaseUrl?: string;
  clear(): Promise<void>;
}

async function newPlace({ folder, newDatabase }: Reading): Promise<Place> {
  const data = await mkdtemp(join(folder, 'data-'));
  const url = await newDatabase?.(data);
  return {
    data,
    ...(url === undefined ? {} : { databaseUrl: url }),
    clear: async () => rm(data, { recursive: true, force: true }),
  };
}

/** Seconds that it took; null where it was killed. */
async function read({ input }: Reading, { data, databaseUrl }: Place, killAt?: number): Promise<number | null> {
  const env = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  const ran = await runCustomary(['diagnose', input, '--data', data, '--no-open'], env, killAt);
  if (ran.code === null) return null;
  if (ran.code === 0) return ran.seconds;
  throw new Error(`diagnose ended with ${ran.code}:\n${ran.output.slice(-1500)}`);
}

interface Held {
  /** What was said and what was marked, by the contact's own id, free of the keys that differ from run to run. */
  readonly contacts: ReadonlyMap<string, { readonly said: string; readonly marks: string }>;
  readonly twice: readonly string[];
  readonly ledgerHolds: boolean;
}

async function whatIsIn({ data, databaseUrl }: Place): Promise<Held> {
  const store = await openStore({ dataDir: data, now: () => new Date(), ...(databaseUrl ? { databaseUrl } : {}) });
  try {
    const actor = { orgId: await organisationOf(data), id: 'bench', roles: ['owner' as const] };
    return await store.inWork(actor, async (work) => {
      const contacts = new Map<string, { said: string; marks: string }>();
      const twice: string[] = [];
      let some: Contact[] = [];
      do {
        some = await readContacts(work, some.at(-1)?.id ?? '', page);
        for (const { contact, marks } of await markedContacts(work, some)) {
          const id = contact.source.originalId;
          if (contacts.has(id)) twice.push(id);
          contacts.set(id, {
            said: JSON.stringify([contact.version, contact.turns]),
            marks: JSON.stringify(marks.map((mark) => [mark.standard, mark.verdict, mark.evidence])),
          });
        }
      } while (some.length === page);
      return { contacts, twice, ledgerHolds: (await verifyLedger(work)).wrong.length === 0 };
    });
  } finally {
    await store.close();
  }
}

/** What must not be: after a kill contacts and marks may be missing, once it has ended none may. */
function differences(expected: Held, found: Held, ended: boolean): string[] {
  const none = '[]';
  const wrong = found.twice.map((id) => `${id} is there twice`);
  for (const [id, { said, marks }] of found.contacts) {
    const one = expected.contacts.get(id);
    if (one?.said !== said) wrong.push(`${id} says something else`);
    else if (one.marks !== marks && (ended || marks !== none)) wrong.push(`${id} has other marks`);
  }
  if (ended) for (const id of expected.contacts.keys()) if (!found.contacts.has(id)) wrong.push(`${id} is not there`);
  if (!found.ledgerHolds) wrong.push('the history is broken');
  return wrong;
}
