// Rows of letters: written, read with what became of them.
import { and, asc, eq, gte, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { present } from '../../kernel/present.ts';
import type { Day } from '../../kernel/moment.ts';
import { anyOf } from '../../platform/db/any-of.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Letter, LetterEvent } from './letter.core.ts';
import type { LetterRule } from './letter-clock.core.ts';
import {
  letterCitationTable,
  letterEventTable,
  letterRuleTable,
  letterSupporterTable,
  letterTable,
} from './letter.table.ts';

export interface Citation {
  readonly mark: string;
  readonly standard: string;
}

export interface KeptLetter {
  readonly letter: Letter;
  /** The person of the record that the writer was. */
  readonly writerPerson: string | null;
  readonly events: readonly LetterEvent[];
}

export async function writeLetter(
  { tx, actor }: Work,
  letter: Letter,
  own: { readonly person: string | null; readonly claimDigest: string | null; readonly cites: readonly Citation[] },
): Promise<void> {
  const { about, writer, site, ...rest } = letter;
  const { orgId } = actor;
  await tx.insert(letterTable).values({
    ...rest,
    orgId,
    writer,
    writerPerson: own.person,
    site,
    aboutKind: about?.kind ?? null,
    aboutDocument: about?.document ?? null,
    aboutPart: about?.part ?? null,
    claimDigest: own.claimDigest,
  });
  if (own.cites.length > 0)
    await tx
      .insert(letterCitationTable)
      .values(own.cites.map((one, position) => ({ orgId, letter: letter.id, ...one, position })));
}

/** Fills in what a flag left open. */
export async function writeGrown(
  { tx, actor }: Work,
  id: string,
  { why, solution }: Pick<Letter, 'why' | 'solution'>,
): Promise<void> {
  await tx.update(letterTable).set({ why, solution }).where(own(actor.orgId, id));
}

/** The next number, for a letter that comes out. Whoever calls holds the ledger's head, so that no two get the same. */
export async function giveNumber({ tx, actor }: Work, id: string): Promise<number> {
  const next = sql<number>`(select coalesce(max(number), 0) + 1 from letter where org_id = ${actor.orgId})`;
  const [row] = await tx
    .update(letterTable)
    .set({ number: next })
    .where(own(actor.orgId, id))
    .returning({ number: letterTable.number });
  return row!.number!;
}

export async function writeLetterEvent({ tx, actor }: Work, letter: string, event: LetterEvent): Promise<void> {
  await tx.insert(letterEventTable).values({ orgId: actor.orgId, letter, ...event });
}

/** Letters that have come out, newest first. */
export async function lettersOut(work: Work): Promise<KeptLetter[]> {
  return read(work, isNotNull(letterTable.number));
}

/** One that has come out; null where there is none. */
export async function letterOut(work: Work, id: string): Promise<KeptLetter | null> {
  const [found] = await read(work, eq(letterTable.id, id), isNotNull(letterTable.number));
  return found ?? null;
}

export async function letterClaimed(work: Work, claimDigest: string): Promise<KeptLetter | null> {
  const [found] = await read(work, eq(letterTable.claimDigest, claimDigest));
  return found ?? null;
}

/** Whether a letter came out since a day that this person wrote, or that somebody shielded wrote of one of the sites or of none. */
export async function hasLettersSince(
  { tx, actor }: Work,
  since: Day,
  person: string,
  sites: readonly string[],
): Promise<boolean> {
  const found = await tx
    .select({ id: letterTable.id })
    .from(letterTable)
    .where(
      and(
        eq(letterTable.orgId, actor.orgId),
        isNotNull(letterTable.number),
        gte(letterTable.sentOn, since),
        or(
          eq(letterTable.writerPerson, person),
          and(eq(letterTable.shielded, true), or(isNull(letterTable.site), anyOf(letterTable.site, sites))),
        ),
      ),
    )
    .limit(1);
  return found.length > 0;
}

async function read({ tx, actor }: Work, ...those: (SQL | undefined)[]): Promise<KeptLetter[]> {
  const rows = await tx
    .select()
    .from(letterTable)
    .where(and(eq(letterTable.orgId, actor.orgId), ...those))
    .orderBy(sql`number desc nulls first`, asc(letterTable.id));
  if (rows.length === 0) return [];
  const events = await tx
    .select()
    .from(letterEventTable)
    .where(
      and(
        eq(letterEventTable.orgId, actor.orgId),
        anyOf(
          letterEventTable.letter,
          rows.map((row) => row.id),
        ),
      ),
    )
    .orderBy(asc(letterEventTable.letter), asc(letterEventTable.seq));
  const of = Map.groupBy(events, (event) => event.letter);
  return rows.map((row) => {
    const { id, number, shielded, writer, site, wrong, why, solution, sentOn } = row;
    return {
      letter: { id, number, shielded, writer, site, wrong, why, solution, about: aboutOf(row), sentOn },
      writerPerson: row.writerPerson,
      events: (of.get(id) ?? []).map(({ orgId: _org, letter: _letter, ...event }) => present(event) as LetterEvent),
    };
  });
}

function aboutOf({ aboutKind, aboutDocument, aboutPart }: typeof letterTable.$inferSelect): Letter['about'] {
  if (aboutKind === null || aboutDocument === null) return null;
  return { kind: aboutKind, document: aboutDocument, ...(aboutPart === null ? {} : { part: aboutPart }) };
}

/** By letter, in the order in which they were cited. */
export async function citationsOf({ tx, actor }: Work, letters: readonly string[]): Promise<Map<string, Citation[]>> {
  const rows = await tx
    .select()
    .from(letterCitationTable)
    .where(and(eq(letterCitationTable.orgId, actor.orgId), anyOf(letterCitationTable.letter, letters)))
    .orderBy(asc(letterCitationTable.letter), asc(letterCitationTable.position));
  const found = new Map<string, Citation[]>();
  for (const { letter, mark, standard } of rows) found.set(letter, [...(found.get(letter) ?? []), { mark, standard }]);
  return found;
}

/** Members by letter. */
export async function supportersOf({ tx, actor }: Work, letters: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx
    .select()
    .from(letterSupporterTable)
    .where(and(eq(letterSupporterTable.orgId, actor.orgId), anyOf(letterSupporterTable.letter, letters)))
    .orderBy(asc(letterSupporterTable.letter), asc(letterSupporterTable.member));
  const found = new Map<string, string[]>();
  for (const { letter, member } of rows) found.set(letter, [...(found.get(letter) ?? []), member]);
  return found;
}

/** False where they had joined already. */
export async function writeSupporter({ tx, actor }: Work, letter: string, since: Day): Promise<boolean> {
  const added = await tx
    .insert(letterSupporterTable)
    .values({ orgId: actor.orgId, letter, member: actor.id, since })
    .onConflictDoNothing()
    .returning({ letter: letterSupporterTable.letter });
  return added.length > 0;
}

export async function dropSupporter({ tx, actor }: Work, letter: string): Promise<boolean> {
  const dropped = await tx
    .delete(letterSupporterTable)
    .where(
      and(
        eq(letterSupporterTable.orgId, actor.orgId),
        eq(letterSupporterTable.letter, letter),
        eq(letterSupporterTable.member, actor.id),
      ),
    )
    .returning({ letter: letterSupporterTable.letter });
  return dropped.length > 0;
}

export async function readRule({ tx, actor }: Work): Promise<LetterRule | null> {
  const [row] = await tx.select().from(letterRuleTable).where(eq(letterRuleTable.orgId, actor.orgId));
  if (!row) return null;
  const { orgId: _org, ...rule } = row;
  return rule;
}

export async function writeRule({ tx, actor }: Work, rule: LetterRule): Promise<void> {
  const set = { ...rule, daysOff: [...rule.daysOff] };
  await tx
    .insert(letterRuleTable)
    .values({ orgId: actor.orgId, ...set })
    .onConflictDoUpdate({ target: letterRuleTable.orgId, set });
}

const own = (orgId: string, id: string) => and(eq(letterTable.orgId, orgId), eq(letterTable.id, id));

/** Letters that have something to do by the clock: to come out, to be told of, or past the day of whoever is to act. */
export async function lettersDue({ tx, actor }: Work, today: Day): Promise<string[]> {
  const found = await tx.execute(sql`
    select l.id from letter l where l.org_id = ${actor.orgId} and (
      (l.number is null and l.sent_on < ${today}::date)
      or (l.number is not null and exists (select 1 from letter_event e
        where e.org_id = l.org_id and e.letter_id = l.id and not e.told and e.on_day < ${today}::date))
      or (l.number is not null and (select e.due from letter_event e
        where e.org_id = l.org_id and e.letter_id = l.id and e.told and e.next is not null order by e.seq desc limit 1) < ${today}::date))
    order by l.id`);
  return (found as unknown as { rows: { id: string }[] }).rows.map((row) => row.id);
}

/** Until the work ends nobody else changes the letter. */
export async function lockLetter({ tx, actor }: Work, id: string): Promise<void> {
  await tx.execute(sql`select 1 from letter where org_id = ${actor.orgId} and id = ${id} for update`);
}

/** As one letter, of many: always in one order, so that two who hold many never wait for each other. */
export async function lockLetters({ tx, actor }: Work, ids: readonly string[]): Promise<void> {
  await tx
    .select({ id: letterTable.id })
    .from(letterTable)
    .where(and(eq(letterTable.orgId, actor.orgId), anyOf(letterTable.id, ids)))
    .orderBy(asc(letterTable.id))
    .for('update');
}

/** One that may not have come out yet, which nobody else changes until the work ends. */
export async function holdAny(work: Work, id: string): Promise<KeptLetter | null> {
  await lockLetter(work, id);
  const [found] = await read(work, eq(letterTable.id, id));
  return found ?? null;
}

/** What a shielded writer said is told from now on, as said today. */
export async function writeTold({ tx, actor }: Work, letter: string, seq: number, says: string): Promise<void> {
  await tx
    .update(letterEventTable)
    .set({ told: true, says })
    .where(
      and(eq(letterEventTable.orgId, actor.orgId), eq(letterEventTable.letter, letter), eq(letterEventTable.seq, seq)),
    );
}

/** Adopted letters of which no row says what came. */
export async function adoptedUnfollowed({ tx, actor }: Work): Promise<string[]> {
  const found = await tx.execute(sql`
    select l.id from letter l where l.org_id = ${actor.orgId} and l.number is not null
      and not exists (select 1 from letter_event e
        where e.org_id = l.org_id and e.letter_id = l.id and e.kind = 'followed')
      and (select e.next from letter_event e
        where e.org_id = l.org_id and e.letter_id = l.id and e.told and e.next is not null order by e.seq desc limit 1)
        in ('adopted', 'in-part')
    order by l.number`);
  return (found as unknown as { rows: { id: string }[] }).rows.map((row) => row.id);
}
