// All letters: what waits for whoever looks first, then what is due soonest; each with whom it waits for and until when.
import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { withQuery } from '../../web/api.ts';
import kit from '../../web/kit/answered.module.css';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { Tabs } from '../../web/kit/tabs.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { LettersOnWire, ListedLetter } from '../letters/letters.shape.ts';
import { clockOf, placeOf } from './letter-words.ts';
import { LetterRule } from './letter-rule.view.tsx';
import css from './letters.module.css';

const choices = [
  { value: 'open', label: 'Open' },
  { value: 'for-me', label: 'For me' },
  { value: 'mine', label: 'Mine' },
  { value: 'joined', label: 'Joined' },
  { value: 'answered', label: 'Answered' },
  { value: 'all', label: 'All' },
] as const;
type Choice = (typeof choices)[number]['value'];

export function Page() {
  const me = useMe();
  const { show } = useSearch({ strict: false }) as { readonly show?: unknown };
  const shown: Choice = choices.find((one) => one.value === show)?.value ?? 'open';
  const query = shown === 'open' || shown === 'answered' ? { state: shown } : shown === 'all' ? {} : { which: shown };
  return (
    <div className={kit.page}>
      <header className={kit.head}>
        <h1>Letters</h1>
        <p className={kit.soft}>
          Whoever works here may write what is wrong with a rule and what would be better. It is answered by a named
          person within days, and it never counts against anyone.
        </p>
        <div className={kit.actions}>
          {me.readsOnly ? null : (
            <Button renderRoot={(props) => <Link to="/letters/new" {...props} />}>Write a letter</Button>
          )}
          <Link to="/letters/claim">I have a code</Link>
        </div>
        <Tabs label="Which letters" to="/letters" choices={choices} shown={shown} />
      </header>
      <Ask<LettersOnWire> path={withQuery('/v1/letters', query)}>
        {(told) => (
          <>
            <Summary told={told} />
            {told.letters.length === 0 ? (
              <Nothing shown={shown} none={told.all === 0} />
            ) : (
              <ul className={kit.list} data-numbered>
                {told.letters.map((letter) => (
                  <OneLetter key={letter.id} letter={letter} />
                ))}
              </ul>
            )}
            {sees(me, ['owner']) && !me.readsOnly ? <LetterRule rule={told.rule} /> : null}
          </>
        )}
      </Ask>
    </div>
  );
}

function Summary({ told }: { readonly told: LettersOnWire }) {
  const { all, open, overdue, forYou } = told;
  if (all === 0) return null;
  const parts = [
    countOf(all, 'letter'),
    `${open} open`,
    ...(forYou > 0 ? [`${forYou} ${forYou === 1 ? 'waits' : 'wait'} for you`] : []),
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
  ];
  return <p role="status">{`${parts.join(', ')}.`}</p>;
}

function OneLetter({ letter }: { readonly letter: ListedLetter }) {
  const { id, number, headline, writer, shielded, mine, flag, sentOn, waitsForYou, overdue, supporters, state } =
    letter;
  const place = placeOf(letter);
  return (
    <li>
      <span className={css.number}>{number}</span>
      <h2>
        <Link to="/letters/$id" params={{ id } as never}>
          {headline}
        </Link>
      </h2>
      <p className={kit.facts}>
        <span className={overdue ? kit.late : waitsForYou ? kit.yours : kit.state}>{clockOf(letter)}</span>
      </p>
      <p className={kit.facts}>
        <span>{`${mine ? 'you' : shielded ? 'a shielded writer' : (writer ?? 'a program')}, ${day(sentOn)}`}</span>
        {place === '' ? null : <span>{place}</span>}
        {flag && state === 'open' ? <span>a flag</span> : null}
        {supporters !== null && supporters > 0 ? <span>{countOf(supporters, 'supporter')}</span> : null}
      </p>
    </li>
  );
}

function Nothing({ shown, none }: { readonly shown: Choice; readonly none: boolean }) {
  if (!none)
    return (
      <p className={kit.soft}>
        {shown === 'for-me' ? 'No letter waits for you.' : 'No letter of this kind.'}{' '}
        <Link to="/letters" search={{ show: 'all' } as never}>
          See all letters
        </Link>
      </p>
    );
  return (
    <Empty
      title="No letter yet"
      action={<Link to="/letters/new">Write the first one</Link>}
      example={
        <p>
          “We may not say a price by telephone. Callers hang up and rent elsewhere. Say the price with its fees, and ask
          to rent.”
        </p>
      }
    >
      <IconMail size={28} stroke={1.4} aria-hidden /> A letter says what is wrong with a rule, why it should change, and
      what to do instead. Whoever owns the rule answers by a named day; silence goes a level up by itself.
    </Empty>
  );
}
