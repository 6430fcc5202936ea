// What the columns, the questions and the answers of another tool's export are: guessed, and corrected here.
import { NativeSelect } from '@mantine/core';
import kit from '../../web/kit/looked-into.module.css';
import { ColumnName, YesSaysFields } from '../../web/kit/looked-into.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import type { MarksPreview } from '../other-tools/mapped-marks.shape.ts';
import css from './other-tools.module.css';

type Mapping = MarksPreview['mapping'];

export interface MarkMappingProps {
  readonly preview: MarksPreview;
  readonly busy: boolean;
  readonly change: (mapping: Mapping) => void;
}

const kinds: readonly { readonly value: Mapping['columns'][number]['to']; readonly label: string }[] = [
  { value: 'ignore', label: 'leave out' },
  { value: 'contact', label: 'names the contact' },
  { value: 'asked', label: 'a question; its cells are answers' },
  { value: 'question', label: 'names the question' },
  { value: 'answer', label: 'the answer to it' },
  { value: 'marker', label: 'who marked' },
  { value: 'day', label: 'the day' },
  { value: 'chance', label: 'the chance of being drawn' },
];

const meanings: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: 'not said yet: such rows are refused' },
  { value: 'yes', label: 'yes' },
  { value: 'no', label: 'no' },
  { value: 'met', label: 'met' },
  { value: 'failed', label: 'missed' },
  { value: 'not-applicable', label: 'did not apply' },
  { value: 'unsure', label: 'can’t be told' },
  { value: 'leave', label: 'no mark: leave such rows out' },
];

export function MarkMapping({ preview, busy, change }: MarkMappingProps) {
  const { headers, rows, mapping, missing, kept } = preview;
  return (
    <>
      <section className={kit.card} aria-labelledby="columns" aria-busy={busy}>
        <h2 id="columns">What its columns are</h2>
        <p role="status">
          {missing ??
            (kept
              ? 'Read as the last file with these columns was. Check it, and correct what is wrong.'
              : 'Check what each was taken for, and correct what is wrong.')}
        </p>
        <ul className={`${kit.rows} ${css.columns}`}>
          {headers.map((header, at) => {
            const one = mapping.columns[at]!;
            return (
              <li key={at} data-used={one.to !== 'ignore' || undefined}>
                <ColumnName header={header} rows={rows} at={at} />
                <NativeSelect
                  aria-label={`What “${header}” is`}
                  value={one.to}
                  data={[...kinds]}
                  onChange={(event) => {
                    const to = event.currentTarget.value as typeof one.to;
                    change({
                      ...mapping,
                      columns: mapping.columns.map((column, index) => (index === at ? { ...column, to } : column)),
                    });
                  }}
                />
              </li>
            );
          })}
        </ul>
      </section>
      {mapping.questions.length > 0 ? <Questions preview={preview} busy={busy} change={change} /> : null}
      {mapping.answers.length > 0 ? <Answers preview={preview} busy={busy} change={change} /> : null}
    </>
  );
}

function Questions({ preview: { mapping, standards }, change, busy }: MarkMappingProps) {
  const put = (at: number, next: Mapping['questions'][number]): void =>
    change({ ...mapping, questions: mapping.questions.map((one, index) => (index === at ? next : one)) });
  const choices = [
    { value: '', label: 'leave out' },
    ...standards.map(({ id, title }) => ({ value: id, label: title })),
  ];
  return (
    <section className={kit.card} aria-labelledby="questions" aria-busy={busy}>
      <h2 id="questions">Which standard each question speaks of</h2>
      <ul className={`${kit.rows} ${css.columns}`}>
        {mapping.questions.map((one, at) => (
          <li key={one.asks} data-used={one.standard !== null || undefined}>
            <div className={kit.name}>
              <strong>{one.asks}</strong>
            </div>
            <NativeSelect
              aria-label={`The standard of “${one.asks}”`}
              value={one.standard ?? ''}
              data={choices}
              onChange={(event) => {
                const id = event.currentTarget.value;
                const kind = standards.find((standard) => standard.id === id)?.kind;
                put(at, { ...one, standard: id === '' ? null : id, yesIsKept: kind !== 'atrocity' });
              }}
            />
            {one.standard === null ? null : (
              <YesSaysFields of={one.asks} says={one} countsAs="yes" change={(says) => put(at, { ...one, ...says })} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answers({ preview: { mapping, unknown }, change, busy }: MarkMappingProps) {
  const times = new Map(
    unknown.filter((one) => one.what === 'answer').map((one) => [one.said.toLowerCase(), one.rows]),
  );
  return (
    <section className={kit.card} aria-labelledby="answers" aria-busy={busy}>
      <h2 id="answers">What each answer means</h2>
      <ul className={`${kit.rows} ${css.columns}`}>
        {mapping.answers.map((one, at) => (
          <li key={one.said} data-used={one.means !== null || undefined}>
            <div className={kit.name}>
              <strong>{`“${one.said}”`}</strong>
              {times.has(one.said.toLowerCase()) ? (
                <span className={kit.soft}>{`in ${countOf(times.get(one.said.toLowerCase()) ?? 0, 'cell')}`}</span>
              ) : null}
            </div>
            <NativeSelect
              aria-label={`What “${one.said}” means`}
              value={one.means ?? ''}
              data={[...meanings]}
              onChange={(event) => {
                const said = event.currentTarget.value;
                const means = said === '' ? null : (said as NonNullable<typeof one.means>);
                change({
                  ...mapping,
                  answers: mapping.answers.map((answer, index) => (index === at ? { ...answer, means } : answer)),
                });
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
