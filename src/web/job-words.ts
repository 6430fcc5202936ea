// Long work as a person would name it, and how far it is.
import type { JobOnWire } from '../platform/jobs/jobs.shape.ts';
import { counted } from './kit/words.ts';

const names: Readonly<Record<string, string>> = {
  import: 'Bring contacts in',
  marking: 'Mark contacts',
  diagnosis: 'Find causes',
  causes: 'Work out how much each cause explains',
  money: 'Work out what failing costs',
  forecast: 'Make the forecast',
  all: 'Mark, find causes, work everything out',
  search: 'Make contacts ready to be found',
  retention: 'Erase what was kept long enough',
  monday: 'Write the Monday page',
  markers: 'Learn from people’s marks',
  bundle: 'Make a judge’s file',
  'demo-reviews': 'Reviewers of the demo mark contacts',
  'language-model': 'Ask the language model',
  seal: 'Seal and sign the record',
};

/** Its name; the program's own word where a newer server knows more than this page. */
export function nameOfJob({ work }: Pick<JobOnWire, 'work'>): string {
  return names[work] ?? work;
}

/** `waits`, `reading the file: 1,204`, `done`. */
export function stateOfJob(job: JobOnWire): string {
  const { state, says, done, of, nextTryAt } = job;
  if (state === 'waiting') return nextTryAt ? 'is tried again soon' : 'waits for its turn';
  if (state === 'running') {
    const far = of ? `: ${counted(done)} of ${counted(of)}` : done > 0 ? `: ${counted(done)}` : '';
    return `${says ?? 'has begun'}${far}`;
  }
  return state;
}
