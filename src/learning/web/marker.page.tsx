// One standard: what marks by it, how far that agrees with people, what was learned and of what; let it in, go back, learn anew.
import { Link, useParams } from '@tanstack/react-router';
import { verdictWord } from '../../standards/verdict-words.core.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { RunJob } from '../../web/kit/run-job.view.tsx';
import { agreed, countOf, day } from '../../web/kit/words.ts';
import type { OneMarkersOnWire } from '../markers/markers.shape.ts';
import { Agreement, AgreementKey } from './agreement.view.tsx';
import { Learned } from './learned.view.tsx';
import { MarkerRule } from './marker-rule.view.tsx';
import { MarkerWords } from './marker-words.view.tsx';
import css from './markers.module.css';
import { MayStand } from './may-stand.view.tsx';
import { Stands } from './stands.view.tsx';

export function Page() {
  const { standard } = useParams({ strict: false }) as { standard: string };
  return (
    <Ask<OneMarkersOnWire> path={`/v1/markers/${encodeURIComponent(standard)}`} title="Markers of a standard">
      {(one) => <One one={one} />}
    </Ask>
  );
}

function One({ one }: { readonly one: OneMarkersOnWire }) {
  const shown = one.markers.find((marker) => marker.id === one.marker) ?? one.markers[0];
  const lacking = Math.max(0, 40 - one.reviews);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <p className={css.soft}>
          <Link to="/markers">Markers</Link>
          {one.kind === 'atrocity' ? ' · a serious act' : ''}
        </p>
        <h1>{one.title}</h1>
        <p className={css.lede}>
          {one.says}{' '}
          <Link to="/standards/$id" params={{ id: one.standard } as never}>
            The standard
          </Link>
        </p>
      </header>
      <Stands one={one} />
      {shown ? (
        <>
          <section className={css.block} aria-labelledby="agreement">
            <h2 id="agreement">How far it agrees with people</h2>
            <AgreementKey />
            <div className={css.large}>
              <Agreement learned={shown.learned} cue={shown.cue} people={one.people.kappa} />
            </div>
            <p>
              {difference(shown.difference)}
              {one.people.kappa === null
                ? ' How far people agree with each other isn’t known: no contact was marked by two.'
                : ` People agree with each other ${agreed(one.people.kappa)}, in ${countOf(one.people.pairs, 'contact')} that two marked: no marker can be held to more.`}
            </p>
            <MayStand marker={shown} />
          </section>
          <MarkerWords kind={one.kind} words={one.words} />
          <Learned kind={one.kind} marker={shown} />
        </>
      ) : (
        <Empty title="Nothing was learned of it yet">
          {lacking > 0 ? (
            <>
              {countOf(one.reviews, 'contact')} reviewed so far; from 40 on, with at least 8 each of {said(one, 'met')}{' '}
              and {said(one, 'failed')}, there is something to learn: {countOf(lacking, 'more review', 'more reviews')}.{' '}
              <Link to="/reviews">Reviews</Link>
            </>
          ) : (
            <>{countOf(one.reviews, 'contact')} reviewed: that is enough to learn from.</>
          )}
        </Empty>
      )}
      {one.can.train && lacking === 0 ? (
        <section className={css.block} aria-labelledby="learn">
          <h2 id="learn">Learn it {shown ? 'anew' : ''}</h2>
          <p className={css.soft}>
            {shown && shown.reviews >= one.reviews
              ? 'Nobody marked another contact since it was learned: the same comes of it.'
              : `From ${countOf(one.reviews, 'review')}. Nothing is marked by it until somebody lets it in.`}
          </p>
          {shown && shown.reviews >= one.reviews ? null : (
            <div>
              <RunJob
                work="markers"
                input={{ standard: one.standard }}
                label="Learn from people’s marks"
                says="Learning from people’s marks"
              />
            </div>
          )}
        </section>
      ) : null}
      <MarkerRule one={one} />
      {one.history.length > 0 ? (
        <section className={css.block} aria-labelledby="history">
          <h2 id="history">What stood when</h2>
          <ul className={css.history}>
            {one.history.map((step) => (
              <li key={`${step.since} ${step.marker ?? ''}`}>
                <b>{day(step.since)}</b>{' '}
                {step.marker === null
                  ? 'The cues mark again'
                  : `What was learned of ${reviewsOf(one, step.marker)} took their place`}
                <span className={css.soft}> · {step.how === 'by-itself' ? 'by itself, as was set' : step.by}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function difference({ value, low, high }: OneMarkersOnWire['markers'][number]['difference']): string {
  const way = value >= 0 ? 'more' : 'less';
  const size = agreed(Math.abs(value));
  return `What was learned agrees ${size} ${way} than the cues, on the same contacts; likely between ${agreed(low)} and ${agreed(high)}.`;
}

function said({ kind }: OneMarkersOnWire, verdict: 'met' | 'failed'): string {
  return `“${verdictWord(verdict, kind).toLowerCase()}”`;
}

function reviewsOf({ markers }: OneMarkersOnWire, id: string): string {
  return countOf(markers.find((one) => one.id === id)?.reviews ?? 0, 'review');
}
