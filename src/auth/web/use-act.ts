// One act of a form: whether it is under way, and why it was refused. What is sent is sent once, however often it is clicked.
import { useState } from 'react';
import { ApiProblem } from '../../web/api.ts';

export interface Act {
  readonly busy: boolean;
  readonly problem: ApiProblem | null;
  /** Runs it, unless it runs already. Returns whether it went through. */
  run(deed: () => Promise<void>): Promise<boolean>;
  /** Forgets why it was refused, as when the form changes. */
  clear(): void;
}

export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  return {
    busy,
    problem,
    clear: () => setProblem(null),
    run: async (deed) => {
      if (busy) return false;
      setBusy(true);
      setProblem(null);
      try {
        await deed();
        return true;
      } catch (error) {
        setProblem(
          error instanceof ApiProblem
            ? error
            : new ApiProblem('unexpected', 0, 'That did not work in this browser. Try again, or another way.'),
        );
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
