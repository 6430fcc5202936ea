// What was said, turn by turn. Words that a mark rests on are underlined; those of the mark at hand are lit, and pressing words
// chooses the mark that rests on them. The words come from outside: they are text, never markup.
import { useEffect, useMemo, useRef } from 'react';
import type { OneContact } from '../../diagnosis/one-contact/one-contact.shape.ts';
import css from './contact.module.css';
import { clock, speakerOf } from '../contact-words.core.ts';
import { type Piece, piecesOf, type Place } from '../../web/kit/lit-words.ts';

export interface TranscriptProps {
  readonly contact: OneContact;
  readonly customer: string;
  /** The mark at hand. */
  readonly lit: string | null;
  readonly choose: (mark: string) => void;
}

export function Transcript({ contact, customer, lit, choose }: TranscriptProps) {
  const { turns, marks, answers } = contact;
  const pieces = useMemo(() => cutTurns(turns, marks), [turns, marks]);
  const titles = useMemo(() => new Map(marks.map((one) => [one.id, one.title])), [marks]);
  const mark = marks.find((one) => one.id === lit);
  const first = mark?.evidence[0]?.turn ?? mark?.searched?.fromTurn;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (first === undefined) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    list.current?.children[first]?.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
  }, [lit, first]);
  if (turns.length === 0) return <Answers answers={answers} />;
  return (
    <>
      <ol className={css.turns} ref={list}>
        {turns.map((turn, at) => (
          <li
            // Turns have no id of their own, and never change places.
            key={at}
            id={`turn-${at}`}
            data-speaker={turn.speaker}
            data-searched={isSearched(mark, at) || undefined}
            className={css.turn}
          >
            <span className={css.speaker}>
              {speakerOf(turn.speaker, customer)}
              {turn.start === undefined ? null : <span className={css.at}>{clock(turn.start)}</span>}
            </span>
            <p>
              {pieces[at]!.map((piece) => (
                <Words key={piece.from} piece={piece} lit={lit} choose={choose} titles={titles} />
              ))}
            </p>
          </li>
        ))}
      </ol>
      {answers.length > 0 ? <Answers answers={answers} /> : null}
    </>
  );
}

function isSearched(mark: OneContact['marks'][number] | undefined, turn: number): boolean {
  if (mark?.verdict !== 'failed' || !mark.searched) return false;
  return mark.searched.fromTurn <= turn && turn <= mark.searched.toTurn;
}

function cutTurns(turns: OneContact['turns'], marks: OneContact['marks']): Piece[][] {
  const places = turns.map((): Place[] => []);
  for (const { id, evidence } of marks)
    for (const { turn, from, to } of evidence) places[turn]?.push({ mark: id, from, to });
  return turns.map(({ text }, at) => piecesOf(text, places[at]!));
}

function Words({
  piece,
  lit,
  choose,
  titles,
}: {
  readonly piece: Piece;
  readonly titles: ReadonlyMap<string, string>;
} & Pick<TranscriptProps, 'lit' | 'choose'>) {
  if (piece.marks.length === 0) return piece.text;
  // Pressed again, the next of the marks that rest on the same words.
  const next = piece.marks[(piece.marks.indexOf(lit ?? '') + 1) % piece.marks.length]!;
  const names = piece.marks.map((one) => titles.get(one)).join(', ');
  return (
    <span
      role="button"
      tabIndex={0}
      aria-pressed={lit !== null && piece.marks.includes(lit)}
      aria-label={`${piece.text} (${names})`}
      title={names}
      className={css.quoted}
      onClick={() => choose(next)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose(next);
      }}
    >
      {piece.text}
    </span>
  );
}

function Answers({ answers }: { readonly answers: OneContact['answers'] }) {
  if (answers.length === 0) return <p className={css.note}>No words of it were kept.</p>;
  return (
    <dl className={css.answers}>
      {answers.map(({ question, answer }, at) => (
        <div key={at}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
