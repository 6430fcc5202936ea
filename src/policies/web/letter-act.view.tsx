// One act on a letter: its write, and its form, which asks once more where it is not taken back.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { send } from '../../web/api.ts';
import kit from '../../web/kit/answered.module.css';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import css from './letters.module.css';

/** A write about one letter, after which everything about letters is read again. */
export function useLetterAct(id: string, done?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({
      verb,
      body,
      method = 'POST',
    }: {
      verb: string;
      body?: unknown;
      method?: 'POST' | 'PUT' | 'DELETE';
    }) => send(method, `/v1/letters/${encodeURIComponent(id)}/${verb}`, body),
    onSuccess: async () => {
      done?.();
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/v1/letters') });
    },
  });
}

interface FormProps {
  readonly title: string;
  readonly act: ReturnType<typeof useLetterAct>;
  readonly children: ReactNode;
  readonly submit: () => void;
  /** What can't be taken back is said once more before it is done. */
  readonly sure?: string;
}

export function Form({ title, act, children, submit, sure }: FormProps) {
  const [asking, setAsking] = useState(false);
  return (
    <form
      className={css.form}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (sure === undefined || asking) submit();
        setAsking(sure !== undefined && !asking);
      }}
    >
      <h2>{title}</h2>
      {asking ? (
        <>
          <p role="alert">{sure}</p>
          <div className={kit.actions}>
            <Button type="submit" loading={act.isPending} autoFocus>
              Yes, do it
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              Back
            </Button>
          </div>
        </>
      ) : (
        children
      )}
      {act.error ? <ProblemNotice problem={act.error} /> : null}
    </form>
  );
}
