// What was guessed beside what it is: all ten, largest first, each with its likely range, on one scale.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CauseLabel, causePlainly } from '../../web/kit/cause.view.tsx';
import { ShareBar } from '../../web/kit/share-bar.view.tsx';
import { about, between, percent } from '../../web/kit/words.ts';
import { type Cause, causes } from '../finding.core.ts';
import { excuseWord } from './guess-buttons.view.tsx';
import { endOf, type Excuse, excuses, type Found, type Guess, type Shared, shareOfGuess } from './shares.core.ts';
import css from './first-minutes.module.css';

export interface RevealProps {
  readonly shares: Found;
  readonly guess: Guess;
  readonly again: () => void;
}

/** The lower end of what is named as the answer. */
const surely = 0.05;

export function Reveal({ shares, guess, again }: RevealProps) {
  const all = ([...causes, ...excuses] as Guess[])
    .map((id) => ({ id, share: shareOfGuess(shares, id) }))
    .toSorted((a, b) => (b.share?.share ?? -1) - (a.share?.share ?? -1));
  const [first] = all;
  const end = endOf(all.map((one) => one.share));
  // What isn't surely over a twentieth is not named as the answer, least of all a person.
  const stands = first?.share && first.share.low > surely ? first : null;
  const answer = !stands
    ? 'None of them stands out yet.'
    : stands.id === guess
      ? 'That is the largest.'
      : `${wordOf(stands.id)}: ${toldShare(stands.share)}.`;
  return (
    <section className={css.reveal} aria-labelledby="reveal">
      <h1 id="reveal">
        <span
          className={css.said}
        >{`You said ${wordOf(guess).toLowerCase()}: ${toldShare(shareOfGuess(shares, guess))}.`}</span>{' '}
        <span>{answer}</span>
      </h1>
      <p className={css.lede}>{stands ? mostOf(shares, stands.id) : (shares.warnings[0]?.says ?? '')}</p>
      <ul className={css.bars}>
        {all.map(({ id, share }) => (
          <li key={id} data-guessed={id === guess}>
            <span>{nameOf(id)}</span>
            {share ? (
              <>
                <ShareBar {...share} end={end} {...(isCause(id) ? { colour: `var(--${id})` } : {})} />
                <span className={css.barFigure}>
                  <strong>{percent(share.share)}</strong>
                  <span className={css.range}>{between(share.low, share.high)}</span>
                </span>
              </>
            ) : (
              <span className={css.unknown}>Not known: nothing on record could answer it.</span>
            )}
          </li>
        ))}
      </ul>
      <p className={css.soft}>
        {shares.unexplained.share < 1
          ? `The rest, ${about(shares.unexplained.share)}, is explained by none of these: how hard each standard is, chance, and whatever nobody wrote down.`
          : 'Nearly all of it is explained by none of these: how hard each standard is, chance, and whatever nobody wrote down. More contacts and more of the record tell more.'}
      </p>
      <div className={css.actions}>
        <Button component={Link} to="/causes">
          See all of it
        </Button>
        <Button variant="default" onClick={again}>
          Guess again
        </Button>
      </div>
    </section>
  );
}

const isCause = (guess: Guess): guess is Cause => (causes as readonly string[]).includes(guess);

function wordOf(guess: Guess): string {
  return isCause(guess) ? causePlainly[guess] : excuseWord[guess as Excuse];
}

function nameOf(guess: Guess): ReactNode {
  return isCause(guess) ? <CauseLabel cause={guess} plain /> : excuseWord[guess as Excuse];
}

function toldShare(share: Shared | null): string {
  return share ? about(share.share) : 'nothing on record says';
}

/** What makes up most of the largest. */
function mostOf(shares: Found, first: Guess | undefined): string {
  const cause = shares.causes.find((one) => one.cause === first);
  const [most] = (cause?.exposures ?? []).toSorted((a, b) => b.share - a.share);
  return most ? `Most of it: ${most.says} (${percent(most.share)}).` : '';
}
