// How one file would be read: what each column of a table is taken for, which can be said otherwise, and the first contacts as
// they would be kept.
import { CloseButton, Loader, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { channels } from '../../standards/encounter.core.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf, sentence } from '../../web/kit/words.ts';
import type { ImportPreview } from '../preview-import.shape.ts';
import { nameOf } from './file-names.ts';
import { type FileToBring, isRefused, lookInto } from './bring-files.ts';
import css from './bring.module.css';
import { kindOf } from '../contact-words.core.ts';
import { fieldNames, tableNames } from './field-names.ts';

export interface FilePreviewProps {
  readonly brought: FileToBring;
  readonly change: (next: FileToBring) => void;
  readonly drop: () => void;
}

export function FilePreview({ brought, change, drop }: FilePreviewProps) {
  const { file, preview, problem } = brought;
  const [looking, setLooking] = useState(false);
  const refused = preview !== null && isRefused(preview);
  const again = async (next: FileToBring): Promise<void> => {
    change(next);
    setLooking(true);
    change(await lookInto(next));
    setLooking(false);
  };
  return (
    <section className={css.file} aria-label={nameOf(file)}>
      <header>
        <h2>{nameOf(file)}</h2>
        {looking || (preview === null && problem === null && file.size <= 50 * 1024 * 1024) ? (
          <Loader type="dots" size="sm" role="status" aria-label="Being looked into" />
        ) : null}
        <CloseButton aria-label={`Leave ${file.name} out`} onClick={drop} />
      </header>
      {problem ? <ProblemNotice problem={problem} again={() => void again(brought)} /> : null}
      {preview ? (
        <>
          {refused ? <Refused preview={preview} /> : <p>{findings(preview)}</p>}
          {preview.tables.map((table) => (
            <Table key={table.file} table={table} brought={brought} again={(next) => void again(next)} />
          ))}
          <Shown preview={preview} brought={brought} again={(next) => void again(next)} />
          {preview.said.map((said) => (
            <p key={said} className={css.soft}>
              {said}
            </p>
          ))}
          {preview.rejects.length > 0 && !refused ? (
            <details>
              <summary>What can’t go in as it is ({preview.counts.rejects})</summary>
              <ul className={css.rejects}>
                {preview.rejects.map((one, at) => (
                  <li key={at}>
                    {whereOf(one, nameOf(file))}expected {one.expected}. {one.remedy}
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

/** Why nothing of the file can go in, and what to do instead: one sentence for the whole of it. */
function Refused({ preview }: { readonly preview: ImportPreview }) {
  const [why] = preview.rejects;
  return (
    <p role="status">
      <strong>{preview.counts.rejects === 1 ? 'This file can’t go in. ' : 'Nothing in this file can go in. '}</strong>
      Expected {why?.expected}. {why?.remedy}
    </p>
  );
}

/** Before what was expected: the file inside an archive, the row. */
function whereOf({ file, row }: ImportPreview['rejects'][number], brought: string): string {
  const inside = file.startsWith(`${brought}/`) ? file.slice(brought.length + 1) : '';
  const where = [inside, row === undefined ? '' : `row ${row}`].filter((one) => one !== '').join(', ');
  return where === '' ? '' : `${where.charAt(0).toUpperCase()}${where.slice(1)}: `;
}

function findings({ counts, rejects, more }: ImportPreview): string {
  const found = [
    counts.contacts > 0 ? countOf(counts.contacts, 'contact') : '',
    counts.facts > 0 ? `facts about ${countOf(counts.facts, 'contact')}` : '',
    counts.rejects > 0 ? `${rejectsOf(counts.rejects, rejects)} that can’t go in` : '',
  ].filter((one) => one !== '');
  if (found.length === 0) return 'Nothing in it was recognised.';
  return sentence(`${more ? 'in its beginning: ' : ''}${found.join(', ')}.`);
}

/** What can't go in is rows of a table, whole files of an archive, or both. */
function rejectsOf(all: number, shown: ImportPreview['rejects']): string {
  const rows = shown.filter((one) => one.row !== undefined).length;
  if (rows === shown.length) return countOf(all, 'row');
  return rows === 0 ? countOf(all, 'file') : countOf(all, 'row or file', 'rows and files');
}

function Table({
  table,
  brought,
  again,
}: {
  readonly table: ImportPreview['tables'][number];
  readonly brought: FileToBring;
  readonly again: (next: FileToBring) => void;
}) {
  const unsure = table.mapping === null || table.howSure < 0.7;
  const { table: _told, ...without } = brought;
  return (
    <div className={css.mapping}>
      <p>
        {table.mapping === null
          ? 'Say what its columns are.'
          : unsure
            ? 'Check what its columns were taken for.'
            : 'Its columns were recognised.'}
      </p>
      <NativeSelect
        label="A row is"
        value={brought.table ?? table.mapping?.table ?? ''}
        onChange={(event) => {
          const value = event.currentTarget.value;
          again(value === '' ? without : { ...without, table: value });
        }}
        data={[{ value: '', label: 'not known yet' }, ...tableNames.map(([value, label]) => ({ value, label }))]}
      />
      <div className={css.scroll} tabIndex={0} role="region" aria-label="Columns and first rows">
        <table>
          <thead>
            <tr>
              {table.headers.map((header, at) => (
                <th key={at} scope="col">
                  <span>{header}</span>
                  <NativeSelect
                    size="xs"
                    aria-label={`What ${header} is`}
                    value={brought.columns[header] ?? table.mapping?.columns[at]?.field ?? 'ignore'}
                    onChange={(event) =>
                      again({ ...brought, columns: { ...brought.columns, [header]: event.currentTarget.value } })
                    }
                    data={fieldNames.map(([value, label]) => ({ value, label }))}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => (
              <tr key={at}>
                {table.headers.map((_, column) => (
                  <td key={column}>{row[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Shown({
  preview,
  brought,
  again,
}: {
  readonly preview: ImportPreview;
  readonly brought: FileToBring;
  readonly again: (next: FileToBring) => void;
}) {
  const first = preview.contacts[0];
  if (!first) return null;
  const { channel: _told, ...without } = brought;
  return (
    <div className={css.first}>
      <NativeSelect
        label="They came as"
        value={brought.channel ?? ''}
        onChange={(event) => {
          const value = event.currentTarget.value;
          again(value === '' ? without : { ...without, channel: value });
        }}
        data={[
          { value: '', label: `as found: ${kindOf(first.channel).toLowerCase()}` },
          ...channels.map((one) => ({ value: one, label: kindOf(one) })),
        ]}
      />
      <details open>
        <summary>The first one as it would be kept</summary>
        <ul className={css.turns}>
          {first.turns.slice(0, 6).map((turn, at) => (
            <li key={at}>
              <strong>{turn.speaker === 'rep' ? 'Rep' : turn.speaker === 'customer' ? 'Customer' : 'Other'}:</strong>{' '}
              {turn.text}
            </li>
          ))}
          {first.answers.slice(0, 8).map((one, at) => (
            <li key={at}>
              {one.question}: <strong>{one.answer}</strong>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
