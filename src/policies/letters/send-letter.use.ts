// A letter sent: under one's name at once; shielded, without anything by which its writer could be found, to come out the next day
// among all that were handed in that day.
import { randomBytes } from 'node:crypto';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { dropDraft } from '../letter-draft.store.ts';
import type { Answerer } from './answerers.core.ts';
import { claimDigestOf, newClaimCode } from './claim-code.ts';
import { addLetterEvent, dueFrom, tellAsked } from './letter-acts.use.ts';
import type { Letter } from './letter.core.ts';
import { letterState } from './letter.core.ts';
import type { LetterDesk } from './letter-desk.use.ts';
import { giveNumber, writeLetter } from './letter.store.ts';
import type { ReadyLetter } from './ready-letter.use.ts';

export interface SentLetter {
  readonly id: string;
  readonly number: number;
}

/** @param work of the writer @param chain who is asked about it */
export async function sendLetter(
  work: Work,
  desk: LetterDesk,
  ready: ReadyLetter,
  chain: readonly Answerer[],
): Promise<SentLetter> {
  const { actor, tx } = work;
  const letter = letterOf(desk, ready, { shielded: false, writer: actor.id });
  await writeLetter(work, letter, { person: actor.person ?? null, claimDigest: null, cites: citesOf(ready) });
  await dropDraft(tx, actor.orgId, actor.id);
  const first = chain[0]!;
  const event = await addLetterEvent(
    work,
    { letter, writerPerson: null, events: [] },
    desk,
    'sent',
    firstAsked(desk, first),
  );
  await append(work, { kind: 'letter.sent', subjects: [letter.id], digestOf: contentOf(letter) });
  // Behind the ledger's line: whoever appends waits for whoever appended before, so that no two letters get one number.
  const number = await giveNumber(work, letter.id);
  await tellAsked(work, desk, number, letterState([event])!);
  return { id: letter.id, number };
}

/**
 * Takes a letter in without its writer; the code is told this once. Nothing is told to the ledger until the letter comes out.
 * @param work of the actor `shielded`, never of the writer
 */
export async function handInShielded(
  work: Work,
  desk: LetterDesk,
  ready: ReadyLetter,
): Promise<{ readonly code: string }> {
  const code = newClaimCode();
  await writeLetter(work, letterOf(desk, ready, { shielded: true, writer: null }), {
    person: null,
    claimDigest: claimDigestOf(work.key, code),
    cites: citesOf(ready),
  });
  return { code };
}

/** What the ledger vouches for. */
export function contentOf({ wrong, why, solution, about, site }: Letter): string {
  return JSON.stringify([wrong, why, solution, about, site]);
}

/** The first row of a letter that comes out: who is asked, until when. */
export function firstAsked(desk: LetterDesk, first: Answerer) {
  return {
    level: first.level,
    ...(first.owner === null ? {} : { owner: first.owner }),
    due: dueFrom(desk, desk.today),
    next: 'open' as const,
  };
}

function letterOf(
  { today }: LetterDesk,
  { wrong, why, solution, about, site }: ReadyLetter,
  whose: Pick<Letter, 'shielded' | 'writer'>,
): Letter {
  const id = `l${randomBytes(12).toString('hex')}`;
  return { id, number: null, ...whose, wrong, why, solution, about, site, sentOn: today };
}

const citesOf = ({ cites }: ReadyLetter) => cites.map(({ mark, standard }) => ({ mark, standard }));
