// All standards of the sheet with what was said of each so far; one press brings one of them into hand.
import { IconMessage, IconPointFilled, IconQuote } from '@tabler/icons-react';
import css from './in-hand.module.css';
import { type StandardToRead, signs } from './in-hand.view.tsx';
import { verdictWord } from '../../standards/verdict-words.core.ts';
import type { Sheet } from './sheet.core.ts';

export interface SheetListProps {
  readonly sheet: Sheet;
  readonly standards: readonly StandardToRead[];
  readonly go: (at: number) => void;
}

export function SheetList({ sheet, standards, go }: SheetListProps) {
  return (
    <ol className={css.sheet} aria-label="All standards of this contact">
      {standards.map((standard, at) => {
        const mark = sheet.marks[at]!;
        const Sign = mark.verdict === null ? IconPointFilled : signs[mark.verdict];
        return (
          <li key={standard.id}>
            <button
              type="button"
              className={css.row}
              data-verdict={mark.verdict ?? 'open'}
              aria-current={at === sheet.at ? 'step' : undefined}
              onClick={() => go(at)}
            >
              <Sign size={18} aria-hidden />
              <span>{standard.title}</span>
              <span className={css.rowSaid}>
                {mark.evidence.length > 0 ? <IconQuote size={15} aria-label="with a quote" /> : null}
                {mark.comment === '' ? null : <IconMessage size={15} aria-label="with a comment" />}
                {mark.verdict === null ? 'open' : verdictWord(mark.verdict, standard.kind).toLowerCase()}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
