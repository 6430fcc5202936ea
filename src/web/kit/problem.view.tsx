// What went wrong, in the server's words, which say what to do; each field that was amiss; a way to try again.
import { Button } from '@mantine/core';
import { ApiProblem } from '../api.ts';
import css from './problem.module.css';

export function ProblemNotice({ problem, again }: { readonly problem: Error; readonly again?: () => void }) {
  const told = problem instanceof ApiProblem ? problem : null;
  return (
    <div className={css.problem} role="alert">
      <p className={css.title}>{told?.status === 403 ? 'This is not for you to see' : 'That did not work'}</p>
      <p>
        {told ? told.message : 'Something in this page broke. Load it again; what you had entered elsewhere is kept.'}
      </p>
      {told && told.errors.length > 0 ? (
        <ul>
          {told.errors.map(({ pointer, detail }) => (
            <li key={pointer + detail}>{`${pointer.replace(/^\//, '').replaceAll('/', ' › ')}: ${detail}`}</li>
          ))}
        </ul>
      ) : null}
      {again ? (
        <Button variant="default" size="sm" onClick={again}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}
