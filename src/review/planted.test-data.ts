// A small organisation whose contacts are marked, written straight into the tables: what reviews are tried on.
import { contactTable, importTable } from '../contacts/contact.table.ts';
import type { Actor, Role } from '../kernel/actor.ts';
import { markTable, packSetTable, standardVersionTable } from '../marking/marking.table.ts';
import { personTable, siteTable } from '../people/people.table.ts';
import { insertMany } from '../platform/db/insert-many.ts';
import type { Store } from '../platform/db/open.ts';
import type { Standard, Verdict } from '../standards/standard.core.ts';

export const owner: Actor = { orgId: 'harbor', id: 'owen', roles: ['owner'] };

/** A member of any role. */
export function member(id: string, role: Role, more: Partial<Actor> = {}): Actor {
  return { orgId: 'harbor', id, roles: [role], ...more };
}

const standard = (id: string, more: Partial<Standard> = {}): Standard => ({
  id,
  version: `v-${id}`,
  pack: 'test',
  kind: 'standard',
  says: `Says ${id}.`,
  weight: 2,
  channels: [],
  few: false,
  firstImpression: false,
  ...more,
});

export const standards: readonly Standard[] = [
  standard('greeting.name'),
  standard('need.first'),
  standard('atrocity.hold', { kind: 'atrocity', instead: 'Ask first.' }),
  standard('chat.typing', { channels: ['chat'] }),
];

const kept = {
  origin: 'test',
  originFile: 'test',
  originRow: 1,
  digest: 'x',
  recordedAt: new Date('2026-02-01T00:00:00Z'),
};

export interface PlantedContact {
  readonly id: string;
  readonly site?: string;
  readonly person?: string;
  /** The machine's verdicts by standard; what isn't named did not apply. */
  readonly marks?: Readonly<Record<string, Verdict>>;
  readonly channel?: 'phone' | 'chat';
  readonly on?: string;
}

/** `count` contacts `c000`, `c001` ... of two sites, marked every way. */
export function someContacts(count: number): PlantedContact[] {
  const verdicts = ['met', 'failed', 'unsure'] as const;
  return Array.from({ length: count }, (_, at) => ({
    id: `c${String(at).padStart(3, '0')}`,
    site: at % 2 === 0 ? 'bay' : 'mill',
    person: at % 2 === 0 ? 'rita' : 'sam',
    marks: { 'greeting.name': verdicts[at % 3]!, ...(at % 4 === 0 ? {} : { 'need.first': verdicts[(at + 1) % 2]! }) },
  }));
}

/** Sites, people, standards in use and contacts, in an empty store. */
export async function plant(store: Store, contacts: readonly PlantedContact[]): Promise<void> {
  const { orgId } = owner;
  await store.inWork(owner, async ({ tx }) => {
    await insertMany(
      tx,
      siteTable,
      ['bay', 'mill'].map(
        (id) => ({ orgId, id, name: `Harbor ${id}`, timeZone: 'UTC', spokenNames: [], ...kept }) as never,
      ),
    );
    await insertMany(
      tx,
      personTable,
      ['rita', 'sam'].map((id) => ({ orgId, id, name: id, ...kept }) as never),
    );
    await insertMany(tx, importTable, [
      {
        orgId,
        id: 'i1',
        label: 'test',
        startedAt: '2026-02-01T00:00:00Z',
        finishedAt: '2026-02-01T00:00:00Z',
        counts: {},
      },
    ]);
    await insertMany(
      tx,
      standardVersionTable,
      standards.map((one) => ({
        orgId,
        standard: one.id,
        version: one.version,
        stated: one,
        seenAt: '2026-02-01T00:00:00Z',
      })),
    );
    await insertMany(tx, packSetTable, [
      {
        orgId,
        id: 'p1',
        standards: Object.fromEntries(standards.map((one) => [one.id, one.version])),
        current: true,
        madeAt: '2026-02-01T00:00:00Z',
      },
    ]);
  });
  await addContacts(store, contacts);
}

/** More contacts of that organisation, marked. */
export async function addContacts(store: Store, contacts: readonly PlantedContact[]): Promise<void> {
  const { orgId } = owner;
  await store.inWork(owner, async ({ tx }) => {
    await insertMany(
      tx,
      contactTable,
      contacts.map(({ id, site = 'bay', person, channel = 'phone', on = '2026-02-20' }) => ({
        orgId,
        id,
        version: 1,
        latest: true,
        contentHash: id,
        importId: 'i1',
        sourceFile: 'test.csv',
        originalId: id,
        format: 'turn-table',
        channel,
        language: 'en',
        timing: 'none' as const,
        startedAt: `${on}T10:00:00Z`,
        siteId: site,
        personId: person ?? null,
        consentBasis: 'not stated' as const,
        repFrom: 'stated' as const,
        repCertainty: 1,
        words: 8,
        turns: [
          { speaker: 'rep' as const, text: `Hello, this is contact ${id}.` },
          { speaker: 'customer' as const, text: 'How much is a small one?' },
        ],
        answers: [],
        holds: [],
        notes: [],
        markedWith: 'p1',
      })),
    );
    await insertMany(
      tx,
      markTable,
      contacts.flatMap(({ id, marks = {} }) =>
        Object.entries(marks).map(([of, verdict]) => ({
          orgId,
          id: `m-${id}-${of}`,
          contactId: id,
          contactVersion: 1,
          standard: of,
          standardVersion: `v-${of}`,
          marker: 'cue' as const,
          verdict,
          confidence: 0.9,
          evidence: [{ turn: 0, from: 0, to: 5 }],
        })),
      ),
    );
  });
}
