// The four that anybody understands at once: knows and does it, knows and doesn't, does it without, was never shown or no
// longer holds it. Each with what it asks for.
import { counted, percent } from '../../web/kit/words.ts';
import type { Four } from '../know-do/know-do.core.ts';
import css from './know-do.module.css';

export function FourGroups({ whole }: { readonly whole: Four }) {
  const all = whole.knowsDoes + whole.knowsMisses + whole.withoutDoes + whole.withoutMisses;
  const groups = [
    { key: 'knowsDoes', name: 'Knows it and does it', asks: 'This is how it should be.' },
    {
      key: 'knowsMisses',
      name: 'Knows it and doesn’t do it',
      asks: 'Training isn’t the cause. Look at policy, procedure, management.',
    },
    { key: 'withoutMisses', name: 'Wasn’t shown it, and misses it', asks: 'Show it, or renew what has run out.' },
    { key: 'withoutDoes', name: 'Does it without being shown', asks: 'Ask them how: others can learn from it.' },
  ] as const;
  return (
    <ul className={css.four} aria-label="Four groups">
      {groups.map(({ key, name, asks }) => (
        <li key={key} data-group={key}>
          <strong className={css.figure}>{percent(whole[key] / Math.max(1, all))}</strong>
          <span className={css.name}>{name}</span>
          <span className={css.soft}>{counted(whole[key])} times</span>
          <span className={css.asks}>{asks}</span>
        </li>
      ))}
    </ul>
  );
}
