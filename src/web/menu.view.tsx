// The menu: down the side of a wide screen, along the bottom of a phone with the rest behind "More".
import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { sees, seesWhole, type Me } from './me.ts';
import { iconOf } from './page-icons.ts';
import type { PageEntry } from './page-entry.ts';
import { pages } from './pages.ts';
import { SchemeSwitch } from './scheme-switch.view.tsx';
import css from './shell.module.css';

/** How many pages a phone's bar holds beside "More". */
const onThePhone = 4;

export function Menu({ me }: { readonly me: Me }) {
  const [opened, { open, close }] = useDisclosure(false);
  const seen = pages.filter(
    (page) => page.menu !== 'none' && sees(me, page.who) && (page.ofWhole !== true || seesWhole(me)),
  );
  const daily = chiefFirst(
    me,
    seen.filter((page) => page.menu === 'daily'),
  );
  const more = seen.filter((page) => page.menu === 'more');
  const marked = seen.filter((page) => page.menu === 'marked');
  const written = seen.filter((page) => page.menu === 'written');
  return (
    <>
      <nav className={css.side} aria-label="Pages">
        <p className={css.organisation}>{me.organisation?.name}</p>
        <Entries pages={daily} />
        <Entries pages={more} closer />
        <Entries pages={marked} title="Marks" closer />
        <Entries pages={written} title="In writing" closer />
        <div className={css.foot}>
          <Own me={me} />
          <SchemeSwitch />
        </div>
      </nav>
      <nav className={css.bar} aria-label="Pages">
        <Entries pages={daily.slice(0, onThePhone)} />
        <button type="button" className={css.more} onClick={open} aria-haspopup="dialog">
          <IconDots size={22} aria-hidden />
          More
        </button>
      </nav>
      <Drawer
        opened={opened}
        onClose={close}
        position="bottom"
        title={me.organisation?.name}
        closeButtonProps={{ 'aria-label': 'Close the menu' }}
      >
        <nav aria-label="More pages" onClick={close}>
          <Entries pages={[...daily.slice(onThePhone), ...more]} />
          <Entries pages={marked} title="Marks" />
          <Entries pages={written} title="In writing" />
          <div className={css.foot}>
            <Own me={me} />
          </div>
        </nav>
        <SchemeSwitch />
      </Drawer>
    </>
  );
}

/** Whoever has a chief work finds it right after Today, on a phone too. */
function chiefFirst(me: Me, daily: readonly PageEntry[]): readonly PageEntry[] {
  const chief = daily.filter((page) => page.firstFor && sees(me, page.firstFor));
  const [today, ...rest] = daily.filter((page) => !chief.includes(page));
  return today === undefined ? chief : [today, ...chief, ...rest];
}

/** Who is signed in here, which leads to how they sign in. */
function Own({ me }: { readonly me: Me }) {
  return (
    <Link to="/settings/sign-in" className={css.own}>
      {me.member?.name ?? me.person?.name} <span>My sign-in</span>
    </Link>
  );
}

interface EntriesProps {
  readonly pages: readonly PageEntry[];
  readonly title?: string;
  /** With less room for each: those that are not opened every day. */
  readonly closer?: boolean;
}

function Entries({ pages: entries, title, closer = false }: EntriesProps) {
  const id = useId();
  if (entries.length === 0) return null;
  const list = (
    <ul className={closer ? `${css.entries} ${css.closer}` : css.entries} aria-labelledby={title && id}>
      {entries.map(({ path, label }) => {
        const Sign = iconOf(path);
        return (
          <li key={path}>
            <Link to={path} activeOptions={{ exact: path === '/', includeSearch: false }} className={css.entry}>
              <Sign size={20} stroke={1.6} aria-hidden />
              {label}
            </Link>
          </li>
        );
      })}
    </ul>
  );
  if (title === undefined) return list;
  return (
    <div>
      <p id={id} className={css.group}>
        {title}
      </p>
      {list}
    </div>
  );
}
