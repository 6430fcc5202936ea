// Which standards a clause serves, and which it stands in the way of: question 3 of 12 reads it when causes are found next.
import { Button, MultiSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../api.ts';
import { useAsked } from './ask.view.tsx';
import { ProblemNotice } from './problem.view.tsx';
import css from './reasons.module.css';

export interface LinkClauseProps {
  readonly policy: string;
  readonly version: string;
  readonly clause: string;
  readonly serves: readonly string[];
  readonly obstructs: readonly string[];
  readonly done: () => void;
}

interface Standards {
  readonly standards: readonly { readonly id: string; readonly title?: string; readonly says: string }[];
}

export function LinkClause({ policy, version, clause, done, ...before }: LinkClauseProps) {
  const queries = useQueryClient();
  const { data } = useAsked<Standards>('/v1/standards');
  const [serves, setServes] = useState<string[]>([...before.serves]);
  const [obstructs, setObstructs] = useState<string[]>([...before.obstructs]);
  const [problem, setProblem] = useState<Error | null>(null);
  const options = (data?.standards ?? []).map(({ id, title, says }) => ({ value: id, label: title ?? says }));
  const known = new Set(options.map((one) => one.value));
  const missing = [...serves, ...obstructs].filter((id) => !known.has(id)).map((id) => ({ value: id, label: id }));
  const keep = async (): Promise<void> => {
    try {
      setProblem(null);
      const path = ['policies', policy, version, 'clauses', clause, 'links'].map(encodeURIComponent).join('/');
      await send('PUT', `/v1/${path}`, { serves, obstructs });
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/v1/policies/') });
      done();
    } catch (error) {
      setProblem(error as Error);
    }
  };
  return (
    <form
      className={css.form}
      aria-label="Link standards"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <MultiSelect
        label="It stands in the way of"
        description="Keeping the clause means missing these. Misses then count against it."
        searchable
        limit={50}
        nothingFoundMessage="No standard goes by this"
        data={[...options, ...missing]}
        value={obstructs}
        onChange={setObstructs}
      />
      <MultiSelect
        label="It serves"
        description="Keeping the clause helps to keep these."
        searchable
        limit={50}
        nothingFoundMessage="No standard goes by this"
        data={[...options, ...missing]}
        value={serves}
        onChange={setServes}
      />
      {problem ? <ProblemNotice problem={problem} /> : null}
      <div className={css.actions}>
        <Button type="submit">Keep the links</Button>
        <Button variant="default" onClick={done}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
