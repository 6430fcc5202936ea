// Answering for a clause: why it stands, and the Customer Factor with its reason. What was said before stays in the history.
import { Button, Radio, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { customerFactor, type FactorAnswer } from '../../policies/reasons/clause-reasons.core.ts';
import type { ClauseReasonsOnWire } from '../../policies/reasons/clause-reasons.shape.ts';
import { send } from '../api.ts';
import { ProblemNotice } from './problem.view.tsx';
import css from './reasons.module.css';

export interface AnswerForClauseProps {
  readonly policy: string;
  readonly version: string;
  readonly clause: string;
  /** What was said before, to begin from. */
  readonly reasons: ClauseReasonsOnWire;
  /** Kept or left. */
  readonly done: () => void;
}

const fields = [
  ['purpose', 'What is it for?', 'What goes wrong for whom without it.'],
  ['protects', 'Whom does it protect?', 'Customers, those who serve, the company, or others.'],
  ['legalBasis', 'Which law demands it?', 'By its name; write “none” where there is none.'],
  ['authority', 'What may one do on one’s own authority?', 'For example: waive one late fee a year.'],
] as const;

export function AnswerForClause({ policy, version, clause, reasons, done }: AnswerForClauseProps) {
  const queries = useQueryClient();
  const [said, setSaid] = useState({
    purpose: reasons.purpose ?? '',
    protects: reasons.protects ?? '',
    legalBasis: reasons.legalBasis ?? '',
    authority: reasons.authority ?? '',
  });
  const [factor, setFactor] = useState<FactorAnswer | ''>(reasons.factor?.answer ?? '');
  const [because, setBecause] = useState(reasons.factor?.reason ?? '');
  const [problem, setProblem] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const keep = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const path = ['policies', policy, version, 'clauses', clause, 'reasons'].map(encodeURIComponent).join('/');
      await send('PUT', `/v1/${path}`, {
        ...said,
        ...(factor === '' ? {} : { factor: { answer: factor, reason: because } }),
      });
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/v1/policies/') });
      done();
    } catch (error) {
      setProblem(error as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={css.form}
      aria-label="Answer for this clause"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Radio.Group
        label="The Customer Factor"
        description={customerFactor}
        value={factor}
        onChange={(value) => setFactor(value as FactorAnswer)}
      >
        <div className={css.choices}>
          <Radio value="yes" label="Yes" />
          <Radio value="partly" label="Partly" />
          <Radio value="no" label="No" />
        </div>
      </Radio.Group>
      {factor === '' ? null : (
        <Textarea
          label="Why?"
          autosize
          minRows={1}
          required
          withAsterisk={false}
          maxLength={2000}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
      )}
      <div className={css.two}>
        {fields.map(([name, label, help]) => (
          <Textarea
            key={name}
            label={label}
            description={help}
            autosize
            minRows={1}
            maxLength={2000}
            value={said[name]}
            onChange={({ currentTarget: { value } }) => setSaid((before) => ({ ...before, [name]: value }))}
          />
        ))}
      </div>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <div className={css.actions}>
        <Button type="submit" loading={busy}>
          Keep the answer
        </Button>
        <Button variant="default" onClick={done}>
          Leave it
        </Button>
      </div>
      <p className={css.soft}>
        It is dated and stands under your name in the history; what was said before stays there.
      </p>
    </form>
  );
}
