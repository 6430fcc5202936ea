// Asks that a language model be asked: the job that does it.
import { contentId } from '../../kernel/digest.ts';
import type { Work } from '../../platform/db/work.ts';
import { addJob } from '../../platform/jobs/jobs.store.ts';
import { modelToAsk } from './model-marker.use.ts';

/** What the job is called. */
export const languageModelJob = 'language-model';

/** @returns the job's id @throws Fault `language-model-forbidden`, `language-model-not-set` */
export async function askForModel(work: Work): Promise<string> {
  await modelToAsk(work);
  return (await addJob(work, contentId('j', crypto.randomUUID()), languageModelJob, {})).id;
}
