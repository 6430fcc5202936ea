// A place with nothing in it yet: what it is for, the first step, an example.
import type { ReactNode } from 'react';
import css from './empty.module.css';

export interface EmptyProps {
  readonly title: string;
  /** What the page is for and what to do first. */
  readonly children: ReactNode;
  /** The first step: a link or a button. */
  readonly action?: ReactNode;
  /** What it will look like. */
  readonly example?: ReactNode;
}

export function Empty({ title, children, action, example }: EmptyProps) {
  return (
    <section className={css.empty}>
      <h2>{title}</h2>
      <div>{children}</div>
      {action ? <div>{action}</div> : null}
      {example ? (
        <div className={css.example}>
          <p className={css.kicker}>For example</p>
          {example}
        </div>
      ) : null}
    </section>
  );
}
