// What changed from one state of a row to the next: the old value and the new one beside it, column by column.
import css from './record.module.css';
import { cellWord, columnWord } from './record-words.ts';

type Cell = string | number | boolean | readonly string[];

interface State {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly parts?: readonly { readonly id: string; readonly text: string }[];
}

export interface ChangesProps {
  readonly old: State;
  readonly now: State;
  readonly names: Readonly<Record<string, string>>;
}

export function Changes({ old, now, names }: ChangesProps) {
  const changed = [...new Set([...Object.keys(old.cells), ...Object.keys(now.cells)])].filter(
    (name) => said(old.cells[name]) !== said(now.cells[name]),
  );
  const wordsChanged = textOf(old) !== textOf(now);
  if (changed.length === 0 && !wordsChanged) return <p className={css.soft}>Nothing is different.</p>;
  return (
    <dl className={css.change}>
      {changed.map((name) => (
        <Pair
          key={name}
          label={columnWord(name)}
          was={cellWord(name, old.cells[name], names)}
          is={cellWord(name, now.cells[name], names)}
        />
      ))}
      {wordsChanged ? <Pair label="Its words" was={textOf(old)} is={textOf(now)} /> : null}
    </dl>
  );
}

function Pair({ label, was, is }: { readonly label: string; readonly was: string; readonly is: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <del>{was}</del> <span aria-hidden>→</span> <ins>{is}</ins>
      </dd>
    </>
  );
}

function said(cell: Cell | undefined): string {
  return JSON.stringify(
    cell === '' || cell === undefined || (typeof cell === 'object' && cell.length === 0)
      ? null
      : typeof cell === 'object'
        ? cell
        : String(cell),
  );
}

function textOf({ parts = [] }: State): string {
  return parts.map((one) => one.text).join(' / ');
}
