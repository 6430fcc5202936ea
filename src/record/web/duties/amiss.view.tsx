// What keeps it from being kept; where fields are amiss they say so themselves.
import type { ApiProblem } from '../../../web/api.ts';
import { ProblemNotice } from '../../../web/kit/problem.view.tsx';
import css from './duties.module.css';

export function Amiss({ problem }: { readonly problem: ApiProblem }) {
  if (problem.errors.length === 0) return <ProblemNotice problem={problem} />;
  return (
    <p role="alert" className={css.note}>
      {problem.message}
    </p>
  );
}
