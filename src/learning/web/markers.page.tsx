// Every standard that people reviewed: what marks by it, and how far that agrees with people.
import { Link } from '@tanstack/react-router';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { RunJob } from '../../web/kit/run-job.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import type { MarkersOnWire } from '../markers/markers.shape.ts';
import { Agreement, AgreementKey } from './agreement.view.tsx';
import css from './markers.module.css';

type OfStandard = MarkersOnWire['standards'][number];

export function Page() {
  return <Ask<MarkersOnWire> path="/v1/markers">{(markers) => <Markers markers={markers} />}</Ask>;
}

function Markers({ markers: { standards, can } }: { readonly markers: MarkersOnWire }) {
  const reviewed = standards.filter((one) => one.reviews > 0).toSorted(first);
  const others = standards.filter((one) => one.reviews === 0);
  const due = reviewed.filter((one) => one.untilDue === 0).length;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Markers</h1>
        <p className={css.lede}>
          A standard is marked by its cues, or by what the program learned from people’s marks. What was learned takes
          the cues’ place only where it surely agrees better with people, and only when somebody says so.
        </p>
      </header>
      {reviewed.length === 0 ? (
        <Empty
          title="Nobody has reviewed a contact yet"
          action={<Link to="/reviews">Open the reviews</Link>}
          example={
            <p>
              After 100 reviews of “Thanked at the end”, the cues agreed with people 0.62 and what was learned 0.84, of
              a highest 1.
            </p>
          }
        >
          People’s marks teach. Have contacts reviewed, or bring in marks that people made before: from 40 marks of a
          standard on there is something to learn.
        </Empty>
      ) : (
        <>
          {can.train && due > 0 ? (
            <section className={css.due} aria-label="Learning">
              <p>
                {countOf(due, 'standard has', 'standards have')} enough new marks of people to learn from. It is done by
                itself within the hour where the server runs.
              </p>
              <RunJob work="markers" label="Learn now" says="Learning from people’s marks" />
            </section>
          ) : null}
          <AgreementKey />
          <ul className={css.list}>
            {reviewed.map((one) => (
              <Row key={one.standard} of={one} />
            ))}
          </ul>
        </>
      )}
      {others.length > 0 ? (
        <details className={css.others}>
          <summary>{countOf(others.length, 'standard')} that nobody has reviewed: the cues mark</summary>
          <ul>
            {others.map(({ standard, title }) => (
              <li key={standard}>
                <Link to="/markers/$standard" params={{ standard } as never}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

// What somebody could let in stands first, then what most was said of.
function first(one: OfStandard, other: OfStandard): number {
  return (
    Number(isReady(other)) - Number(isReady(one)) || other.reviews - one.reviews || (one.title < other.title ? -1 : 1)
  );
}

function isReady({ stands, learned }: OfStandard): boolean {
  return stands === 'cue' && learned?.whyNot.length === 0;
}

function Row({ of }: { readonly of: OfStandard }) {
  const { standard, title, stands, learned, reviews, people } = of;
  return (
    <li>
      <Link to="/markers/$standard" params={{ standard } as never} className={css.row}>
        <span className={css.title}>{title}</span>
        {learned ? (
          <Agreement learned={learned.learned} cue={learned.cue} people={people.kappa} />
        ) : (
          <span className={css.soft}>Nothing learned yet</span>
        )}
        <span className={css.stands} data-ready={isReady(of) || undefined}>
          {stands === 'learned'
            ? 'What was learned marks'
            : isReady(of)
              ? 'Ready to take the place of the cues'
              : 'The cues mark'}
          <span className={css.soft}>{countOf(reviews, 'review')}</span>
        </span>
      </Link>
    </li>
  );
}
