// The form by which one person marks one contact: its words and the standards side by side, all of it by keyboard. What a machine
// said of it is not on this page before one's own marks are in.
import { useMemo } from 'react';
import { customerWordOf, useMe } from '../../web/me.ts';
import type { ReviewTask } from '../reviews.shape.ts';
import { HandIn } from './hand-in.view.tsx';
import { InHand } from './in-hand.view.tsx';
import { KeysDialog } from './keys-dialog.view.tsx';
import css from './marking.module.css';
import { MarkingHead } from './marking-head.view.tsx';
import { NotKept } from './not-kept.view.tsx';
import { keysOfMarking } from './review-keys.core.ts';
import { SheetList } from './sheet-list.view.tsx';
import { type Lit, Transcript } from './transcript.view.tsx';
import { useForm } from './use-form.ts';

export interface MarkingProps {
  readonly task: ReviewTask;
  /** It is in: how it stands now, and what to open next. */
  readonly done: (task: ReviewTask, next: string | null) => void;
}

export function Marking({ task, done }: MarkingProps) {
  const { contact, standards } = task;
  const asked = useMemo(() => standards.map((one) => one.id), [standards]);
  const form = useForm({ task, asked, done });
  const { sheet, mark } = form;
  const customer = customerWordOf(useMe());
  const lit = useMemo(() => mark.evidence.map((one): Lit => ({ ...one, as: 'quote' })), [mark.evidence]);
  return (
    <article className={css.page}>
      <MarkingHead task={task} state={form.state} showKeys={() => form.open('keys')} />
      <NotKept problem={form.problem} state={form.state} />
      <div className={css.sides}>
        <InHand form={form} standard={standards[sheet.at]!} turns={contact.turns} />
        <section aria-label="What was said" className={css.said} tabIndex={0}>
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
        <div className={css.rest}>
          <SheetList sheet={sheet} standards={standards} go={form.go} />
          <HandIn task={task} form={form} label="Hand in" />
        </div>
      </div>
      <KeysDialog {...form.keys} told={keysOfMarking} />
    </article>
  );
}
