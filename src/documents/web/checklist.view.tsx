// "Could you hand it to a judge?": what is missing, where, and what to do; advice that somebody read may be left as it is.
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBulb, IconCircleCheck } from '@tabler/icons-react';
import type { DraftStateOnWire } from '../../record/publish/documents.shape.ts';
import { countOf } from '../../web/kit/words.ts';
import css from './documents.module.css';

type Item = DraftStateOnWire['items'][number];

export interface ChecklistProps {
  readonly told: DraftStateOnWire;
  readonly writes: boolean;
  readonly toPlace: (place: string) => void;
  readonly accept: (keys: readonly string[]) => void;
}

export function Checklist({ told, writes, toPlace, accept }: ChecklistProps) {
  const accepted = new Set(told.draft.accepted);
  const musts = told.items.filter((item) => item.weight === 'must');
  const advice = told.items.filter((item) => item.weight === 'advice' && !accepted.has(item.key));
  const left = told.items.filter((item) => item.weight === 'advice' && accepted.has(item.key)).length;
  return (
    <section className={css.card} aria-labelledby="judge">
      <h2 id="judge">Could you hand it to a judge?</h2>
      <p role="status">
        {told.ready
          ? 'Yes. Nothing is missing.'
          : `Not yet: ${[
              ...(musts.length > 0 ? [`${countOf(musts.length, 'thing')} missing`] : []),
              ...(advice.length > 0 ? [`${countOf(advice.length, 'piece')} of advice`] : []),
            ].join(', ')}.`}
      </p>
      {writes && advice.length > 1 ? (
        <p>
          <Button variant="default" size="sm" onClick={() => accept([...accepted, ...advice.map((item) => item.key)])}>
            Leave all advice as it is
          </Button>
        </p>
      ) : null}
      <ul className={css.items}>
        {[...musts, ...advice].map((item) => (
          <ItemTold
            key={item.key}
            item={item}
            toPlace={toPlace}
            accept={writes && item.weight === 'advice' ? () => accept([...accepted, item.key]) : null}
          />
        ))}
      </ul>
      {left > 0 ? (
        <p className={css.small}>
          {countOf(left, 'piece')} of advice left as it is.{' '}
          {writes ? (
            <button type="button" className={css.linkButton} onClick={() => accept([])}>
              Show it again
            </button>
          ) : null}
        </p>
      ) : null}
      {told.ready ? <IconCircleCheck size={28} aria-hidden /> : null}
    </section>
  );
}

function ItemTold({
  item,
  toPlace,
  accept,
}: {
  readonly item: Item;
  readonly toPlace: (place: string) => void;
  readonly accept: (() => void) | null;
}) {
  const { weight, place, says, todo, words } = item;
  const Icon = weight === 'must' ? IconAlertTriangle : IconBulb;
  const here = place !== 'approval';
  return (
    <li className={css.item} data-weight={weight}>
      <Icon size={18} role="img" aria-label={weight === 'must' ? 'Missing' : 'Advice'} />
      <div>
        <p>
          {here ? (
            <button type="button" className={css.linkButton} onClick={() => toPlace(place)}>
              {says}
            </button>
          ) : (
            says
          )}{' '}
          {words === undefined ? null : <q>{shortened(words)}</q>}
        </p>
        <p className={css.small}>{todo}</p>
        {accept ? (
          <button type="button" className={css.linkButton} onClick={accept} aria-label={`Leave it as it is: ${says}`}>
            Leave it as it is
          </button>
        ) : null}
      </div>
    </li>
  );
}

/** Enough of the words to find them by: a whole part stands beside the list anyway. */
function shortened(words: string): string {
  const all = words.replace(/\s+/g, ' ').trim();
  return all.length <= 120 ? all : `${all.slice(0, 110).replace(/\s\S*$/, '')} ...`;
}
