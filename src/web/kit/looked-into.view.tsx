// Parts of a page on which a file is looked into: a column with its first cells, what a yes under it says, and what can't be read.
import { NativeSelect, NumberInput } from '@mantine/core';
import css from './looked-into.module.css';
import type { ShownReject } from './rejects-file.ts';

export interface ColumnNameProps {
  readonly header: string;
  /** The first rows of the table. */
  readonly rows: readonly (readonly string[])[];
  /** Which of its columns. */
  readonly at: number;
}

export function ColumnName({ header, rows, at }: ColumnNameProps) {
  const cells = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
  return (
    <div className={css.name}>
      <strong>{header}</strong>
      <span className={css.soft}>{cells.slice(0, 3).join(' · ')}</span>
    </div>
  );
}

export interface YesSays {
  /** False: yes says that it was missed. */
  readonly yesIsKept: boolean;
  /** Where answers are points: the fewest that count as yes. */
  readonly least?: number | undefined;
}

export interface YesSaysFieldsProps {
  /** The question, as it stands in the file. */
  readonly of: string;
  readonly says: YesSays;
  /** What enough points count as. */
  readonly countsAs: 'yes' | 'kept';
  readonly change: (says: Partial<YesSays>) => void;
}

export function YesSaysFields({ of, says: { yesIsKept, least }, countsAs, change }: YesSaysFieldsProps) {
  return (
    <div className={css.how}>
      <NativeSelect
        aria-label={`What yes says of “${of}”`}
        value={yesIsKept ? 'kept' : 'missed'}
        onChange={(event) => change({ yesIsKept: event.currentTarget.value === 'kept' })}
        data={[
          { value: 'kept', label: 'yes: it was kept' },
          { value: 'missed', label: 'yes: it was missed' },
        ]}
      />
      {least === undefined ? null : (
        <NumberInput
          aria-label={`Fewest points of “${of}” that count as ${countsAs}`}
          value={least}
          min={0}
          max={1000}
          suffix=" points or more"
          onBlur={(event) => {
            const asked = Number.parseFloat(event.currentTarget.value);
            if (Number.isFinite(asked) && asked !== least) change({ least: asked });
          }}
        />
      )}
    </div>
  );
}

/** Folded away, row by row. */
export function NotRead({ says, rejects }: { readonly says: string; readonly rejects: readonly ShownReject[] }) {
  if (rejects.length === 0) return null;
  return (
    <details>
      <summary>{says}</summary>
      <ul className={css.rejects}>
        {rejects.map(({ row, field, expected, remedy }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same row may lack the same twice
          <li key={at}>{`Row ${row}${field ? `, ${field}` : ''}: expected ${expected}. ${remedy}`}</li>
        ))}
      </ul>
    </details>
  );
}
