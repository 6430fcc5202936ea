// Which of a list is shown: words side by side, kept in the address as `show`, so that Back and a link in a message work.
import { Link } from '@tanstack/react-router';
import css from './tabs.module.css';

export interface TabsProps<Value extends string> {
  readonly label: string;
  readonly to: string;
  /** The first is shown where the address says nothing. */
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly shown: Value;
}

/** The choices of a list, the one that is shown marked. */
export function Tabs<Value extends string>({ label, to, choices, shown }: TabsProps<Value>) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {choices.map((one, at) => (
        <Link
          key={one.value}
          to={to}
          search={(at === 0 ? {} : { show: one.value }) as never}
          aria-current={one.value === shown ? 'page' : undefined}
          data-chosen={one.value === shown}
          activeProps={{}}
          replace
        >
          {one.label}
        </Link>
      ))}
    </nav>
  );
}
