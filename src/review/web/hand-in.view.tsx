// The end of a form: hand it in, with how much is to go; or leave it undone.
import { Button } from '@mantine/core';
import type { ReviewTask } from '../reviews.shape.ts';
import { Leaving } from './leaving.view.tsx';
import css from './marking.module.css';
import type { Form } from './use-form.ts';

export interface HandInProps {
  readonly task: ReviewTask;
  readonly form: Form;
  readonly label: string;
}

export function HandIn({ task, form, label }: HandInProps) {
  const { left, busy, says, sheet, opened, open, letGo } = form;
  return (
    <>
      <div className={css.acts}>
        <Button loading={busy} aria-keyshortcuts="Control+Enter" onClick={() => void form.handIn()}>
          {label}
        </Button>
        <span className={css.soft}>
          {left === 0 ? 'Ctrl + Enter. It is not taken back.' : `${left} of ${sheet.marks.length} to go`}
        </span>
      </div>
      <p role="status" className={says === '' ? css.silent : css.saysNow}>
        {says}
      </p>
      <Leaving task={task} opened={opened === 'leave'} open={(on) => open(on ? 'leave' : null)} letGo={letGo} />
    </>
  );
}
