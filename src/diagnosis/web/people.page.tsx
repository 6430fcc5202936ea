// People: by name, with their posts of today, for those who help them. Nobody is ranked, and nothing is counted of anybody here.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ListedPerson } from '../one-person/one-person.shape.ts';
import type { ListedEntryOnWire } from '../../record/entries/entries.shape.ts';
import { type Page as ListPage, withQuery } from '../../web/api.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ListComing, MoreOf, useListed } from '../../web/kit/listed.view.tsx';
import { sentence, taskWord } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import css from './people.module.css';

export function Page() {
  const me = useMe();
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const query = {
    site: typeof search.site === 'string' ? search.site : '',
    words: typeof search.words === 'string' ? search.words : '',
  };
  const go = useNavigate();
  const change = (more: Partial<typeof query>): void => {
    const { site, words } = { ...query, ...more };
    const next = { ...(site === '' ? {} : { site }), ...(words === '' ? {} : { words }) };
    void go({ to: '/people', search: next as never, replace: true });
  };
  const list = useListed<ListedPerson>('/v1/people', query, 100);
  const sites =
    useAsked<ListPage<ListedEntryOnWire>>(withQuery('/v1/record/entries', { kind: 'sites', limit: 200 })).data?.items ??
    [];
  const people = list.items;
  const keeps = sees(me, ['owner', 'district-manager', 'hr']) && !me.readsOnly;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>People</h1>
        <p className={css.soft}>
          In the order of their names. What each does well, and what would help them, is on their page.
        </p>
        {keeps ? (
          <p>
            <Button variant="default" renderRoot={(props) => <Link {...props} to="/record/add/people" />}>
              Add somebody
            </Button>
          </p>
        ) : null}
      </header>
      <div className={css.filters}>
        <TextInput
          type="search"
          label="Name"
          leftSection={<IconSearch size={18} aria-hidden />}
          defaultValue={query.words}
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
        {sites.length > 1 ? (
          <NativeSelect
            label="Where"
            value={query.site}
            onChange={(event) => change({ site: event.currentTarget.value })}
            data={[{ value: '', label: 'Everywhere' }, ...sites.map(({ key, says }) => ({ value: key, label: says }))]}
          />
        ) : null}
      </div>
      <ListComing of={list} />
      {list.isEmpty ? (
        query.site + query.words === '' ? (
          <Empty
            title="Nobody is on record yet"
            action={keeps ? <Link to="/record/bring">Bring people.csv</Link> : undefined}
            example={<p>p-06, Tessa Brandt, rep, bay-street, from 2024-06-03</p>}
          >
            Once it is written who works where, each has a page: certificates, what was done to help them, what their
            contacts kept.
          </Empty>
        ) : (
          <Empty title="Nobody of that name there" action={<Link to="/people">Show everybody</Link>}>
            Leave the name or the site out.
          </Empty>
        )
      ) : null}
      <ul className={css.names} aria-label="People by name">
        {people.map(({ id, name, posts }) => (
          <li key={id}>
            <Link to="/people/$id" params={{ id } as never} className={css.name}>
              <strong>{name}</strong>
              <span>
                {posts.length === 0
                  ? 'no post today'
                  : [...new Set(posts.map((one) => sentence(taskWord(one.role))))].join(', ')}
              </span>
              <span>{posts.map((one) => one.site.name).join(', ')}</span>
            </Link>
          </li>
        ))}
      </ul>
      <MoreOf of={list} />
    </div>
  );
}
