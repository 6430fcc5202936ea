// The record: everything that is in writing, dated, the latest first; as it stood on any day; each row opens.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Page as ListPage, withQuery } from '../../web/api.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ListComing, MoreOf, textsIn, useListed } from '../../web/kit/listed.view.tsx';
import { day, month, sentence } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { ListedEntryOnWire } from '../entries/entries.shape.ts';
import css from './record.module.css';
import { addressOf, kindGroups, kindWords, whenOf } from './record-words.ts';

type Reply = ListPage<ListedEntryOnWire>;

const named = ['kind', 'site', 'person', 'words', 'day'] as const;
type Query = Partial<Record<(typeof named)[number], string>>;

export function Page() {
  const query = textsIn(useSearch({ strict: false }), named);
  const go = useNavigate();
  const change = (more: Query): void =>
    void go({ to: '/record', search: textsIn({ ...query, ...more }, named) as never, replace: true });
  const list = useListed<ListedEntryOnWire>('/v1/record/entries', query, 60);
  const rows = list.items;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1>The record</h1>
          <p className={css.soft}>
            {query.day === undefined
              ? 'What is in writing, the latest first.'
              : `What held on ${day(query.day)}, or had been done by then.`}
          </p>
        </div>
        <AddOrBring />
      </header>
      <Filters query={query} change={change} />
      <ListComing of={list} />
      {list.isEmpty ? (
        <Nothing query={query} clear={() => change({ kind: '', site: '', person: '', words: '', day: '' })} />
      ) : null}
      <div data-stale={list.isStale || undefined} className={css.months}>
        {[...Map.groupBy(rows, (one) => one.from?.slice(0, 7) ?? '')].map(([of, all]) => (
          <section key={of} aria-label={of === '' ? 'Without a day' : month(of)}>
            <h2 className={css.month}>{of === '' ? 'Without a day of their own' : month(of)}</h2>
            <ul className={css.rows}>
              {all.map((one) => (
                <Row key={`${one.kind} ${one.key}`} row={one} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <MoreOf of={list} says="Show earlier ones" />
    </div>
  );
}

export function Row({ row }: { readonly row: ListedEntryOnWire }) {
  const who = [row.kind === 'people' ? undefined : row.person?.name, row.kind === 'sites' ? undefined : row.site?.name];
  return (
    <li>
      <Link to={addressOf(row)} className={css.row}>
        <span className={css.kind}>{kindWords[row.kind].one}</span>
        <span className={css.says}>
          <strong>{sentence(row.says)}</strong>
          {who.some(Boolean) ? <span>{who.filter(Boolean).join(', ')}</span> : null}
        </span>
        <span className={css.when}>{whenOf(row)}</span>
      </Link>
    </li>
  );
}

const whoAdd = ['owner', 'district-manager', 'hr', 'manager', 'trainer'] as const;
const whoBring = ['owner', 'district-manager', 'hr'] as const;

function AddOrBring() {
  const me = useMe();
  if (me.readsOnly || !sees(me, whoAdd)) return null;
  return (
    <p className={css.actions}>
      <Button renderRoot={(props) => <Link {...props} to="/record/add" />}>Add by hand</Button>
      {sees(me, whoBring) ? (
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/record/bring" />}>
          Bring files
        </Button>
      ) : null}
      {sees(me, whoBring) ? (
        <Button variant="default" component="a" href="/v1/record/out" download>
          Take it all out
        </Button>
      ) : null}
    </p>
  );
}

function Filters({ query, change }: { readonly query: Query; readonly change: (more: Query) => void }) {
  const sites = useAsked<Reply>(withQuery('/v1/record/entries', { kind: 'sites', limit: 200 })).data?.items ?? [];
  return (
    <div className={css.filters}>
      <TextInput
        type="search"
        label="Words, or a name"
        leftSection={<IconSearch size={18} aria-hidden />}
        defaultValue={query.words ?? ''}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <NativeSelect
        label="Of what kind"
        value={query.kind ?? ''}
        onChange={(event) => change({ kind: event.currentTarget.value })}
      >
        <option value="">Everything</option>
        {kindGroups.map(({ title, kinds }) => (
          <optgroup key={title} label={title}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindWords[kind].many}
              </option>
            ))}
          </optgroup>
        ))}
      </NativeSelect>
      {sites.length > 1 ? (
        <NativeSelect
          label="Where"
          value={query.site ?? ''}
          onChange={(event) => change({ site: event.currentTarget.value })}
          data={[{ value: '', label: 'Everywhere' }, ...sites.map(({ key, says }) => ({ value: key, label: says }))]}
        />
      ) : null}
      <TextInput
        type="date"
        label="As of"
        value={query.day ?? ''}
        onChange={(event) => change({ day: event.currentTarget.value })}
      />
      {query.person === undefined ? null : (
        <Button variant="default" onClick={() => change({ person: '' })}>
          Of everybody again
        </Button>
      )}
    </div>
  );
}

function Nothing({ query, clear }: { readonly query: Query; readonly clear: () => void }): ReactNode {
  const me = useMe();
  if (Object.keys(query).length > 0)
    return (
      <Empty
        title="Nothing on record fits that"
        action={
          <Button variant="default" onClick={clear}>
            Show everything
          </Button>
        }
      >
        What is not in writing is answered with “no record”, never with a guess. If it was done, write it down: it then
        counts from its day on.
      </Empty>
    );
  return (
    <Empty
      title="Nothing is in writing yet"
      action={sees(me, whoBring) ? <Link to="/record/bring">Bring what you have</Link> : undefined}
      example={
        <p>people.csv, certificates.xlsx, a folder of policies: one row or one file for each thing, with its days.</p>
      }
    >
      Who works where, which rules and procedures were in force, who was shown what, what managers did. From it every
      miss is traced to its cause, as things stood that day.
    </Empty>
  );
}
