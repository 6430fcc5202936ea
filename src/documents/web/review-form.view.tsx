// Saying that a document still stands: why, and when it is looked at next.
import { Button, TextInput, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import css from './documents.module.css';

export function ReviewForm({
  kind,
  id,
  done,
}: {
  readonly kind: string;
  readonly id: string;
  readonly done: () => void;
}) {
  const queries = useQueryClient();
  const [why, setWhy] = useState('');
  const [nextDue, setNextDue] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const keep = async (): Promise<void> => {
    setBusy(true);
    try {
      await send('POST', `/v1/documents/${kind}/${encodeURIComponent(id)}/review`, { why, nextDue });
      await queries.invalidateQueries();
      done();
    } catch (error) {
      setProblem(error as Error);
    }
    setBusy(false);
  };
  return (
    <form
      className={css.group}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Textarea
        label="Why it still stands"
        required
        autosize
        minRows={2}
        maxLength={4000}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="Looked at next by"
        required
        value={nextDue}
        onChange={(event) => setNextDue(event.currentTarget.value)}
      />
      <p className={css.actions}>
        <Button type="submit" size="sm" loading={busy}>
          Keep it
        </Button>
        <Button variant="default" size="sm" onClick={done}>
          Leave it
        </Button>
      </p>
      {problem ? <ProblemNotice problem={problem} /> : null}
    </form>
  );
}
