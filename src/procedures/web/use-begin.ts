// Begins a run, or takes one's own up again, and opens it.
import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import type { Run } from '../runs/run.shape.ts';

export function useBegin(procedure: string) {
  const [problem, setProblem] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const go = useNavigate();
  const queries = useQueryClient();
  const begin = (): void => {
    setBusy(true);
    setProblem(null);
    const path = `/v1/procedures/${encodeURIComponent(procedure)}`;
    send<Run>('POST', `${path}/runs`, {})
      .then(async (run) => {
        queries.setQueryData([`/v1/procedure-runs/${encodeURIComponent(run.id)}`], run);
        void queries.invalidateQueries({ queryKey: [path] });
        await go({ to: '/procedures/$id/run', params: { id: procedure } as never, search: { run: run.id } as never });
      })
      .catch((error: unknown) => setProblem(error as Error))
      .finally(() => setBusy(false));
  };
  return { begin, busy, problem };
}
