// Every site on record with what people call it, its clock, its days, who works there and what was brought; corrected with the
// forms that the record has.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { type Column, Rows } from '../../web/kit/rows.view.tsx';
import { counted, day } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { Sites } from '../sites/sites.shape.ts';
import css from './settings.module.css';

type Site = Sites['items'][number];

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <p>
          <Link to="/settings">Settings</Link>
        </p>
        <h1>Your sites</h1>
        <p className={css.lede}>Where you serve: what people call it, by which clock its days go, who works there.</p>
      </header>
      <Ask<Sites> path="/v1/sites" isEmpty={({ items }) => items.length === 0} empty={<NoSite />}>
        {(sites) => <Listed sites={sites} />}
      </Ask>
    </div>
  );
}

function Listed({ sites: { items, mayKeep } }: { readonly sites: Sites }) {
  const columns: Column<Site>[] = [
    { name: 'Site', of: ({ id, name }) => <Link to={`/record/sites/${encodeURIComponent(id)}`}>{name}</Link> },
    {
      name: 'Also called',
      of: ({ spokenNames }) => (spokenNames.length > 0 ? spokenNames.join(', ') : 'nothing else'),
    },
    { name: 'Time zone', of: ({ timeZone }) => timeZone.replaceAll('_', ' ') },
    ...(items.some(({ opened, closed }) => opened ?? closed) ? [{ name: 'Open', of: openWords }] : []),
    { name: 'People now', number: true, of: ({ people }) => counted(people) },
    { name: 'Contacts', number: true, of: ({ contacts }) => counted(contacts) },
    ...(mayKeep
      ? [
          {
            name: 'Change',
            of: ({ id, name }: Site) => (
              <Link to={`/record/sites/${encodeURIComponent(id)}/correct`} aria-label={`Correct ${name}`}>
                Correct
              </Link>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Rows label="Your sites" rows={items} columns={columns} keyOf={({ id }) => id} />
      {mayKeep ? (
        <p>
          <Button
            renderRoot={(props) => <Link {...props} to="/record/add/$kind" params={{ kind: 'sites' } as never} />}
          >
            Add a site
          </Button>
        </p>
      ) : null}
    </>
  );
}

function openWords({ opened, closed }: Site): string {
  if (closed !== null) return opened === null ? `until ${day(closed)}` : `${day(opened)} to ${day(closed)}`;
  return opened === null ? 'not written down' : `since ${day(opened)}`;
}

function NoSite() {
  const me = useMe();
  const keeps = sees(me, ['owner', 'district-manager', 'hr']) && !me.readsOnly;
  return (
    <Empty
      title="No site is on record yet"
      action={
        keeps ? (
          <>
            <Link to="/record/add/$kind" params={{ kind: 'sites' } as never}>
              Add the first one
            </Link>
            , or <Link to="/record/bring">bring a file</Link>
          </>
        ) : undefined
      }
      example={<p>sites.csv: id,name,time-zone,spoken-names. bay-street,Bay Street,America/New_York,the Bay</p>}
    >
      A site is where you serve, or the desk that takes the calls. With its time zone days and shifts are right; with
      what people call it, its name is understood when it is spoken.
    </Empty>
  );
}
