// Ten buttons: the five causes, and the five excuses that are heard most.
import { IconBox, IconClock, IconMapPin, IconMoodAngry, IconTag, type Icon } from '@tabler/icons-react';
import { CauseIcon, causePlainly } from '../../web/kit/cause.view.tsx';
import { causes } from '../finding.core.ts';
import { type Excuse, excuses, type Guess } from './shares.core.ts';
import css from './first-minutes.module.css';

export const excuseWord: Readonly<Record<Excuse, string>> = {
  customer: 'Customers',
  product: 'The product',
  price: 'The price',
  location: 'The place',
  hour: 'The hour',
};
const excuseSays: Readonly<Record<Excuse, string>> = {
  customer: 'They are difficult, or in a hurry.',
  product: 'What we sell is what it is.',
  price: 'We cost too much.',
  location: 'It is the neighbourhood.',
  hour: 'It is when it gets busy.',
};
const causeGuess = {
  policy: 'Something forbids doing it right.',
  procedure: 'Nobody wrote down how it is done.',
  training: 'They were never shown.',
  management: 'Nobody watches or helps.',
  personnel: 'It is the people.',
} as const;
const signs: Readonly<Record<Excuse, Icon>> = {
  customer: IconMoodAngry,
  product: IconBox,
  price: IconTag,
  location: IconMapPin,
  hour: IconClock,
};

export function GuessButtons({ choose }: { readonly choose: (guess: Guess) => void }) {
  return (
    <div className={css.guesses} role="group" aria-label="Your guess">
      {causes.map((cause) => (
        <button key={cause} type="button" className={css.guess} onClick={() => choose(cause)}>
          <CauseIcon cause={cause} size={24} />
          <span className={css.guessWord}>{causePlainly[cause]}</span>
          <span className={css.guessSays}>{causeGuess[cause]}</span>
        </button>
      ))}
      {excuses.map((excuse) => {
        const Sign = signs[excuse];
        return (
          <button key={excuse} type="button" className={css.guess} onClick={() => choose(excuse)}>
            <Sign size={24} stroke={1.6} aria-hidden />
            <span className={css.guessWord}>{excuseWord[excuse]}</span>
            <span className={css.guessSays}>{excuseSays[excuse]}</span>
          </button>
        );
      })}
    </div>
  );
}
