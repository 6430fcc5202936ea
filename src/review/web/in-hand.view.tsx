// The standard in hand: what it asks, four verdicts, its quotes, a comment, and what it means one key away. On a phone it stays in
// sight above the words.
import { Button, Textarea } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconHelpCircle,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Verdict } from '../../standards/standard.core.ts';
import type { ReviewTask } from '../reviews.shape.ts';
import type { QuotedAt } from './chosen-words.core.ts';
import css from './in-hand.module.css';
import frame from './marking.module.css';
import { Meaning } from './meaning.view.tsx';
import { verdictWord } from '../../standards/verdict-words.core.ts';
import { verdicts } from './review-words.core.ts';
import { commented, unquoted } from './sheet.core.ts';
import type { SaidTurn } from './transcript.view.tsx';
import type { Form } from './use-form.ts';

export const signs: Readonly<Record<Verdict, Icon>> = {
  met: IconCircleCheck,
  failed: IconCircleX,
  'not-applicable': IconCircleMinus,
  unsure: IconHelpCircle,
};
const keys: Readonly<Record<Verdict, string>> = { met: 'm', failed: 'f', 'not-applicable': 'n', unsure: 'u' };

/** A standard as whoever marks by it reads it. */
export type StandardToRead = ReviewTask['standards'][number];

export interface InHandProps {
  readonly form: Form;
  readonly standard: StandardToRead;
  readonly turns: readonly SaidTurn[];
  /** The comment is the reason of a decision: it is wanted, and always open. */
  readonly reason?: boolean;
  /** What others said of it. */
  readonly children?: ReactNode;
}

export function InHand({ form, standard, turns, reason = false, children }: InHandProps) {
  const { sheet, mark, go, change, open, opened, explained } = form;
  const of = sheet.marks.length;
  const commenting = opened === 'comment';
  return (
    <section className={css.hand} aria-labelledby="in-hand">
      <div className={css.head}>
        <p className={frame.soft}>
          {standard.kind === 'atrocity' ? 'Serious act' : 'Standard'} {sheet.at + 1} of {of}
        </p>
        <span className={css.stepper}>
          <button
            type="button"
            aria-label="The standard before"
            disabled={sheet.at === 0}
            onClick={() => go(sheet.at - 1)}
          >
            <IconChevronLeft size={20} aria-hidden />
          </button>
          <button
            type="button"
            aria-label="The next standard"
            disabled={sheet.at + 1 === of}
            onClick={() => go(sheet.at + 1)}
          >
            <IconChevronRight size={20} aria-hidden />
          </button>
        </span>
      </div>
      <h2 id="in-hand" className={css.title}>
        {standard.title}
      </h2>
      {standard.says === standard.title ? null : <p className={css.says}>{standard.says}</p>}
      {children}
      <div role="group" aria-label={reason ? 'Your decision' : 'Your verdict'} className={css.verdicts}>
        {verdicts.map((verdict) => {
          const Sign = signs[verdict];
          return (
            <button
              key={verdict}
              type="button"
              className={css.verdict}
              data-verdict={verdict}
              aria-pressed={mark.verdict === verdict}
              aria-keyshortcuts={keys[verdict]}
              onClick={() => form.rule(verdict)}
            >
              <Sign size={18} aria-hidden />
              <span>{verdictWord(verdict, standard.kind)}</span>
              <kbd aria-hidden className={frame.kbd}>
                {keys[verdict]}
              </kbd>
            </button>
          );
        })}
      </div>
      <Quotes quotes={mark.evidence} turns={turns} away={(which) => change((one) => unquoted(one, which))} />
      <div className={css.acts}>
        <Act shortcut="q" disabled={form.chosen === null} does={form.quote}>
          Quote
        </Act>
        {reason ? null : (
          <Act shortcut="c" expanded={commenting} does={() => open(commenting ? null : 'comment')}>
            {mark.comment === '' ? 'Comment' : 'Your comment'}
          </Act>
        )}
        <Act shortcut="e" expanded={explained} does={form.explain}>
          Meaning
        </Act>
      </div>
      {reason || commenting ? (
        <Comment
          key={mark.standard}
          reason={reason}
          focused={commenting}
          value={mark.comment}
          write={(text) => change((one) => commented(one, text))}
        />
      ) : mark.comment === '' ? null : (
        <p className={frame.ownComment}>{mark.comment}</p>
      )}
      {explained ? <Meaning standard={standard} /> : null}
    </section>
  );
}

interface ActProps {
  readonly shortcut: string;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  readonly does: () => void;
  readonly children: ReactNode;
}

function Act({ shortcut, disabled = false, expanded, does, children }: ActProps) {
  return (
    <Button
      size="xs"
      variant="default"
      disabled={disabled}
      aria-expanded={expanded}
      aria-keyshortcuts={shortcut}
      onClick={does}
    >
      {children}
      <kbd aria-hidden className={frame.kbd}>
        {shortcut}
      </kbd>
    </Button>
  );
}

interface CommentProps {
  readonly reason: boolean;
  readonly focused: boolean;
  readonly value: string;
  readonly write: (text: string) => void;
}

function Comment({ reason, focused, value, write }: CommentProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
    // Esc leads back to the page, where letters are keys.
    else field.current?.blur();
  }, [focused]);
  return (
    <Textarea
      ref={field}
      label={reason ? 'Why' : 'Your comment'}
      description={reason ? 'It is kept with the decision.' : 'What the words alone don’t tell. No names of people.'}
      required={reason}
      autosize
      minRows={2}
      maxRows={5}
      maxLength={2000}
      value={value}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}

interface QuotesProps {
  readonly quotes: readonly QuotedAt[];
  readonly turns: readonly SaidTurn[];
  readonly away: (which: number) => void;
}

function Quotes({ quotes, turns, away }: QuotesProps) {
  if (quotes.length === 0) return null;
  return (
    <ul className={css.quotes} aria-label="What you quote">
      {quotes.map(({ turn, from, to }, which) => {
        const words = turns[turn]?.text.slice(from, to) ?? '';
        return (
          <li key={`${turn} ${from}`}>
            <span>“{words}”</span>
            <button type="button" aria-label={`Take “${words.slice(0, 60)}” away`} onClick={() => away(which)}>
              <IconX size={16} aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
