// A table that becomes cards on a phone: each cell then stands under its column's name. The first column names the row.
import type { ReactNode } from 'react';
import css from './rows.module.css';

export interface Column<Row> {
  readonly name: string;
  readonly of: (row: Row) => ReactNode;
  /** Numbers stand to the right, under each other. */
  readonly number?: boolean;
}

export interface RowsProps<Row> {
  /** What the table holds, for those who hear it. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
}

export function Rows<Row>({ label, rows, columns, keyOf }: RowsProps<Row>) {
  return (
    <table className={css.rows} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ name, number }) => (
            <th key={name} scope="col" data-number={number}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ name, of, number }, index) =>
              index === 0 ? (
                <th key={name} scope="row">
                  {of(row)}
                </th>
              ) : (
                <td key={name} data-name={name} data-number={number}>
                  {of(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
