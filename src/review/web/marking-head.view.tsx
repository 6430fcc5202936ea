// What stands over a review: which sort of contact, by when, how far it is kept. Neither site, day nor anybody's name.
import { Button, Kbd } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { day } from '../../web/kit/words.ts';
import type { ReviewTask } from '../reviews.shape.ts';
import css from './marking.module.css';
import { clock } from '../../contacts/contact-words.core.ts';
import { contactWord, purposeWord } from './review-words.core.ts';
import type { Reviewing } from './use-review.ts';

const words: Readonly<Record<Reviewing['state'], string>> = {
  kept: 'All of it is kept.',
  unkept: 'Not kept yet …',
  keeping: 'Being kept …',
  failed: 'It could not be kept. It is tried again.',
  elsewhere: 'It is no longer kept from here.',
};

export interface MarkingHeadProps {
  readonly task: ReviewTask;
  readonly state?: Reviewing['state'];
  readonly showKeys?: () => void;
}

export function MarkingHead({ task, state, showKeys }: MarkingHeadProps) {
  const { contact, purpose, due } = task;
  const told = [
    purposeWord(purpose),
    contact.durationSeconds === undefined ? undefined : clock(contact.durationSeconds),
    contact.heardBy === 'recogniser' ? 'written down by machine' : undefined,
    task.after ? `handed in ${day(task.after.doneAt)}` : `due ${day(due)}`,
  ];
  return (
    <header className={css.head}>
      <div>
        <Link to="/reviews" className={css.back}>
          <IconArrowLeft size={16} aria-hidden /> Reviews
        </Link>
        <h1>{contactWord(contact.channel)}</h1>
        <p className={css.soft}>{told.filter(Boolean).join(', ')}</p>
      </div>
      <div className={css.headActs}>
        {state === undefined ? null : (
          <span role="status" className={state === 'failed' || state === 'elsewhere' ? css.late : css.soft}>
            {words[state]}
          </span>
        )}
        {showKeys ? (
          <Button size="xs" variant="default" aria-keyshortcuts="?" onClick={showKeys}>
            Keys{' '}
            <Kbd size="xs" ml={6} className={css.kbd}>
              ?
            </Kbd>
          </Button>
        ) : null}
      </div>
    </header>
  );
}
