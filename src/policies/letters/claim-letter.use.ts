// A shielded letter by its code alone: read with its replies, answered, grown, taken a level up. Whoever shows the code is not asked
// who they are; what they write is told to others the next day, so that nobody can tell them by the hour.
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { nextAnswerer, type Answerer } from './answerers.core.ts';
import { claimDigestOf } from './claim-code.ts';
import { addLetterEvent, upTo } from './letter-acts.use.ts';
import { letterState } from './letter.core.ts';
import type { LetterDesk } from './letter-desk.use.ts';
import { letterClaimed, lockLetter, writeGrown, type KeptLetter } from './letter.store.ts';
import { grownBy, sayable } from './talk.use.ts';

/** @param work of the actor `shielded` @throws Fault `claim-code` */
export async function claimedLetter(work: Work, code: string): Promise<KeptLetter> {
  const digest = claimDigestOf(work.key, code);
  const kept = digest === null ? null : await letterClaimed(work, digest);
  if (kept) return kept;
  throw new Fault(
    'claim-code',
    'missing',
    'No letter has this code. Type all eight groups as they were shown; there is no other way to it.',
  );
}

export type ClaimAct =
  | { readonly act: 'say'; readonly says: string }
  | { readonly act: 'grow'; readonly why: string; readonly solution: string }
  | { readonly act: 'appeal' };

/**
 * @param work of the actor `shielded` @param chain who is asked about it
 * @throws Fault `claim-code`, `letter-empty`, `letter-state`, `letter-highest`
 */
export async function actByCode(
  work: Work,
  desk: LetterDesk,
  code: string,
  given: ClaimAct,
  chain: readonly Answerer[],
): Promise<void> {
  const { letter } = await claimedLetter(work, code);
  await lockLetter(work, letter.id);
  const kept = await claimedLetter(work, code);
  const state = letterState(kept.events);
  const shielded = { by: 'writer', told: false };
  if (given.act === 'say') {
    await addLetterEvent(work, kept, desk, 'said', { ...shielded, says: sayable(work, given.says) });
    return;
  }
  if (given.act === 'grow') {
    const rest = grownBy(work, { letter: kept.letter, state }, given);
    // Of a letter that is out the words wait in the row until the next day.
    if (state === null) await writeGrown(work, letter.id, rest);
    else await addLetterEvent(work, kept, desk, 'grown', { ...shielded, says: JSON.stringify(rest) });
    return;
  }
  if (state?.name !== 'refused')
    throw new Fault('letter-state', 'conflict', 'Only what was refused is taken a level up. Load it again.');
  const next = nextAnswerer(chain, state.level);
  if (next === null)
    throw new Fault('letter-highest', 'conflict', 'Nobody stands above who refused it. Write another letter.');
  await addLetterEvent(work, kept, desk, 'escalated', { ...upTo(desk, next, 'refused'), ...shielded });
}
