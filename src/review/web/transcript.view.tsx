// What was said, turn by turn, with words to choose: by keyboard (see review-keys), by pointer, or the whole turn by its speaker.
// Quotes are lit. The words come from outside: they are text, never markup.
import { VisuallyHidden } from '@mantine/core';
import { memo, type RefObject, useEffect, useMemo, useRef } from 'react';
import { clock, speakerOf } from '../../contacts/contact-words.core.ts';
import { type Piece, piecesOf, type Place } from '../../web/kit/lit-words.ts';
import { type Chosen, placesOf, type WordsOfTurns, wholeTurn } from './chosen-words.core.ts';
import frame from './marking.module.css';
import css from './transcript.module.css';
import { usePointed } from './use-pointed.ts';

export interface SaidTurn {
  readonly speaker: string;
  readonly text: string;
  readonly start?: number | undefined;
}

/** A place that is lit, and as what. */
export interface Lit {
  readonly as: 'quote' | 'first' | 'second' | 'machine';
  readonly turn: number;
  readonly from: number;
  readonly to: number;
}

export interface TranscriptProps {
  readonly turns: readonly SaidTurn[];
  readonly answers?: readonly { readonly question: string; readonly answer: string }[];
  readonly customer: string;
  readonly lit: readonly Lit[];
  readonly words: WordsOfTurns;
  readonly chosen: Chosen | null;
  /** Left out where words are only read. */
  readonly choose?: (chosen: Chosen | null) => void;
}

export function Transcript({ turns, answers = [], customer, lit, words, chosen, choose }: TranscriptProps) {
  const list = useRef<HTMLOListElement>(null);
  usePointed(list, words, choose);
  useInSight(list, chosen, lit);
  const places = useMemo(() => placesIn(turns.length, lit, words, chosen), [turns, lit, words, chosen]);
  if (turns.length === 0 && answers.length === 0) return <p className={frame.soft}>No words of it were kept.</p>;
  return (
    <>
      <ol className={css.turns} ref={list}>
        {turns.map((turn, at) => (
          <Turn
            // Turns have no id of their own, and never change places.
            key={at}
            at={at}
            turn={turn}
            customer={customer}
            places={places[at]!}
            {...(choose ? { whole: () => choose(wholeTurn(words, at)) } : {})}
          />
        ))}
      </ol>
      {answers.length > 0 ? (
        <dl className={css.answers}>
          {answers.map(({ question, answer }, at) => (
            <div key={at}>
              <dt>{question}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {choose ? (
        <VisuallyHidden role="status">{chosen ? `Chosen: ${toldOf(turns, words, chosen)}` : ''}</VisuallyHidden>
      ) : null}
    </>
  );
}

interface TurnProps {
  readonly at: number;
  readonly turn: SaidTurn;
  readonly customer: string;
  readonly places: readonly Place[];
  readonly whole?: () => void;
}

const Turn = memo(OneTurn, (a, b) => a.turn === b.turn && a.customer === b.customer && samePlaces(a.places, b.places));

function OneTurn({ at, turn, customer, places, whole }: TurnProps) {
  const who = (
    <>
      {speakerOf(turn.speaker, customer)}
      {turn.start === undefined ? null : <span className={css.at}>{clock(turn.start)}</span>}
    </>
  );
  return (
    <li className={css.turn} data-speaker={turn.speaker} data-turn={at}>
      {whole ? (
        // By keyboard t does it: as many stops as there are turns would be in the way.
        <button type="button" tabIndex={-1} className={css.speaker} title="Choose the whole turn" onClick={whole}>
          {who}
        </button>
      ) : (
        <span className={css.speaker}>{who}</span>
      )}
      <p data-said>
        {piecesOf(turn.text, places).map((piece) => (
          <Words key={piece.from} piece={piece} />
        ))}
      </p>
    </li>
  );
}

function Words({ piece: { text, marks } }: { readonly piece: Piece }) {
  if (marks.length === 0) return text;
  return (
    <mark className={css.lit} data-as={marks.join(' ')}>
      {text}
    </mark>
  );
}

function placesIn(turns: number, lit: readonly Lit[], words: WordsOfTurns, chosen: Chosen | null): Place[][] {
  const places = Array.from({ length: turns }, (): Place[] => []);
  for (const { as, turn, from, to } of lit) places[turn]?.push({ mark: as, from, to });
  for (const { turn, from, to } of chosen ? placesOf(words, chosen) : [])
    places[turn]?.push({ mark: 'chosen', from, to });
  return places;
}

function samePlaces(a: readonly Place[], b: readonly Place[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => one.mark === b[at]!.mark && one.from === b[at]!.from && one.to === b[at]!.to)
  );
}

function toldOf(turns: readonly SaidTurn[], words: WordsOfTurns, chosen: Chosen): string {
  return placesOf(words, chosen)
    .map(({ turn, from, to }) => turns[turn]!.text.slice(from, to))
    .join(' … ');
}

/** Keeps in sight the word that keys have come to, and else the first of what is lit. */
function useInSight(list: RefObject<HTMLOListElement | null>, chosen: Chosen | null, lit: readonly Lit[]): void {
  const turn = chosen?.head.turn ?? lit[0]?.turn;
  const opened = useRef(false);
  useEffect(() => {
    // On a phone the words share one page with all else, which begins at its beginning.
    const stays = !opened.current && matchMedia('(max-width: 56em)').matches;
    opened.current = true;
    if (turn === undefined || stays) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    list.current?.children[turn]?.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
  }, [list, turn]);
}
