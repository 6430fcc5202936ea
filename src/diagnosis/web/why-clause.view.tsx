// One clause of "Why do we have it?": why it is here, what stands against it, what was said for it, and what can be done.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { plainText } from '../../documents/markdown/markdown.core.ts';
import { AnswerForClause } from '../../web/kit/answer-for-clause.view.tsx';
import { ReasonsTold } from '../../web/kit/reasons-told.view.tsx';
import { countOf, money } from '../../web/kit/words.ts';
import { useMe } from '../../web/me.ts';
import type { Why } from '../why/why.shape.ts';
import { FailureQuote } from './failure-quote.view.tsx';
import css from './why.module.css';

type Row = Why['rows'][number];
type Against = NonNullable<Row['against']>;

export const hereWords: Readonly<Record<Row['here'], string>> = {
  'against-customers': 'It stood in the way of good service',
  'no-benefit-no-law': 'Neither benefit nor law',
  'readers-say-no': 'Those who must comply see no benefit',
  'not-answered': 'Nobody has answered for it',
};

const classWords = { 'customer-service': 'customer service', 'house-rules': 'house rules', exempt: 'exempt' } as const;

export function WhyClause({ row, money: known }: { readonly row: Row; readonly money: Why['money'] }) {
  const { readsOnly } = useMe();
  const [answering, setAnswering] = useState(false);
  const { policy, clause, here, against, state, reasons, law } = row;
  const marks = (against?.quotes ?? []).map((one) => one.mark);
  return (
    <li className={css.card}>
      <p className={here === 'not-answered' ? css.kicker : `${css.kicker} ${css.serious}`}>
        <strong>{hereWords[here]}</strong>
        {` · ${policy.title}, clause ${clause.id}, ${classWords[policy.class]}`}
        {law === null ? '' : ` · ${law}`}
      </p>
      <h2>{plainText(clause.text)}</h2>
      <Figures row={row} money={known} />
      {against ? <Quotes against={against} /> : null}
      <ReasonsTold reasons={reasons} stale={state === 'of-other-words'} />
      {answering ? (
        <AnswerForClause
          policy={policy.id}
          version={policy.version}
          clause={clause.id}
          reasons={reasons}
          done={() => setAnswering(false)}
        />
      ) : (
        <div className={css.actions}>
          {row.mayAnswer && !readsOnly ? (
            <Button variant={here === 'not-answered' ? 'filled' : 'default'} onClick={() => setAnswering(true)}>
              Answer for it
            </Button>
          ) : null}
          {readsOnly ? null : (
            <Link
              to="/letters/new"
              search={{ kind: 'policy', document: policy.id, part: clause.id, mark: marks.slice(0, 2) } as never}
            >
              Write a letter
            </Link>
          )}
          <Link to="/documents/$kind/$id" params={{ kind: 'policy', id: policy.id } as never}>
            {row.mayAnswer ? 'Change it or take it out' : 'Read the policy'}
          </Link>
        </div>
      )}
    </li>
  );
}

/** Why no sum is said. */
const costsUnknown: Readonly<Record<Why['money'], string>> = {
  counted: 'what it costs: too few contacts to tell',
  'not-counted': 'what it costs: bring how contacts ended',
  'not-for-you': 'what it costs is for those who answer for the business',
};

function Figures({ row, money: known }: { readonly row: Row; readonly money: Why['money'] }) {
  const { against, costs, readers } = row;
  const says = [
    readers.factorNo > 0 ? `${countOf(readers.factorNo, 'reader sees', 'readers see')} no benefit` : '',
    readers.factorYes > 0 ? `${countOf(readers.factorYes, 'sees', 'see')} one` : '',
    readers.notUnderstood > 0 ? `${countOf(readers.notUnderstood, 'doesn’t', 'don’t')} understand it` : '',
    readers.disagree > 0 ? `${countOf(readers.disagree, 'disagrees', 'disagree')}` : '',
  ].filter((one) => one !== '');
  if (!against && says.length === 0) return null;
  return (
    <div className={css.figures}>
      {against ? (
        <p className={css.figure}>
          <strong>{countOf(against.misses, 'time')}</strong>
          <span
            className={css.soft}
          >{`it stood in the way of: ${against.standards.map((one) => one.title).join('; ')}`}</span>
        </p>
      ) : null}
      {against ? (
        <p className={css.figure}>
          <strong>{costs ? `about ${money(costs.money.value, costs.currency)} a month` : 'Not known'}</strong>
          <span className={css.soft}>
            {costs
              ? `likely between ${money(costs.money.from, costs.currency)} and ${money(costs.money.to, costs.currency)}`
              : costsUnknown[known]}
          </span>
        </p>
      ) : null}
      {says.length > 0 ? (
        <p className={css.figure}>
          <strong>Readers</strong>
          <span className={css.soft}>
            <Link
              to="/reading/$kind/$id/readers"
              params={{ kind: 'policy', id: row.policy.id } as never}
              search={{ version: row.policy.version } as never}
            >
              {says.join(', ')}
            </Link>
          </span>
        </p>
      ) : null}
    </div>
  );
}

function Quotes({ against }: { readonly against: Against }) {
  const [all, setAll] = useState(false);
  const { quotes } = against;
  return (
    <div className={css.quotes}>
      {quotes.slice(0, all ? quotes.length : 1).map((one) => (
        <FailureQuote key={one.mark} failure={one} />
      ))}
      {quotes.length > 1 && !all ? (
        <div>
          <Button variant="default" size="sm" onClick={() => setAll(true)}>
            {`${quotes.length - 1} more`}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Words that cite a policy, for which no clause on record was named. */
export function UnwrittenRule({ against }: { readonly against: Against }) {
  return (
    <section className={css.card} aria-labelledby="unwritten">
      <p className={`${css.kicker} ${css.serious}`}>
        <strong>“That’s our policy”</strong> · no clause on record says so
      </p>
      <h2 id="unwritten">{`${countOf(against.misses, 'refusal')} by a rule that nobody wrote`}</h2>
      <p className={css.soft}>
        Either the rule is in heads and not in writing, or its clause has not been linked to what it stands in the way
        of. Open a policy and say of its clause which standards it obstructs: these then count against it.
      </p>
      <Quotes against={against} />
    </section>
  );
}
