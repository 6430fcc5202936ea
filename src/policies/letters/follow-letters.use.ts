// What comes of letters that were adopted is worked out above policies; here stands which wait for it, and that it was done.
import type { Work } from '../../platform/db/work.ts';
import { citedMarks, type CitedMark } from './cited-marks.store.ts';
import { addLetterEvent, noSuchLetter, tellLedger } from './letter-acts.use.ts';
import { letterState, type Letter, type LetterState } from './letter.core.ts';
import { readDesk } from './letter-desk.use.ts';
import { adoptedUnfollowed, citationsOf, holdAny, letterOut, type Citation } from './letter.store.ts';

export interface AdoptedLetter {
  readonly letter: Letter;
  readonly state: LetterState;
  readonly cites: readonly Citation[];
}

/** Adopted letters of which nothing came yet. @param work of the program itself */
export async function lettersToFollow(work: Work): Promise<AdoptedLetter[]> {
  const ids = await adoptedUnfollowed(work);
  const cites = await citationsOf(work, ids);
  const found: AdoptedLetter[] = [];
  for (const id of ids) {
    const kept = await letterOut(work, id);
    const state = kept && letterState(kept.events.filter((one) => one.told));
    if (kept && state) found.push({ letter: kept.letter, state, cites: cites.get(id) ?? [] });
  }
  return found;
}

export interface Followed {
  readonly document?: string;
  readonly fix?: string;
  /** Why there is none, where there is none. */
  readonly says?: string;
}

/** Says what came of it, once. @param work of the program itself */
export async function followLetter(work: Work, id: string, followed: Followed): Promise<void> {
  const kept = await holdAny(work, id);
  if (!kept || kept.events.some((one) => one.kind === 'followed')) return;
  const event = await addLetterEvent(work, kept, await readDesk(work), 'followed', followed);
  await tellLedger(work, id, event);
}

/** What a letter cites, of contacts that whoever asks may see. @param work of whoever asks @throws Fault `letter-missing` */
export async function citedOf(work: Work, id: string): Promise<CitedMark[]> {
  const cites = (await citationsOf(work, [id])).get(id) ?? [];
  return citedAmong(
    work,
    cites.map((one) => one.mark),
  );
}

/** These marks, in this order, of contacts that whoever asks may see. @param work of whoever asks */
export async function citedAmong(work: Work, marks: readonly string[]): Promise<CitedMark[]> {
  const seen = new Map((await citedMarks(work, marks)).map((one) => [one.mark, one]));
  return marks.flatMap((mark) => seen.get(mark) ?? []);
}

/** What was begun because of a letter; null where it came to nothing yet. @param work of the program itself @throws Fault `letter-missing` */
export async function followedOf(work: Work, id: string): Promise<(Followed & { readonly on: string }) | null> {
  const kept = await letterOut(work, id);
  if (!kept) throw noSuchLetter();
  const event = kept.events.find((one) => one.kind === 'followed');
  if (!event) return null;
  const { on, document, fix, says } = event;
  return { on, says, ...(document === undefined ? {} : { document }), ...(fix === undefined ? {} : { fix }) };
}
