// What is said of a job description until it is told: whoever walks away and comes back finds it, and the tab isn't closed over it
// unasked. It stays in this tab: nobody else reads what may still be put in other words.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Evaluation } from '../../job-descriptions/job-description.core.ts';

export interface Evaluating {
  readonly said: Evaluation;
  readonly change: (more: Partial<Evaluation>) => void;
  /** It was told: nothing of it waits any more. */
  readonly told: () => void;
}

/** @param id of the job description @param starts what stands there where nothing was said yet */
export function useEvaluation(id: string, starts: () => Evaluation): Evaluating {
  const queries = useQueryClient();
  const [said, setSaid] = useState<Evaluation>(() => queries.getQueryData<Evaluation>(keyOf(id)) ?? starts());

  const change = useCallback(
    (more: Partial<Evaluation>): void =>
      setSaid((before) => {
        const now = { ...before, ...more };
        queries.setQueryDefaults(keyOf(id), { gcTime: Number.POSITIVE_INFINITY });
        queries.setQueryData(keyOf(id), now);
        return now;
      }),
    [queries, id],
  );
  const told = useCallback((): void => queries.removeQueries({ queryKey: keyOf(id) }), [queries, id]);

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent): void => {
      if (queries.getQueryData(keyOf(id)) !== undefined) event.preventDefault();
    };
    addEventListener('beforeunload', leave);
    return () => removeEventListener('beforeunload', leave);
  }, [queries, id]);

  return { said, change, told };
}

const keyOf = (id: string): readonly [string, string] => ['evaluating', id];
