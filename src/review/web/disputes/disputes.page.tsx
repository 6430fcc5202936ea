// All disputes that one may read: what waits for whoever looks first, then what is due soonest. None says whose it is.
import { IconMessageReport } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { withQuery } from '../../../web/api.ts';
import kit from '../../../web/kit/answered.module.css';
import { Ask } from '../../../web/kit/ask.view.tsx';
import { DisputeNumbers } from '../../../web/kit/dispute-numbers.view.tsx';
import { Empty } from '../../../web/kit/empty.view.tsx';
import { Tabs } from '../../../web/kit/tabs.view.tsx';
import { countOf } from '../../../web/kit/words.ts';
import { sees, useMe } from '../../../web/me.ts';
import { thoseWhoReview } from '../../../web/page-entry.ts';
import type { DisputesOnWire, ListedDispute } from '../../disputes/disputes.shape.ts';
import { DisputeRule } from './dispute-rule.view.tsx';
import { clockOf, placeOf } from './dispute-words.ts';

const choices = [
  { value: 'open', label: 'Open' },
  { value: 'mine', label: 'Mine' },
  { value: 'answered', label: 'Answered' },
  { value: 'all', label: 'All' },
] as const;
type Choice = (typeof choices)[number]['value'];

export function Page() {
  const { show } = useSearch({ strict: false }) as { readonly show?: unknown };
  const asked = choices.find((one) => one.value === show)?.value;
  return (
    <div className={kit.page}>
      <Ask<DisputesOnWire> path={withQuery('/v1/disputes', { show: asked ?? 'open' })} title="Disputes">
        {(told) => <Told told={told} shown={asked ?? 'open'} />}
      </Ask>
    </div>
  );
}

function Told({ told, shown }: { readonly told: DisputesOnWire; readonly shown: Choice }) {
  const me = useMe();
  const { disputes, all, rule, setsRule, serves } = told;
  return (
    <>
      <header className={kit.head}>
        <h1>Disputes</h1>
        <p className={kit.soft}>
          Whoever served may say that a mark on their contact is wrong. Somebody who had no part in it answers within{' '}
          {countOf(rule.days, 'working day')}, with a reason, and once more where asked. Disputing never counts against
          anyone.
        </p>
        <Tabs
          label="Which disputes"
          to="/disputes"
          choices={choices.filter(({ value }) => serves || value !== 'mine')}
          shown={shown}
        />
      </header>
      <Summary told={told} />
      {disputes.length === 0 ? (
        <Nothing none={all === 0} serves={serves} />
      ) : (
        <ul className={kit.list}>
          {disputes.map((one) => (
            <OneDispute key={one.id} dispute={one} />
          ))}
        </ul>
      )}
      {all > 0 ? (
        <p>
          <a href="/v1/disputes/table" download>
            Take them out as a table
          </a>{' '}
          <span className={kit.soft}>It has no name of anybody who disputed.</span>
        </p>
      ) : null}
      {sees(me, thoseWhoReview) ? <DisputeNumbers /> : null}
      {setsRule ? <DisputeRule days={rule.days} /> : null}
    </>
  );
}

function Summary({ told: { all, open, late, forYou } }: { readonly told: DisputesOnWire }) {
  if (all === 0) return null;
  const parts = [
    countOf(all, 'dispute'),
    `${open} open`,
    ...(forYou > 0 ? [`${forYou} ${forYou === 1 ? 'waits' : 'wait'} for you`] : []),
    ...(late > 0 ? [`${late} late`] : []),
  ];
  return <p role="status">{`${parts.join(', ')}.`}</p>;
}

function OneDispute({ dispute }: { readonly dispute: ListedDispute }) {
  const { id, standard, mine, groundSays, waitsForYou, late, mayAnswer } = dispute;
  return (
    <li>
      <h2>
        <Link to="/disputes/$id" params={{ id } as never}>
          {standard.title}
        </Link>
      </h2>
      <p className={kit.facts}>
        <span className={late ? kit.late : waitsForYou ? kit.yours : kit.state}>{clockOf(dispute)}</span>
      </p>
      <p className={kit.facts}>
        <span>{groundSays}</span>
        <span>{placeOf(dispute)}</span>
        {mine ? <span>yours</span> : null}
        {mayAnswer && !waitsForYou ? <span>you may answer it too</span> : null}
      </p>
    </li>
  );
}

function Nothing({ none, serves }: { readonly none: boolean; readonly serves: boolean }) {
  if (!none)
    return (
      <p className={kit.soft}>
        No dispute of this kind.{' '}
        <Link to="/disputes" search={{ show: 'all' } as never}>
          See all
        </Link>
      </p>
    );
  return (
    <Empty
      title="Nothing is disputed"
      action={
        <Link to={serves ? '/me' : '/contacts'}>{serves ? 'See the marks on my contacts' : 'Look at contacts'}</Link>
      }
      example={<p>“I did ask her to rent, right after the price. The words were cut in two by the recording.”</p>}
    >
      <IconMessageReport size={28} stroke={1.4} aria-hidden />{' '}
      {serves
        ? 'Open a mark on a contact of yours that says something was missed, and press “That’s not what happened”. Say what is wrong: the words, the person, that it doesn’t apply, or which instruction you followed.'
        : 'Whoever served may dispute a mark on their own contact. What is disputed comes here, with its words and a day by which it is answered.'}
    </Empty>
  );
}
