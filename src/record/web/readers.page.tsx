// The owner's view of a document: who has read it, site by site; what readers said, part by part and without a name; and the check questions.
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { withQuery } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import { thoseWhoRecord } from '../../web/page-entry.ts';
import type { Readers } from '../reading/reading.shape.ts';
import { stateWords, whenOf } from '../publish/state-words.core.ts';
import { CheckQuestions } from './check-questions.view.tsx';
import css from './reading.module.css';

export function Page() {
  const { kind = '', id = '' } = useParams({ strict: false }) as { readonly kind?: string; readonly id?: string };
  const { version } = useSearch({ strict: false }) as { readonly version?: string };
  const path = withQuery(`/v1/readers/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`, { version });
  return (
    <Ask<Readers> title="Who has read it" path={path}>
      {(told) => <Told told={told} />}
    </Ask>
  );
}

function Told({ told }: { readonly told: Readers }) {
  const { version, stands, due, sites } = told;
  const waitedFor = stands === 'in-force' || stands === 'to-come';
  const { asked, read } = told.people;
  return (
    <article className={css.page}>
      <header className={css.head}>
        <p>
          <Link
            to="/reading/$kind/$id"
            params={{ kind: version.kind, id: version.id } as never}
            search={{ version: version.version } as never}
          >
            {version.title}
          </Link>
        </p>
        <h1>Who has read it</h1>
        <p className={css.soft}>
          {`Version ${version.version}. ${stateWords[stands]} ${whenOf({ from: version.from, to: version.to ?? null, due, state: stands })}. `}
          {asked === 0
            ? ''
            : waitedFor
              ? `${read} of ${countOf(asked, 'person', 'people')} have answered it.`
              : `Nobody is asked to read it now. Of ${countOf(asked, 'person', 'people')} who serve today ${read} had answered it.`}
        </p>
      </header>
      {asked === 0 ? (
        <Empty title="Nobody is asked to read it" action={<Link to="/people">Look at the people</Link>}>
          Nobody on record serves in a role and at a site that it is for today. Check its roles and sites, and who
          serves where.
        </Empty>
      ) : (
        <section className={css.section} aria-labelledby="sites">
          <h2 id="sites">Site by site</h2>
          <ul className={css.sites}>
            {sites.map(({ site, asked: there, read: done, notYet }) => (
              <li key={site.id}>
                <strong>{site.name}</strong>
                <span>{`${done} of ${there}`}</span>
                <span className={css.soft}>
                  {notYet.length === 0 ? 'All have' : waitedFor ? <NotYet people={notYet} /> : null}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <PartsSaid told={told} />
      <CheckQuestions told={told} />
    </article>
  );
}

const named = 8;

function NotYet({ people }: { readonly people: Readers['sites'][number]['notYet'] }) {
  const opens = sees(useMe(), thoseWhoRecord);
  const more = people.length - named;
  return (
    <>
      {'Not yet: '}
      {people.slice(0, named).map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 ? ', ' : ''}
          {opens ? (
            <Link to="/people/$id" params={{ id } as never}>
              {name}
            </Link>
          ) : (
            name
          )}
        </span>
      ))}
      {more > 0 ? ` and ${more} more` : ''}
    </>
  );
}

type Counts = Readers['counts'][number];

const sayings: readonly (readonly [keyof Omit<Counts, 'part'>, string, string])[] = [
  ['notUnderstood', 'doesn’t understand it', 'don’t understand it'],
  ['disagree', 'disagrees', 'disagree'],
  ['factorNo', 'sees no benefit to the customer', 'see no benefit to the customer'],
  ['factorPartly', 'sees some benefit', 'see some benefit'],
  ['factorYes', 'sees a benefit to the customer', 'see a benefit to the customer'],
  ['checkWrong', 'wrong answer to its question', 'wrong answers to its question'],
  ['checkRight', 'right answer', 'right answers'],
];

/** Parts that anything was said of, those least understood first. */
function PartsSaid({ told }: { readonly told: Readers }) {
  const { parts, counts, words } = told;
  const of = new Map(counts.map((one) => [one.part, one]));
  const trouble = (part: string): number => {
    const one = of.get(part);
    return one ? one.notUnderstood + one.disagree + one.factorNo + one.checkWrong : 0;
  };
  const said = parts.filter((one) => of.has(one.id)).toSorted((a, b) => trouble(b.id) - trouble(a.id));
  return (
    <section className={css.section} aria-labelledby="said">
      <h2 id="said">What readers say</h2>
      {said.length === 0 ? (
        <p className={css.soft}>
          Nothing yet. What somebody doesn’t understand, disagrees with or sees no benefit in is counted here at its
          part, without their name.
        </p>
      ) : (
        <ul className={css.parts}>
          {said.map(({ id, text }) => (
            <li key={id}>
              <div className={css.part}>
                <span className={css.number}>{id}</span>
                <p className={css.words}>{text}</p>
                <div className={css.under}>
                  <Saying counts={of.get(id)!} />
                  <Words words={words.filter((one) => one.part === id)} />
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Saying({ counts }: { readonly counts: Counts }) {
  return (
    <p className={css.said}>
      {sayings
        .filter(([name]) => counts[name] > 0)
        .map(([name, one, many]) => (
          <span key={name}>
            <strong>{counts[name]}</strong> {counts[name] === 1 ? one : many}
          </span>
        ))}
    </p>
  );
}

function Words({ words }: { readonly words: Readers['words'] }) {
  if (words.length === 0) return null;
  return (
    <ul className={css.quotes}>
      {words.map((one, at) => (
        <li key={`${one.on} ${at}`}>
          “{one.words}” <span className={css.soft}>{day(one.on)}</span>
        </li>
      ))}
    </ul>
  );
}
