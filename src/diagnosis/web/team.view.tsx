// What waits at one's own sites: certificates about to lapse, whom nobody has watched for long, sign-offs not given. In the
// order of dates: nobody is ranked.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { day, taskWord } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import { thoseWhoRecord } from '../../web/page-entry.ts';
import type { Today } from '../today/today.shape.ts';
import css from './today.module.css';

type Team = NonNullable<Today['team']>;

export function Team({ team }: { readonly team: Team }) {
  const { lapsing, toObserve, waiting } = team;
  if (lapsing.all + toObserve.all + waiting.all === 0)
    return (
      <section className={css.section}>
        <h2>Nothing is due at your sites</h2>
        <p className={css.soft}>
          Certificates about to lapse, people whom nobody has watched for ninety days, and sign-offs that somebody waits
          for stand here. They come from the record: the more of it is kept, the more is told in time.
        </p>
      </section>
    );
  return (
    <div className={css.columns}>
      <Card title="Certificates about to lapse" all={lapsing.all} shown={lapsing.items.length}>
        {lapsing.items.map(({ person, task, expires, lapsed }) => (
          <li key={`${person.id} ${task}`}>
            <Name of={person} />
            <span>{`${taskWord(task)}, ${lapsed ? 'lapsed on' : 'lapses on'} ${day(expires)}`}</span>
          </li>
        ))}
      </Card>
      <Card title="Whom to watch and help" all={toObserve.all} shown={toObserve.items.length}>
        {toObserve.items.map(({ person, site, last }) => (
          <li key={`${person.id} ${site.id}`}>
            <Name of={person} />
            <span>{`${site.name}, ${last ? `last on ${day(last)}` : 'never on record'}`}</span>
          </li>
        ))}
      </Card>
      <Card title="Waiting for an answer" all={waiting.all} shown={waiting.items.length}>
        {waiting.items.map(({ person, waitedFor, since }) => (
          <li key={`${person.id} ${since}`}>
            <Name of={person} />
            <span>{`${waitedFor}, since ${day(since)}`}</span>
          </li>
        ))}
      </Card>
    </div>
  );
}

/** Their name, which opens their page for those who may see it. */
function Name({ of: { id, name } }: { readonly of: { readonly id: string; readonly name: string } }) {
  const seen = sees(useMe(), thoseWhoRecord);
  return (
    <strong>
      {seen ? (
        <Link to="/people/$id" params={{ id } as never}>
          {name}
        </Link>
      ) : (
        name
      )}
    </strong>
  );
}

function Card({
  title,
  all,
  shown,
  children,
}: {
  readonly title: string;
  readonly all: number;
  readonly shown: number;
  readonly children: ReactNode;
}) {
  if (all === 0) return null;
  return (
    <section className={css.card}>
      <h2>{title}</h2>
      <ul className={css.people}>{children}</ul>
      {all > shown ? <p className={css.soft}>{`and ${all - shown} more`}</p> : null}
    </section>
  );
}
