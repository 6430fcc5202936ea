// The library: every standard that there is, kept or not, by the set it comes from, found by its words; serious acts beside them.
import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconSearch, IconStar } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import type { OneStandard } from '../one-standard.shape.ts';
import { packName, titleOf } from '../title.core.ts';
import { FewKept } from './few-kept.view.tsx';
import css from './standards.module.css';

type Standard = OneStandard['standard'];

interface Narrowed {
  readonly words?: string;
  readonly set?: string;
  readonly show?: 'kept' | 'all' | 'serious';
}

export function Page() {
  return (
    <Ask<{ readonly standards: readonly Standard[] }> path="/v1/standards">
      {({ standards }) => <Library standards={standards} />}
    </Ask>
  );
}

function Library({ standards }: { readonly standards: readonly Standard[] }) {
  const { words = '', set = '', show = 'kept' } = useSearch({ strict: false }) as Narrowed;
  const go = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const change = (next: Partial<Narrowed>): void => {
    const all = { words, set, show, ...next };
    const said = Object.entries(all).filter(([name, value]) => value !== '' && !(name === 'show' && value === 'kept'));
    void go({ to: '/standards', search: Object.fromEntries(said) as never, replace: true });
  };
  const sets = [...new Set(standards.map((one) => one.pack))];
  const found = standards.filter(
    (one) =>
      (show === 'all' || (show === 'serious' ? one.kind === 'atrocity' : one.inUse)) &&
      (set === '' || one.pack === set) &&
      holds(one, words),
  );
  const kept = standards.filter((one) => one.inUse).length;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Standards</h1>
        <p className={css.lede}>
          What good service is here, as habits that anybody can see and hear.{' '}
          {countOf(kept, 'standard is', 'standards are')} kept; every contact is marked by them.
        </p>
      </header>
      <FewKept standards={standards} />
      <search className={css.filters} aria-label="Find standards">
        <TextInput
          ref={field}
          type="search"
          aria-label="Words of a standard"
          placeholder="Greeting, price, hold …"
          leftSection={<IconSearch size={18} aria-hidden />}
          defaultValue={words}
          onChange={(event) => change({ words: event.currentTarget.value.trim() })}
          className={css.words}
        />
        <NativeSelect
          aria-label="Set of standards"
          value={set}
          onChange={(event) => change({ set: event.currentTarget.value })}
          data={[{ value: '', label: 'All sets' }, ...sets.map((one) => ({ value: one, label: packName(one) }))]}
        />
        <SegmentedControl
          aria-label="Which standards"
          value={show}
          onChange={(value) => change({ show: value as NonNullable<Narrowed['show']> })}
          data={[
            { value: 'kept', label: 'Kept' },
            { value: 'all', label: 'All' },
            { value: 'serious', label: 'Serious acts' },
          ]}
        />
      </search>
      <p className={css.soft} role="status">
        {countOf(found.length, 'standard')}
      </p>
      {found.length === 0 ? (
        <Empty
          title="No standard fits that"
          action={
            <Link to="/standards" search={{ show: 'all' } as never}>
              Show all
            </Link>
          }
        >
          Try a single word, or look through all of them, also those that are not kept.
        </Empty>
      ) : (
        sets
          .map((name) => ({ name, own: found.filter((one) => one.pack === name) }))
          .filter(({ own }) => own.length > 0)
          .map(({ name, own }) => (
            <section key={name} aria-labelledby={`set-${name}`}>
              <h2 id={`set-${name}`} className={css.set}>
                {packName(name)}
              </h2>
              <ul className={css.list}>
                {own.map((one) => (
                  <Row key={one.id} standard={one} />
                ))}
              </ul>
            </section>
          ))
      )}
    </div>
  );
}

function holds(one: Standard, words: string): boolean {
  const text = [titleOf(one), one.says, one.id, one.because, one.instead, one.failing].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function Row({ standard }: { readonly standard: Standard }) {
  const { id, kind, few, inUse, says, channels } = standard;
  return (
    <li>
      <Link to="/standards/$id" params={{ id } as never} className={css.row} data-kept={inUse || undefined}>
        <span className={css.title}>
          {kind === 'atrocity' ? (
            <IconAlertTriangle size={16} aria-label="Serious act:" className={css.serious} />
          ) : null}
          {few ? <IconStar size={16} aria-label="One of the customary few:" className={css.few} /> : null}
          {titleOf(standard)}
        </span>
        <span className={css.says}>{says}</span>
        <span className={css.soft}>
          {channels.length === 0 ? 'everywhere' : channels.join(', ')}
          {inUse ? '' : ' · not kept'}
        </span>
      </Link>
    </li>
  );
}
