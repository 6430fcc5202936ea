// What changed, part by part, with the words lit: what was put in, what was taken out; and how much each change weighs.
import type { PartChangeOnWire } from '../../record/publish/documents.shape.ts';
import { sentence } from '../../web/kit/words.ts';
import type { DocumentKind } from '../document.core.ts';
import { headFields, partFields, partWords } from '../drafts/part-fields.core.ts';
import css from './documents.module.css';

const headNames: Readonly<Record<string, string>> = {
  title: 'title',
  intro: 'introduction',
  owner: 'owner',
  roles: 'roles it is for',
  sites: 'sites it is for',
  everybody: 'whether it is for everybody',
  document: 'whole document',
};
const whatWords = { added: 'put in', removed: 'taken out', changed: 'changed', moved: 'moved' } as const;

function placeOf(kind: DocumentKind, { part, field }: PartChangeOnWire): string {
  if (part === '') {
    const spec = headFields[kind].find((one) => one.name === field);
    return `Its ${headNames[field] ?? spec?.label.toLowerCase() ?? field}`;
  }
  const whole = `${sentence(partWords[kind].one)} ${part}`;
  if (field === 'text' || field === 'place') return whole;
  if (field === 'serves') return `${whole}, what it helps to keep`;
  if (field === 'obstructs') return `${whole}, what it stands in the way of`;
  return `${whole}, ${partFields[kind].find((one) => one.name === field)?.label.toLowerCase() ?? field}`;
}

export function ChangesTold({
  kind,
  changes,
}: {
  readonly kind: DocumentKind;
  readonly changes: readonly PartChangeOnWire[];
}) {
  if (changes.length === 0) return <p className={css.soft}>Not a word is different.</p>;
  return (
    <div>
      {changes.map((change) => (
        <div key={`${change.part} ${change.field} ${change.what}`} className={css.change}>
          <p className={css.small}>
            <strong>{placeOf(kind, change)}</strong> {whatWords[change.what]} ({change.weight}:{' '}
            {change.because.join(', ')})
          </p>
          {change.words.length === 0 ? null : (
            <p className={css.words}>
              {change.words.map(({ text, was }, at) =>
                was === 'kept' ? (
                  <span key={at}>{text}</span>
                ) : was === 'added' ? (
                  <ins key={at}>{text}</ins>
                ) : (
                  <del key={at}>{text}</del>
                ),
              )}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
