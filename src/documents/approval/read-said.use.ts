// What was said of a draft, for whoever sees the draft.
import type { Work } from '../../platform/db/work.ts';
import type { Said } from './approval.core.ts';
import { saidOf } from './approval.store.ts';

/** Everything, oldest first. */
export async function readSaid(work: Work, draft: string): Promise<Said[]> {
  return saidOf(work, draft);
}
