// A button that does something to a calibration, once it was said twice.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNotice } from '../../../web/kit/problem.view.tsx';
import { useMe } from '../../../web/me.ts';
import css from './calibrations.module.css';

export interface ActProps {
  /** The calibration's path in the API. */
  readonly path: string;
  readonly method: 'POST' | 'PUT';
  readonly to: string;
  readonly label: string;
  /** What is asked before. */
  readonly sure: string;
  /** The page's main button. */
  readonly first?: boolean;
}

export function Act({ path, method, to, label, sure, first = false }: ActProps) {
  const { readsOnly } = useMe();
  const { send: sendIt, busy, problem } = useSend(path);
  const [asking, setAsking] = useState(false);
  if (readsOnly) return null;
  if (!asking)
    return (
      <Button variant={first ? 'filled' : 'default'} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  return (
    <div className={css.sure} role="group" aria-label={label}>
      <p>{sure}</p>
      <p className={css.acts}>
        <Button
          loading={busy}
          onClick={() => void sendIt(method, to).then((done) => done && setAsking(false))}
          autoFocus
        >
          {label}
        </Button>
        <Button variant="default" onClick={() => setAsking(false)}>
          No
        </Button>
      </p>
      {problem ? <ProblemNotice problem={problem} /> : null}
    </div>
  );
}

/** Sends something to a calibration and reads it anew. */
export function useSend(path: string) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  return {
    busy,
    problem,
    send: async (method: 'POST' | 'PUT', to: string, body?: unknown): Promise<boolean> => {
      setBusy(true);
      try {
        await send(method, `${path}${to}`, body);
        await Promise.all(
          [path, '/v1/calibrations', '/v1/agreement'].map(async (one) =>
            queries.invalidateQueries({ queryKey: [one] }),
          ),
        );
        setProblem(null);
        return true;
      } catch (error) {
        setProblem(error as Error);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
