// The first five minutes: guess what it is, see what it is, read the words, write the letter, try a call of one's own. What was
// guessed stands in the address; nothing of it is kept.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Ask } from '../../web/kit/ask.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import type { Overview } from '../overview/overview.shape.ts';
import { CustomaryFew } from './customary-few.view.tsx';
import { GuessButtons } from './guess-buttons.view.tsx';
import { LetterDraft } from './letter-draft.view.tsx';
import { NotYet } from './not-yet.view.tsx';
import { OneSentence } from './one-sentence.view.tsx';
import { PasteBox } from './paste-box.view.tsx';
import { Reveal } from './reveal.view.tsx';
import { foundShares, type Guess, isGuess } from './shares.core.ts';
import css from './first-minutes.module.css';

export function Page() {
  const { guess } = useSearch({ strict: false }) as { readonly guess?: unknown };
  const go = useNavigate();
  const choose = (chosen: Guess | undefined): void =>
    void go({ to: '/start', search: (chosen ? { guess: chosen } : {}) as never });
  return (
    <Ask<Overview> path="/v1/overview">
      {(told) => {
        const shares = foundShares(told.causes);
        if (!shares) return <NotYet told={told} />;
        if (!isGuess(guess)) return <Asked told={told} choose={choose} />;
        return (
          <div className={css.steps}>
            <Reveal shares={shares} guess={guess} again={() => choose(undefined)} />
            <OneSentence told={told} />
            <LetterDraft told={told} />
            <PasteBox />
            <CustomaryFew />
          </div>
        );
      }}
    </Ask>
  );
}

function Asked({ told, choose }: { readonly told: Overview; readonly choose: (guess: Guess) => void }) {
  return (
    <div className={css.ask}>
      <h1>What do you think it is?</h1>
      <p className={css.lede}>
        {`${told.organisation.name}: ${countOf(told.contacts, 'call, visit or chat', 'calls, visits and chats')}, ${countOf(told.failures, 'time', 'times')} that a ${told.organisation.customer} didn’t get what a standard promises. Before you look: what explains most of it?`}
      </p>
      <GuessButtons choose={choose} />
    </div>
  );
}
