// One's own letter while it is being written: read, kept, thrown away. Nobody reads another's, so nobody else is asked for.
import type { Moment } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';
import type { LetterDraft } from './letter-draft.shape.ts';
import { draftOf, dropDraft, writeDraft } from './letter-draft.store.ts';

/** null where none was begun. */
export async function readDraft({ tx, actor }: Work): Promise<(LetterDraft & { readonly keptAt: Moment }) | null> {
  const row = await draftOf(tx, actor.orgId, actor.id);
  if (!row) return null;
  const { wrong, why, solution, aboutMark, keptAt } = row;
  return { wrong, why, solution, ...(aboutMark === null ? {} : { aboutMark }), keptAt };
}

/** Keeps it in the place of the one before. It is no act yet, so the history gets no line. */
export async function keepDraft({ tx, actor, now }: Work, draft: LetterDraft): Promise<void> {
  const { wrong, why, solution, aboutMark = null } = draft;
  await writeDraft(tx, { orgId: actor.orgId, member: actor.id, wrong, why, solution, aboutMark, keptAt: now });
}

export async function throwDraftAway({ tx, actor }: Work): Promise<void> {
  await dropDraft(tx, actor.orgId, actor.id);
}
