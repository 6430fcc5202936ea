// What waits at one's own sites: certificates about to lapse, whom nobody has watched for long, sign-offs not given. In the
// order of dates: nobody is ranked.
import type { ReactNode } from 'react';
import { day, taskWord } from '../../web/kit/words.ts';
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
            <strong>{person.name}</strong>
            <span>{`${taskWord(task)}, ${lapsed ? 'lapsed on' : 'lapses on'} ${day(expires)}`}</span>
          </li>
        ))}
      </Card>
      <Card title="Whom to watch and help" all={toObserve.all} shown={toObserve.items.length}>
        {toObserve.items.map(({ person, site, last }) => (
          <li key={`${person.id} ${site.id}`}>
            <strong>{person.name}</strong>
            <span>{`${site.name}, ${last ? `last on ${day(last)}` : 'never on record'}`}</span>
          </li>
        ))}
      </Card>
      <Card title="Waiting for an answer" all={waiting.all} shown={waiting.items.length}>
        {waiting.items.map(({ person, waitedFor, since }) => (
          <li key={`${person.id} ${since}`}>
            <strong>{person.name}</strong>
            <span>{`${waitedFor}, since ${day(since)}`}</span>
          </li>
        ))}
      </Card>
    </div>
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
