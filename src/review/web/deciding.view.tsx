// Two who looked at the same contact and differ: both sets beside the words without names, each quote lit, and whoever decides says
// why. What the two agree on stands.
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { customerWordOf, useMe } from '../../web/me.ts';
import type { ReviewTask } from '../reviews.shape.ts';
import { HandIn } from './hand-in.view.tsx';
import { InHand } from './in-hand.view.tsx';
import { KeysDialog } from './keys-dialog.view.tsx';
import css from './compared.module.css';
import frame from './marking.module.css';
import { MarkingHead } from './marking-head.view.tsx';
import { NotKept } from './not-kept.view.tsx';
import { keysOfDeciding } from './review-keys.core.ts';
import { verdictWord } from '../../standards/verdict-words.core.ts';
import { SheetList } from './sheet-list.view.tsx';
import { takenOver } from './sheet.core.ts';
import { type Lit, Transcript } from './transcript.view.tsx';
import { useForm } from './use-form.ts';

type Sides = NonNullable<ReviewTask['sides']>;

export interface DecidingProps {
  readonly task: ReviewTask;
  readonly sides: Sides;
  readonly done: (task: ReviewTask, next: string | null) => void;
}

export function Deciding({ task, sides, done }: DecidingProps) {
  const { contact } = task;
  const differing = useMemo(
    () => task.standards.filter(({ id }) => sides.some((one) => one.standard === id && one.differs)),
    [task.standards, sides],
  );
  const form = useForm({
    task,
    asked: useMemo(() => differing.map((one) => one.id), [differing]),
    lacks: (mark) => (mark.comment.trim() === '' ? 'Say why: the reason is kept with the decision.' : null),
    takeOver: (sheet, side) => {
      const said = sides.find((one) => one.standard === sheet.marks[sheet.at]?.standard)?.said;
      const taken = said?.find((one) => one.side === side);
      return taken ? takenOver(sheet, taken) : sheet;
    },
    done,
  });
  const { sheet, mark } = form;
  const said = sides.find((one) => one.standard === mark.standard)?.said;
  const customer = customerWordOf(useMe());
  const lit = useMemo(
    () => [
      ...mark.evidence.map((one): Lit => ({ ...one, as: 'quote' })),
      ...(said ?? []).flatMap(({ side, evidence }) =>
        evidence.map((one): Lit => ({ ...one, as: side === 'A' ? 'first' : 'second' })),
      ),
    ],
    [mark.evidence, said],
  );
  const standard = differing[sheet.at]!;
  return (
    <article className={frame.page}>
      <MarkingHead task={task} state={form.state} showKeys={() => form.open('keys')} />
      <NotKept problem={form.problem} state={form.state} />
      <div className={frame.sides}>
        <InHand form={form} standard={standard} turns={contact.turns} reason>
          <ul className={css.two} aria-label="What the two said">
            {(said ?? []).map((one) => (
              <li key={one.side} data-side={one.side}>
                <p>
                  <strong>
                    {one.side}: {verdictWord(one.verdict, standard.kind)}
                  </strong>
                </p>
                {one.evidence.map(({ turn, from, to }) => (
                  <p key={`${turn} ${from}`} className={css.sideQuote}>
                    “{contact.turns[turn]?.text.slice(from, to)}”
                  </p>
                ))}
                {one.comment ? <p className={frame.soft}>{one.comment}</p> : null}
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-keyshortcuts={one.side.toLowerCase()}
                  onClick={() => form.change((now) => takenOver(now, one))}
                >
                  As {one.side} says
                </Button>
              </li>
            ))}
          </ul>
        </InHand>
        <section aria-label="What was said" className={frame.said} tabIndex={0}>
          <Transcript
            turns={contact.turns}
            answers={contact.answers}
            customer={customer}
            lit={lit}
            words={form.words}
            chosen={form.chosen}
            choose={form.choose}
          />
        </section>
        <div className={frame.rest}>
          <SheetList sheet={sheet} standards={differing} go={form.go} />
          <Alike task={task} sides={sides} />
          <HandIn task={task} form={form} label="Decide" />
        </div>
      </div>
      <KeysDialog {...form.keys} told={keysOfDeciding} />
    </article>
  );
}

function Alike({ task, sides }: { readonly task: ReviewTask; readonly sides: Sides }) {
  const alike = sides.filter((one) => !one.differs);
  if (alike.length === 0) return null;
  return (
    <details className={css.alike}>
      <summary>The two agree on {alike.length}</summary>
      <ul>
        {alike.map(({ standard, said }) => {
          const one = task.standards.find(({ id }) => id === standard);
          return (
            <li key={standard}>
              {one?.title ?? standard}:{' '}
              {said[0] ? verdictWord(said[0].verdict, one?.kind ?? 'standard').toLowerCase() : ''}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
