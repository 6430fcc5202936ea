// One dispute: how it stands, the mark with its words, what whoever served says, the contact, and what whoever looks may do.
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { withQuery } from '../../../web/api.ts';
import kit from '../../../web/kit/answered.module.css';
import { Ask } from '../../../web/kit/ask.view.tsx';
import { WhatHappened } from '../../../web/kit/what-happened.view.tsx';
import { day, sentence } from '../../../web/kit/words.ts';
import type { DisputeOnWire } from '../../disputes/disputes.shape.ts';
import { AnswerForm, SecondRoundForm, Withdraw } from './dispute-acts.view.tsx';
import { Instruction, Transcript } from './dispute-told.view.tsx';
import { clockOf, eventSays, placeOf } from './dispute-words.ts';
import css from './disputes.module.css';

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const { at } = useSearch({ strict: false }) as { readonly at?: unknown };
  const path = withQuery(`/v1/disputes/${encodeURIComponent(id)}`, { at: typeof at === 'string' ? at : undefined });
  return (
    <div className={kit.page}>
      <Ask<DisputeOnWire> path={path} title="Dispute">
        {(dispute) => <Told dispute={dispute} />}
      </Ask>
    </div>
  );
}

function Told({ dispute }: { readonly dispute: DisputeOnWire }) {
  const { mine, ground, groundSays, says, can } = dispute;
  return (
    <>
      <header className={kit.head}>
        <p className={kit.soft}>
          <Link to="/disputes">Disputes</Link>
        </p>
        <h1>A disputed mark</h1>
        <p className={kit.soft}>{sentence(placeOf(dispute))}</p>
      </header>
      <Standing dispute={dispute} />
      <TheMark dispute={dispute} />
      <section className={kit.section} aria-labelledby="what-is-said">
        <h2 id="what-is-said">{mine ? 'What you say' : 'What whoever served says'}</h2>
        <p>
          <strong>{groundSays}.</strong>
        </p>
        <p className={kit.said}>{says}</p>
        {ground === 'instruction' ? <Instruction dispute={dispute} /> : null}
      </section>
      <Transcript dispute={dispute} />
      {can.includes('answer') ? <AnswerForm dispute={dispute} /> : null}
      {can.includes('second-round') ? <SecondRoundForm id={dispute.id} /> : null}
      <Events events={dispute.events} />
      {can.includes('withdraw') ? <Withdraw id={dispute.id} /> : null}
    </>
  );
}

const does: Readonly<Record<DisputeOnWire['effect'], string>> = {
  struck:
    'The mark stays to be seen, struck, and counts no more: not as missed by whoever served, and not for a cause.',
  'not-theirs': 'It was corrected who served. The mark counts no more for whoever disputed it.',
  instruction: 'The mark stays. What caused it is read anew, with the instruction as evidence.',
  none: '',
};

function Standing({ dispute }: { readonly dispute: DisputeOnWire }) {
  const { answers, effect, late, state } = dispute;
  return (
    <section className={kit.standing} data-late={late} aria-label="How it stands">
      <strong>{clockOf(dispute)}</strong>
      {answers.map((one) => (
        <div key={one.round}>
          <p className={kit.soft}>
            {answers.length > 1 || state === 'open'
              ? `${one.round === 1 ? 'First' : 'Second'} answer: ${one.answerSays}, by ${one.by}, ${day(one.at)}`
              : `By ${one.by}, ${day(one.at)}`}
          </p>
          <p className={kit.said}>{one.says}</p>
        </div>
      ))}
      {effect === 'none' ? null : <p className={kit.soft}>{does[effect]}</p>}
      {late ? <p className={kit.late}>Late. Nobody stands above who is asked.</p> : null}
    </section>
  );
}

function TheMark({ dispute }: { readonly dispute: DisputeOnWire }) {
  const { standard, standardSays, instead, quotes, searched, marker, effect, contact, mark, turns } = dispute;
  const struck = effect === 'struck';
  const who =
    marker === 'reviewer' ? 'A reviewer says so.' : marker === 'shopper' ? 'A shopper says so.' : 'A machine says so.';
  return (
    <section className={css.mark} aria-labelledby="the-mark">
      <h2 id="the-mark">{struck ? <s>Missed: {standard.title}</s> : `Missed: ${standard.title}`}</h2>
      <p>{standardSays}</p>
      {quotes.map(({ turn, from, quote }) => (
        <blockquote key={`${turn} ${from}`} className={css.quoted}>
          “{quote}”
        </blockquote>
      ))}
      {quotes.length === 0 && searched ? (
        <p className={kit.soft}>
          Looked for in turns {searched.fromTurn + 1} to {searched.toTurn + 1}, and not heard.
        </p>
      ) : null}
      {instead === null ? null : (
        <p>
          <strong>Instead:</strong> {instead}
        </p>
      )}
      <p className={kit.soft}>
        {who}{' '}
        {turns === null ? null : (
          <Link to="/contacts/$id" params={{ id: contact } as never} search={{ mark } as never}>
            The whole contact
          </Link>
        )}
      </p>
    </section>
  );
}

function Events({ events }: { readonly events: DisputeOnWire['events'] }) {
  return (
    <WhatHappened
      events={events.map((event) => ({
        seq: event.seq,
        when: `${day(event.at)}${event.due === undefined ? '' : `, until ${day(event.due)}`}`,
        what: eventSays(event),
        words: event.says,
      }))}
    />
  );
}
