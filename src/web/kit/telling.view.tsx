// A sentence whose number opens: the whole is one link, as large as the sentence, and says where it leads.
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import css from './telling.module.css';

export interface TellingProps {
  /** The figure itself, e.g. `31 %`. */
  readonly figure?: ReactNode;
  readonly children: ReactNode;
  readonly to: string;
  readonly search?: Readonly<Record<string, unknown>>;
  /** One click deeper: the range, the base. */
  readonly detail?: ReactNode;
}

export function Telling({ figure, children, to, search, detail }: TellingProps) {
  return (
    <Link to={to} {...(search ? { search: search as never } : {})} className={css.telling}>
      {figure === undefined ? null : <strong className={css.figure}>{figure}</strong>}
      <span className={css.words}>
        <span>{children}</span>
        {detail ? <span className={css.detail}>{detail}</span> : null}
      </span>
      <IconChevronRight size={18} aria-hidden className={css.sign} />
    </Link>
  );
}
