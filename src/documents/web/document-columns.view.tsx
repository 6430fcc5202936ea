// The register's columns: a document with its kind, how it stands, who owns it, its review, who has still to read it, its draft.
import { IconAlertTriangle, IconCircleCheck, IconClock, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ListedDocumentOnWire } from '../../record/publish/documents.shape.ts';
import { shortStates, whenOf } from '../../record/publish/state-words.core.ts';
import type { Column } from '../../web/kit/rows.view.tsx';
import { countOf, day, sentence } from '../../web/kit/words.ts';
import { kindWords } from '../drafts/part-fields.core.ts';
import { addressOf, headWord } from './document-words.ts';
import css from './documents.module.css';

const stateIcons = {
  'in-force': IconCircleCheck,
  suspended: IconAlertTriangle,
  'to-come': IconClock,
  ended: IconClock,
  draft: IconPencil,
} as const;

function StateTold({ row }: { readonly row: ListedDocumentOnWire }): ReactNode {
  const Icon = stateIcons[row.state];
  return (
    <span className={css.state} data-state={row.state}>
      <Icon size={18} aria-hidden />
      <span>
        {shortStates[row.state]} {whenOf(row)}
      </span>
    </span>
  );
}

/** Columns that no row fills are left out. @param asOf the day of the register: a review before it is late */
export function columnsFor(rows: readonly ListedDocumentOnWire[], asOf: string): Column<ListedDocumentOnWire>[] {
  return [
    {
      name: 'Document',
      of: (row) => (
        <span className={css.name}>
          <Link to={addressOf(row)}>{row.title || 'Without a title yet'}</Link>
          <span>
            {[
              kindWords[row.kind].one,
              row.class === null ? null : headWord('policy', 'class', row.class).split(':')[0],
              row.version === null ? null : `version ${row.version}`,
            ]
              .filter(Boolean)
              .join(', ')}
            {row.draft === null ? null : (
              <>
                {'. '}
                <Link to={`${addressOf(row)}/edit`}>
                  {row.asked ? 'A draft waits for approval' : 'A draft is open'}
                </Link>
              </>
            )}
          </span>
        </span>
      ),
    },
    { name: 'State', of: (row) => <StateTold row={row} /> },
    { name: 'Owner', of: (row) => (row.ownerName === null ? 'Nobody' : sentence(row.ownerName.replace('-', ' '))) },
    {
      name: 'Review',
      of: (row) =>
        row.due === null || !['in-force', 'suspended'].includes(row.state) ? (
          ''
        ) : (
          <span className={row.due < asOf ? css.late : undefined}>{`by ${day(row.due)}`}</span>
        ),
    },
    ...(rows.some((row) => row.reading !== null)
      ? [
          {
            name: 'Has still to read it',
            of: (row: ListedDocumentOnWire) =>
              row.reading === null || row.reading.readers === 0
                ? ''
                : row.reading.waiting === 0
                  ? 'Nobody: all have'
                  : `${countOf(row.reading.waiting, 'person', 'people')} of ${row.reading.readers}`,
          },
        ]
      : []),
  ];
}
