// Long work that can be left: how far it is, in words and as a bar. Without an end that is known, the bar is left out.
import css from './progress.module.css';
import { counted } from './words.ts';

export interface ProgressProps {
  /** e.g. "Reading contacts". */
  readonly says: string;
  readonly done?: number;
  readonly of?: number | null;
}

export function Progress({ says, done, of }: ProgressProps) {
  const known = done !== undefined && of !== null && of !== undefined && of > 0;
  return (
    <div className={css.progress} role="status">
      <p>
        {says}
        {done === undefined ? '' : known ? `: ${counted(done)} of ${counted(of)}` : `: ${counted(done)}`}
      </p>
      {known ? <progress value={done} max={of} aria-label={says} /> : null}
    </div>
  );
}
