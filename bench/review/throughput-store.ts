// What the bench of reviews puts into the store before, and what it finds there afterwards.
import { addToken } from '../../src/auth/tokens.use.ts';
import { contactTable, importTable } from '../../src/contacts/contact.table.ts';
import { sha256 } from '../../src/kernel/digest.ts';
import { packSetTable, standardVersionTable } from '../../src/marking/marking.table.ts';
import { organisationOf } from '../../src/platform/config.ts';
import { insertMany } from '../../src/platform/db/insert-many.ts';
import { openStore, type Store } from '../../src/platform/db/open.ts';
import { verifyLedger } from '../../src/platform/ledger/verify-ledger.ts';
import { drawPlan } from '../../src/review/draw/draw-plan.use.ts';
import { makePlan } from '../../src/review/plans.use.ts';
import type { Standard, Verdict } from '../../src/standards/standard.core.ts';

export const standardsAsked = ['greeting.name', 'need.first', 'next.step'] as const;

/** A token and the id by which rows name whoever shows it. */
export interface Reviewer {
  readonly token: string;
  readonly id: string;
}

/** What was acknowledged. Two who are blind to each other know a contact by one id, so a review is an id and who made it. */
export interface Sent {
  readonly task: string;
  readonly reviewer: string;
  readonly person: number;
  readonly verdict: Verdict;
}

interface Place {
  readonly data: string;
  readonly databaseUrl: string;
}

/** What a person says of a task: nobody else would say it of all of theirs. */
export function verdictOf(task: string, person: number): Verdict {
  const verdicts = ['met', 'failed', 'not-applicable', 'unsure'] as const;
  return verdicts[Number.parseInt(sha256(`${task} ${String(person)}`).slice(0, 2), 16) % 4]!;
}

async function inStore<T>({ data, databaseUrl }: Place, fn: (store: Store, orgId: string) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir: data, now: () => new Date(), databaseUrl });
  try {
    return await fn(store, await organisationOf(data));
  } finally {
    await store.close();
  }
}

/** Contacts drawn for review, a fifth of them for two; a token for each person. */
export async function prepared(
  place: Place,
  { contacts, people }: { readonly contacts: number; readonly people: number },
): Promise<Reviewer[]> {
  return inStore(place, async (store, orgId) => {
    const owner = { orgId, id: 'bench', roles: ['owner' as const] };
    const at = new Date().toISOString();
    await store.inWork(owner, async (work) => {
      const { tx } = work;
      await insertMany(tx, importTable, [
        { orgId, id: 'i1', label: 'bench', startedAt: at, finishedAt: at, counts: {} },
      ]);
      const stated = standardsAsked.map((id): Standard => ({
        id,
        version: sha256(id).slice(0, 12),
        pack: 'bench',
        kind: 'standard',
        says: `Keeps ${id}.`,
        weight: 2,
        channels: [],
        few: false,
        firstImpression: false,
      }));
      await insertMany(
        tx,
        standardVersionTable,
        stated.map((one) => ({ orgId, standard: one.id, version: one.version, stated: one, seenAt: at })),
      );
      const standards = Object.fromEntries(stated.map((one) => [one.id, one.version]));
      await insertMany(tx, packSetTable, [{ orgId, id: 'bench', standards, current: true, madeAt: at }]);
      await insertMany(
        tx,
        contactTable,
        Array.from({ length: contacts }, (_, nth) => ({
          orgId,
          id: `c${String(nth)}`,
          version: 1,
          latest: true,
          contentHash: String(nth),
          importId: 'i1',
          sourceFile: 'bench',
          originalId: String(nth),
          format: 'turn-table',
          channel: 'phone' as const,
          language: 'en',
          timing: 'none' as const,
          startedAt: at,
          consentBasis: 'not stated' as const,
          repFrom: 'stated' as const,
          repCertainty: 1,
          words: 40,
          turns: Array.from({ length: 20 }, (_turn, turn) => ({
            speaker: turn % 2 === 0 ? ('rep' as const) : ('customer' as const),
            text: `${'abcdefghijklmnopqrstuvwxyz'} in contact ${String(nth)} and some words more`,
          })),
          answers: [],
          holds: [],
          notes: [],
          markedWith: 'bench',
        })),
      );
      const plan = await makePlan(work, {
        name: 'Bench',
        standards: [...standardsAsked],
        sites: [],
        channels: [],
        fromDay: '2000-01-01',
        aWeek: contacts,
        atRandom: 1,
        seenByTwo: 0.2,
        dueInDays: 7,
        reviewers: [],
        targets: [],
        targetedAWeek: 0,
        waitForSecondDays: 14,
      });
      await drawPlan(work, plan);
    });
    return store.inWork(owner, async (work) => {
      const who: Reviewer[] = [];
      for (let nth = 0; nth < people; nth += 1) {
        const { token, text } = await addToken(work, { says: `reviewer ${String(nth)}`, roles: ['reviewer'] });
        who.push({ token: text, id: `token-${token.id}` });
      }
      return who;
    });
  });
}

export interface Marks {
  /** Of what was acknowledged. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly crossed: readonly string[];
  /** How many tasks there are. */
  readonly tasks: number;
  readonly ledgerHolds: boolean;
}

/** What is there of what was acknowledged, and whether each is whose and what it was. */
export async function lookAtMarks(place: Place, sent: readonly Sent[]): Promise<Marks> {
  return inStore(place, async (store, orgId) => {
    const rows = await store.asOwner(async (session) =>
      session.query(`select coalesce((select o.id from review_task o where o.org_id = t.org_id and o.blind_id = t.blind_id
            and o.purpose = 'plan' and t.purpose = 'second'), t.id) as shown, t.reviewer, t.seconds,
          t.done_at is not null as done, jsonb_array_length(t.standards) as asked, count(m.id)::int as marks,
          count(distinct m.standard)::int as standards, bool_and(m.reviewer = t.reviewer) as own,
          bool_and(m.contact_id = t.contact_id) as of_it, string_agg(distinct m.verdict, ' ') as verdict,
          string_agg(distinct m.evidence -> 0 ->> 'from', ' ') as person
        from review_task t left join review_mark m on m.org_id = t.org_id and m.task_id = t.id
        group by t.org_id, t.id`),
    );
    const pairs = await store.asOwner(async (session) =>
      session.query(`select blind_id as id from review_task where blind_id is not null and reviewer is not null
        group by blind_id, reviewer having count(*) > 1`),
    );
    const lost: string[] = [];
    const doubled: string[] = [];
    const crossed = pairs.map((row) => `two tasks of one contact with one person: ${String(row['id'])}`);
    const byWhom = new Map(rows.map((row) => [`${String(row['shown'])} ${String(row['reviewer'])}`, row]));
    for (const told of sent) {
      const id = `${told.task} of person ${String(told.person)}`;
      const row = byWhom.get(`${told.task} ${told.reviewer}`);
      if (!row) {
        lost.push(id);
        continue;
      }
      if (row['done'] !== true || Number(row['standards']) < Number(row['asked'])) lost.push(id);
      if (Number(row['marks']) > Number(row['asked'])) doubled.push(id);
      const asSent =
        row['own'] === true &&
        row['of_it'] === true &&
        row['verdict'] === told.verdict &&
        row['person'] === String(told.person) &&
        Number(row['seconds']) === 60 + told.person;
      if (!asSent) crossed.push(id);
    }
    const owner = { orgId, id: 'bench', roles: ['owner' as const] };
    const { wrong } = await store.inWork(owner, async (work) => verifyLedger(work));
    return { lost, doubled, crossed, tasks: rows.length, ledgerHolds: wrong.length === 0 };
  });
}
