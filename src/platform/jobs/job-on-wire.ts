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
      import: row.input['importId'],
    }),
  };
}

const iso = (at: string | null): string | undefined => (at === null ? undefined : new Date(at).toISOString());
