// Why the door did not open, told to those who see and to those who hear.
import { IconAlertCircle } from '@tabler/icons-react';
import type { ApiProblem } from '../../web/api.ts';
import css from './refused.module.css';

export function Refused({ problem }: { readonly problem: ApiProblem | null }) {
  return (
    <div role="alert" className={css.place}>
      {problem ? (
        <p className={css.refused}>
          <IconAlertCircle size={18} aria-hidden />
          <span>{problem.message}</span>
        </p>
      ) : null}
    </div>
  );
}
