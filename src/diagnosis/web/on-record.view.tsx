// What the record says of one person: what is due to them, their certificates, duties and posts, and what was done to help them.
// Each opens the row that it stands in.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OnePerson } from '../one-person/one-person.shape.ts';
import { day, sentence, taskWord } from '../../web/kit/words.ts';
import css from './people.module.css';

const states: Readonly<Record<OnePerson['certificates'][number]['state'], string>> = {
  holds: 'holds',
  'lapses-soon': 'lapses soon',
  lapsed: 'lapsed',
  renewed: 'renewed since',
};

const acts: Readonly<Record<OnePerson['observations'][number]['act'], string>> = {
  encourage: 'Encouraged',
  help: 'Helped',
  guide: 'Guided',
  observe: 'Watched',
  reprimand: 'Reprimanded',
};

/** `about Asked for business, Thanked and 4 more`. */
function aboutOf(standards: readonly string[]): string {
  if (standards.length === 0) return '';
  const more = standards.length - 3;
  return `about ${standards.slice(0, 3).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Rows shown at first; the rest is in the record. */
const shown = 6;

export function OnRecord({ person }: { readonly person: OnePerson }) {
  const { id, own, due, certificates, duties, observations, posts, tried } = person;
  const all = { person: id };
  const more = (kind: string): ReactNode => (
    <p className={css.small}>
      <Link to="/record" search={{ ...all, kind } as never}>
        All on record
      </Link>
    </p>
  );
  return (
    <div className={css.columns}>
      <section className={css.card} aria-labelledby="due-now">
        <h2 id="due-now">{own ? 'Due to you' : 'Due to them'}</h2>
        <ul className={css.list}>
          <li>
            <span>
              {due.lastHelped === null
                ? 'Nobody’s watching or help is on record yet'
                : `Last watched or helped on ${day(due.lastHelped)}`}
            </span>
            {due.helpDue ? (
              <span className={css.state} data-state="due">
                due: it was more than ninety days ago, or never
              </span>
            ) : null}
          </li>
          {due.waiting.map((one) => (
            <li key={one.id}>
              <Row kind="approvals" rowKey={one.id}>{`Waits for ${one.waitedFor}`}</Row>
              <span className={css.state} data-state="due">{`since ${day(one.since)}`}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className={css.card} aria-labelledby="certificates">
        <h2 id="certificates">Certificates</h2>
        {certificates.length === 0 ? <p className={css.soft}>None is on record.</p> : null}
        <ul className={css.list}>
          {certificates.slice(0, shown).map((one) => (
            <li key={one.id}>
              <Row kind="certificates" rowKey={one.id}>
                {sentence(taskWord(one.task))}
              </Row>
              <span className={css.state} data-state={one.state}>
                {states[one.state]}
                {one.expires === undefined || one.state === 'renewed'
                  ? ''
                  : one.state === 'lapsed'
                    ? ` on ${day(one.expires)}`
                    : `, until ${day(one.expires)}`}
              </span>
            </li>
          ))}
        </ul>
        {certificates.length > shown ? more('certificates') : null}
      </section>
      <section className={css.card} aria-labelledby="help-given">
        <h2 id="help-given">Watched, helped, guided</h2>
        {observations.length === 0 ? <p className={css.soft}>Nothing is on record.</p> : null}
        <ul className={css.list}>
          {observations.slice(0, shown).map((one) => (
            <li key={one.key}>
              <Row kind="observations" rowKey={one.key}>
                {`${acts[one.act]}${one.by === null ? '' : ` by ${one.by}`}`}
              </Row>
              <span className={css.small}>{[day(one.on), aboutOf(one.standards)].filter(Boolean).join(', ')}</span>
            </li>
          ))}
        </ul>
        {observations.length > shown ? more('observations') : null}
      </section>
      {duties.length > 0 ? (
        <section className={css.card} aria-labelledby="duties">
          <h2 id="duties">{own ? 'What your job is' : 'What their job is'}</h2>
          <ul className={css.list}>
            {duties.map((one) => (
              <li key={one.id}>
                <Row kind="duties" rowKey={one.id}>
                  {sentence(taskWord(one.task))}
                </Row>
                {one.shown === null ? null : (
                  <span className={css.state} data-state={one.shown ? 'holds' : 'due'}>
                    {one.shown ? 'shown able to do it' : 'no certificate holds today'}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className={css.card} aria-labelledby="posts">
        <h2 id="posts">Posts</h2>
        <ul className={css.list}>
          {posts.map((one) => (
            <li key={one.key}>
              <Row kind="posts" rowKey={one.key}>{`${sentence(taskWord(one.role))} at ${one.site.name}`}</Row>
              <span className={css.small}>
                {one.to === undefined ? `since ${day(one.from)}` : `${day(one.from)} to ${day(one.to)}`}
                {one.supervisor ? `, answering to ${one.supervisor}` : ''}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {tried && tried.length > 0 ? (
        <section className={css.card} aria-labelledby="tried">
          <h2 id="tried">What was tried</h2>
          <ul className={css.list}>
            {tried.map((one) => (
              <li key={one.key}>
                <Row kind="attempts" rowKey={one.key}>
                  {sentence(taskWord(one.tried))}
                </Row>
                <span
                  className={css.small}
                >{`${day(one.on)}${one.result ? `, after it ${taskWord(one.result)}` : ''}`}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Row({
  kind,
  rowKey,
  children,
}: {
  readonly kind: string;
  readonly rowKey: string;
  readonly children: ReactNode;
}) {
  return <Link to={`/record/${kind}/${encodeURIComponent(rowKey)}`}>{children}</Link>;
}
