// A review once it is in: one's own marks beside what the machine said, and what was agreed as far as that may be seen. A standard
// at hand lights both quotes in the words.
import { Button } from '@mantine/core';
import { IconCheck, IconPointFilled, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { customerWordOf, useMe } from '../../web/me.ts';
import type { Verdict } from '../../standards/standard.core.ts';
import type { ReviewTask } from '../reviews.shape.ts';
import { type Pair, paired, sameOf } from './pairs.core.ts';
import { wordsOf } from './chosen-words.core.ts';
import css from './compared.module.css';
import frame from './marking.module.css';
import transcript from './transcript.module.css';
import { MarkingHead } from './marking-head.view.tsx';
import { verdictWord } from '../../standards/verdict-words.core.ts';
import { type Lit, Transcript } from './transcript.view.tsx';

export interface ComparedProps {
  readonly task: ReviewTask;
  readonly after: NonNullable<ReviewTask['after']>;
  /** What to open next; undefined where that isn't known. */
  readonly next: string | null | undefined;
}

export function Compared({ task, after, next }: ComparedProps) {
  const customer = customerWordOf(useMe());
  const { turns, answers } = task.contact;
  const words = useMemo(() => wordsOf(turns.map((one) => one.text)), [turns]);
  const decides = task.purpose === 'adjudication';
  const pairs = paired(after.own, after.machine, 'not-applicable');
  const same = sameOf(pairs);
  const ids = task.standards.map((one) => one.id);
  const [hand, setHand] = useState(() => pairs.find((one) => !one.same)?.standard ?? ids[0]);
  const lit = useMemo(
    (): Lit[] => [
      ...(after.own.find((one) => one.standard === hand)?.evidence ?? []).map((one) => ({
        ...one,
        as: 'quote' as const,
      })),
      ...(after.machine.find((one) => one.standard === hand)?.evidence ?? []).map((one) => ({
        ...one,
        as: 'machine' as const,
      })),
    ],
    [after, hand],
  );
  // A link takes no autofocus: Enter on it goes on.
  const on = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (next !== undefined) on.current?.focus();
  }, [next]);
  return (
    <article className={frame.page}>
      <MarkingHead task={task} />
      <div className={css.told}>
        <p role="status" className={css.sum}>
          {decides ? 'Decided. The agreed key stands.' : 'Your marks are in.'}{' '}
          {same === null ? '' : `You and the machine said the same of ${same.same} of ${same.of}.`}
          {next === null ? ' Nothing more waits for you.' : ''}
        </p>
        <div className={frame.acts}>
          {task.purpose === 'calibration' ? <Link to="/calibrations">The calibrations</Link> : null}
          {next ? (
            <Button
              renderRoot={(props) => <Link {...props} ref={on} to="/reviews/$task" params={{ task: next } as never} />}
            >
              Next contact
            </Button>
          ) : (
            <Button variant="default" renderRoot={(props) => <Link {...props} ref={on} to="/reviews" />}>
              To your reviews
            </Button>
          )}
        </div>
      </div>
      <div className={frame.sides} data-over>
        <section aria-label="What was said" className={frame.said} tabIndex={0}>
          <Transcript turns={turns} answers={answers} customer={customer} lit={lit} words={words} chosen={null} />
        </section>
        <section className={frame.after} aria-label="Your marks beside the machine’s">
          <p className={css.legend}>
            <span>
              <mark className={transcript.lit} data-as="quote">
                your quote
              </mark>
            </span>
            <span>
              <mark className={transcript.lit} data-as="machine">
                the machine’s
              </mark>
            </span>
          </p>
          <ul className={css.pairs}>
            {ids.map((id) => (
              <PairRow key={id} task={task} id={id} pairs={pairs} open={id === hand} press={() => setHand(id)} />
            ))}
          </ul>
        </section>
      </div>
    </article>
  );
}

interface PairRowProps {
  readonly task: ReviewTask;
  readonly id: string;
  readonly pairs: readonly Pair[];
  readonly open: boolean;
  readonly press: () => void;
}

function PairRow({ task, id, pairs, open, press }: PairRowProps) {
  const standard = task.standards.find((one) => one.id === id);
  const word = (verdict: Verdict): string => verdictWord(verdict, standard?.kind ?? 'standard');
  const { own = [], machine = [], agreed = [] } = task.after ?? {};
  const pair = pairs.find((one) => one.standard === id);
  const mine = own.find((one) => one.standard === id);
  const its = machine.find((one) => one.standard === id);
  const key = agreed.find((one) => one.standard === id);
  return (
    <li data-same={pair?.same}>
      <button type="button" className={css.pair} aria-expanded={open} onClick={press}>
        {pair === undefined ? (
          <IconPointFilled size={18} aria-hidden />
        ) : pair.same ? (
          <IconCheck size={18} aria-label="the same" />
        ) : (
          <IconX size={18} aria-label="not the same" />
        )}
        <span>{standard?.title ?? id}</span>
      </button>
      <dl className={css.saids}>
        {pair === undefined ? null : <Said who="You" says={word(pair.own)} />}
        <Said who="Machine" says={word(its?.verdict ?? 'not-applicable')} />
        {key === undefined || key.by === 'one' ? null : (
          <Said who={key.by === 'two' ? 'Agreed by two' : 'Decided between two'} says={word(key.verdict)} />
        )}
      </dl>
      {open && mine?.comment ? <p className={frame.ownComment}>{mine.comment}</p> : null}
      {open && its?.why ? <p className={frame.soft}>The machine: {its.why}</p> : null}
    </li>
  );
}

function Said({ who, says }: { readonly who: string; readonly says: string }) {
  return (
    <div>
      <dt>{who}</dt>
      <dd>{says}</dd>
    </div>
  );
}
