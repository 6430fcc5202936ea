// Rows as CSV.

export type Cell = string | number | undefined;
export type Row = Readonly<Record<string, Cell | readonly unknown[]>>;

/** Columns are those of all rows, in the order in which they first come up. */
export function csv(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => quoted(row[column])).join(','));
  return `${columns.map(kebab).join(',')}\n${lines.join('\n')}\n`;
}

function quoted(value: Row[string]): string {
  const text = value === undefined ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Several values in one cell. */
export function joined(list: readonly string[]): string {
  return list.join(';');
}
