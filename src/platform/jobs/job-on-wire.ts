// A job's row as it is told.
import { present } from '../../kernel/present.ts';
import type { JobRow } from './job.table.ts';
import type { JobOnWire } from './jobs.shape.ts';

export function jobOnWire(row: JobRow): JobOnWire {
  const { id, work, state, tries, done, problem } = row;
  return {
    id,
    work,
    state,
    askedAt: iso(row.askedAt)!,
    tries,
    done,
    ...present({
      begunAt: iso(row.begunAt),
      endedAt: iso(row.endedAt),
      nextTryAt: state === 'waiting' && tries > 0 ? iso(row.notBefore) : undefined,
      of: row.ofAll ?? undefined,
      says: row.says ?? undefined,
      problem: problem ? { type: problem.type, detail: problem.detail } : undefined,
      came: row.input['came'] === undefined ? undefined : cameOf(row.input['came']),
      import: row.input['importId'],
    }),
  };
}

// Kept with the job by the work itself, as text like all of its input.
function cameOf(text: string): NonNullable<JobOnWire['came']> {
  const {
    contacts = 0,
    versions = 0,
    alreadyHere = 0,
    rejects = 0,
  } = JSON.parse(text) as Partial<NonNullable<JobOnWire['came']>>;
  return { contacts, versions, alreadyHere, rejects };
}

const iso = (at: string | null): string | undefined => (at === null ? undefined : new Date(at).toISOString());
