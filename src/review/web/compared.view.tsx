// A review once it is in: one's own marks beside what the machine said, and what was agreed as far as that may be seen. A standard
// at hand lights both quotes in the words.
import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { sentence } from '../../web/kit/words.ts';
import { useMe } from '../../web/me.ts';
import type { ReviewTask } from '../reviews.shape.ts';
import { paired, sameOf } from './agreement.core.ts';
import { wordsOf } from './chosen-words.core.ts';
import css from './marking.module.css';
import { MarkingHead } from './marking-head.view.tsx';
import { verdictWord } from './review-words.core.ts';
import { type Lit, Transcript } from './transcript.view.tsx';

export interface ComparedProps {
  readonly task: ReviewTask;
  readonly after: NonNullable<ReviewTask['after']>;
  /** What to open next; undefined where that isn't known. */
  readonly next: string | null | undefined;
}

export function Compared({ task, after, next }: ComparedProps) {
  const customer = sentence(useMe().organisation?.customerWord ?? 'customer');
  const { turns, answers } = task.contact;
  const words = useMemo(() => wordsOf(turns.map((one) => one.text)), [turns]);
  const decides = task.purpose === 'adjudication';
  const pairs = paired(after.own, after.machine, 'not-applicable');
  const same = sameOf(pairs);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      pairs.findIndex((one) => !one.same),
    ),
  );
  const hand = pairs[at]?.standard;
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
  return (
    <article className={css.page}>
      <MarkingHead task={task} />
      <div className={css.told}>
        <p role="status" className={css.sum}>
          {decides ? 'Decided. The agreed key stands.' : 'Your marks are in.'}{' '}
          {same === null ? '' : `You and the machine said the same of ${same.same} of ${same.of}.`}
        </p>
        <div className={css.handIn}>
          {next ? (
            <Button
              autoFocus
              renderRoot={(props) => <Link {...props} to="/reviews/$task" params={{ task: next } as never} />}
            >
              Next contact
            </Button>
          ) : (
            <Button
              autoFocus={next === null}
              variant="default"
              renderRoot={(props) => <Link {...props} to="/reviews" />}
            >
              {next === null ? 'Nothing more waits: to your reviews' : 'To your reviews'}
            </Button>
          )}
        </div>
      </div>
      <div className={css.sides}>
        <section aria-label="What was said" className={css.said} tabIndex={0}>
          <Transcript turns={turns} answers={answers} customer={customer} lit={lit} words={words} chosen={null} />
        </section>
        <section className={css.after} aria-label="Your marks beside the machine’s">
          <p className={css.legend}>
            <span>
              <mark className={css.lit} data-as="quote">
                your quote
              </mark>
            </span>
            <span>
              <mark className={css.lit} data-as="machine">
                the machine’s
              </mark>
            </span>
          </p>
          <ul className={css.pairs}>
            {pairs.map((pair, index) => (
              <li key={pair.standard} data-same={pair.same}>
                <PairRow task={task} after={after} pair={pair} open={index === at} press={() => setAt(index)} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </article>
  );
}

interface PairRowProps {
  readonly task: ReviewTask;
  readonly after: NonNullable<ReviewTask['after']>;
  readonly pair: ReturnType<typeof paired>[number];
  readonly open: boolean;
  readonly press: () => void;
}

function PairRow({ task, after, pair, open, press }: PairRowProps) {
  const standard = task.standards.find((one) => one.id === pair.standard);
  const kind = standard?.kind ?? 'standard';
  const own = after.own.find((one) => one.standard === pair.standard);
  const machine = after.machine.find((one) => one.standard === pair.standard);
  const agreed = after.agreed.find((one) => one.standard === pair.standard);
  return (
    <>
      <button type="button" className={css.pair} aria-expanded={open} onClick={press}>
        {pair.same ? <IconCheck size={18} aria-label="the same" /> : <IconX size={18} aria-label="not the same" />}
        <span>{standard?.title ?? pair.standard}</span>
      </button>
      <dl className={css.saids}>
        <div>
          <dt>You</dt>
          <dd>{verdictWord(pair.own, kind)}</dd>
        </div>
        <div>
          <dt>Machine</dt>
          <dd>{pair.other === null ? 'nothing' : verdictWord(pair.other, kind)}</dd>
        </div>
        {agreed && agreed.by !== 'one' ? (
          <div>
            <dt>{agreed.by === 'two' ? 'Agreed by two' : 'Decided between two'}</dt>
            <dd>{verdictWord(agreed.verdict, kind)}</dd>
          </div>
        ) : null}
      </dl>
      {open && own?.comment ? <p className={css.ownComment}>{own.comment}</p> : null}
      {open && machine?.why ? <p className={css.soft}>The machine: {machine.why}</p> : null}
    </>
  );
}
