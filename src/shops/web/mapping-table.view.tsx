// What each column of a table of mystery shops is: guessed, and corrected here. A question's column says which standard it speaks of,
// which way its yes is meant, and from how many points on it counts as kept.
import { NativeSelect } from '@mantine/core';
import kit from '../../web/kit/looked-into.module.css';
import { ColumnName, YesSaysFields } from '../../web/kit/looked-into.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import type { ShopsPreview } from '../shops.shape.ts';
import css from './shops.module.css';

type Mapping = ShopsPreview['mapping'];
type Column = Mapping[number];

export interface MappingTableProps {
  readonly preview: ShopsPreview;
  readonly busy: boolean;
  readonly change: (mapping: Mapping) => void;
}

const kinds: readonly (readonly [Column['to'], string])[] = [
  ['ignore', 'leave out'],
  ['time', 'when it was'],
  ['site', 'site'],
  ['rep', 'who served'],
  ['id', 'number of the shop'],
  ['note', 'a note'],
];

export function MappingTable({ preview, busy, change }: MappingTableProps) {
  const { headers, rows, mapping, questions, missing, unused } = preview;
  const put = (at: number, next: Column): void => change(mapping.map((one, index) => (index === at ? next : one)));
  const choices = [
    ...kinds.map(([value, label]) => ({ value: value as string, label })),
    {
      group: 'An answer about',
      items: questions.map(({ standard, title }) => ({ value: `standard:${standard}`, label: title })),
    },
  ];
  return (
    <section className={kit.card} aria-labelledby="columns" aria-busy={busy}>
      <h2 id="columns">What its columns are</h2>
      <p role="status">{missing ?? 'Check what each was taken for, and correct what is wrong.'}</p>
      {unused.length > 0 ? (
        <p>
          {countOf(unused.length, 'question is', 'questions are')} not used: {unused.join(' · ')}
        </p>
      ) : null}
      <ul className={`${kit.rows} ${css.columns}`}>
        {headers.map((header, at) => {
          const one = mapping[at]!;
          return (
            <li key={at} data-used={one.to !== 'ignore' || undefined}>
              <ColumnName header={header} rows={rows} at={at} />
              <NativeSelect
                aria-label={`What “${header}” is`}
                value={one.to === 'standard' ? `standard:${one.standard}` : one.to}
                onChange={(event) => put(at, chosen(one, event.currentTarget.value))}
                data={choices}
              />
              {one.to === 'standard' ? (
                <YesSaysFields
                  of={header}
                  says={{ yesIsKept: one.yesIsKept !== false, least: one.least }}
                  countsAs="kept"
                  change={(says) => put(at, { ...one, ...says })}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function chosen({ column, least }: Column, value: string): Column {
  const standard = value.startsWith('standard:') ? value.slice('standard:'.length) : undefined;
  if (standard === undefined) return { column, to: value as Column['to'] };
  return { column, to: 'standard', standard, yesIsKept: true, ...(least === undefined ? {} : { least }) };
}
