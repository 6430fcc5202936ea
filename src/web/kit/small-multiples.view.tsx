// Many small pictures of one kind and one scale, side by side, so that the odd one out is seen.
import type { ReactNode } from 'react';
import css from './small-multiples.module.css';

export function SmallMultiples({
  label,
  children,
}: {
  readonly label: string;
  readonly children: readonly ReactNode[];
}) {
  return (
    <ul className={css.grid} aria-label={label}>
      {children.map((child, index) => (
        // oxlint-disable-next-line no-array-index-key -- the pictures have no name of their own here
        <li key={index}>{child}</li>
      ))}
    </ul>
  );
}
