// Letters that were written before they came here, taken in with what became of them. They are dated as they were, and recorded
// today. One that is here already stays as it is: what happens to it since is done here.
import type { Sourced, Taken } from '../../kernel/sourced.ts';
import { assertMayRecord } from '../../people/record.access.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { eventsOf, letterOf, type BroughtAnswer, type BroughtLetter } from './brought-letter.core.ts';
import { letterIds, writeLetters } from './brought-letters.store.ts';
import { claimDigestOf, newClaimCode } from './claim-code.ts';
import { usualLetterRule } from './letter-clock.core.ts';
import { readRule } from './letter.store.ts';
import { redacted } from './ready-letter.use.ts';

/**
 * Whoever gave no name is shielded: nothing tells of them, and nobody has a code for replies.
 * @param answers of these letters alone
 * @throws Fault `record-import-forbidden`
 */
export async function importLetters(
  work: Work,
  letters: readonly Sourced<BroughtLetter>[],
  answers: readonly Sourced<BroughtAnswer>[],
): Promise<{ readonly letters: Taken; readonly answers: Taken }> {
  assertMayRecord(work.actor, 'letters');
  if (letters.length === 0) return { letters: none, answers: none };
  const here = await letterIds(work);
  const fresh = letters
    .map(({ row }) => row)
    .filter(({ id }) => !here.has(id))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
  const done = Map.groupBy(
    answers.map(({ row }) => row),
    (row) => row.letter,
  );
  const added = fresh.reduce((sum, { id }) => sum + (done.get(id)?.length ?? 0), 0);
  if (fresh.length > 0) await write(work, fresh, done);
  return {
    letters: { added: fresh.length, changed: 0, same: letters.length - fresh.length },
    answers: { added, changed: 0, same: answers.length - added },
  };
}

const none: Taken = { added: 0, changed: 0, same: 0 };

async function write(
  work: Work,
  letters: readonly BroughtLetter[],
  answers: ReadonlyMap<string, readonly BroughtAnswer[]>,
): Promise<void> {
  const rule = (await readRule(work)) ?? usualLetterRule;
  const rows = letters.map((one) => {
    const clean = { ...one, ...worded(work, one) };
    const done = (answers.get(one.id) ?? []).map((answer) => ({
      ...answer,
      says: redacted(work, [answer.says ?? ''])[0]!,
    }));
    return {
      letter: letterOf(clean),
      claimDigest: one.writer === undefined ? claimDigestOf(work.key, newClaimCode()) : null,
      events: eventsOf(clean, done, rule),
      supporters: one.supporters,
    };
  });
  await append(work, {
    kind: 'letters.recorded',
    subjects: rows.map((one) => one.letter.id),
    digestOf: JSON.stringify(rows.map(({ letter, events }) => [letter, events])),
  });
  await writeLetters(work, rows);
}

/** Its words without personal data, as of every letter. */
function worded(work: Work, one: BroughtLetter): Pick<BroughtLetter, 'wrong' | 'why' | 'solution'> {
  const [wrong = '', why = '', solution = ''] = redacted(work, [one.wrong, one.why ?? '', one.solution ?? '']);
  return { wrong, why, solution };
}
