// The frame of every page before the door: the name, one card, nothing else.
import type { ReactNode } from 'react';
import css from './door.module.css';

export interface DoorFrameProps {
  readonly title: string;
  /** One sentence under the title. */
  readonly says?: ReactNode;
  readonly children: ReactNode;
}

export function DoorFrame({ title, says, children }: DoorFrameProps) {
  return (
    <main className={css.door}>
      <p className={css.brand}>Customary</p>
      <div className={css.card}>
        <h1>{title}</h1>
        {says ? <p className={css.says}>{says}</p> : null}
        {children}
      </div>
    </main>
  );
}
