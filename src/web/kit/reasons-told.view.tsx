// Why a clause stands, as it was said: what it is for, whom it protects, the law, one's own authority, and the Customer Factor.
import type { ClauseReasonsOnWire } from '../../policies/reasons/clause-reasons.shape.ts';
import { day } from './words.ts';
import css from './reasons.module.css';

const factorWord = { yes: 'Yes', no: 'No', partly: 'Partly' } as const;

/** @param at when it was said @param stale it was said of other words than it has now */
export function ReasonsTold({
  reasons,
  at,
  stale = false,
}: {
  readonly reasons: ClauseReasonsOnWire;
  readonly at?: string | undefined;
  readonly stale?: boolean;
}) {
  const { purpose, protects, legalBasis, authority, factor } = reasons;
  const said: readonly (readonly [string, string | undefined])[] = [
    ['What it is for', purpose],
    ['Whom it protects', protects],
    ['Law', legalBasis === 'none' ? 'None' : legalBasis],
    ['On your own authority', authority],
    [
      'For the customer’s benefit',
      factor && [factorWord[factor.answer], factor.reason].filter((one) => one !== '').join('. '),
    ],
  ];
  const shown = said.filter(([, words]) => words !== undefined);
  if (shown.length === 0) return null;
  return (
    <>
      {stale ? (
        <p className={css.stale}>
          <strong>Said of other words.</strong> This was said before its words changed{at ? `, on ${day(at)}` : ''}:
          answer for it anew.
        </p>
      ) : null}
      <dl className={css.told} data-stale={stale}>
        {shown.map(([name, words]) => (
          <Pair key={name} name={name} words={words ?? ''} />
        ))}
      </dl>
    </>
  );
}

function Pair({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </>
  );
}
