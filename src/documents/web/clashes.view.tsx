// Places where two people wrote at the same time: both texts beside each other, and the choice between them.
import { Button } from '@mantine/core';
import type { DraftStateOnWire } from '../../record/publish/documents.shape.ts';
import { sentence } from '../../web/kit/words.ts';
import { textOf, type DraftContent, type DraftPart, type FieldValue } from '../drafts/draft.core.ts';
import { same, withPlace } from '../drafts/merge.core.ts';
import { headFields, partFields, partWords } from '../drafts/part-fields.core.ts';
import { toldField } from '../out/document-markdown.core.ts';
import css from './documents.module.css';

export interface ClashesProps {
  readonly told: DraftStateOnWire;
  readonly content: DraftContent;
  readonly change: (content: DraftContent, settles: readonly string[]) => void;
  /** Those that were chosen in already, and are on their way. */
  readonly settled: ReadonlySet<string>;
}

export function Clashes({ told, content, change, settled }: ClashesProps) {
  const { kind } = told.draft;
  const open = told.clashes.filter((clash) => !settled.has(clash.id));
  if (open.length === 0) return null;
  return (
    <section className={css.card} data-tone="serious" aria-label="Two texts" id="clash">
      <h2>Two people wrote in the same place</h2>
      <p>Both texts are kept. Choose one, or copy what you need from the other first.</p>
      {open.map((clash) => {
        const stands = placeIn(content, clash.place);
        const mine = clash.mine as unknown;
        const settle = (value: unknown, chosen: boolean): void =>
          change(chosen ? withPlace(content, clash.place, value) : content, [clash.id]);
        const place = placeName(kind, clash.place);
        return (
          <div key={clash.id} className={css.group}>
            <h3>{sentence(place)}</h3>
            <div className={css.two}>
              <Text title="As it stands" value={stands} kind={kind} />
              <Text title={`As ${told.names[clash.by] ?? 'somebody'} wrote it`} value={mine} kind={kind} />
            </div>
            <p className={css.actions}>
              <Button variant="default" size="sm" onClick={() => settle(stands, false)}>
                Keep the first
              </Button>
              <Button
                variant="default"
                size="sm"
                onClick={() => settle(mine, true)}
                disabled={same(stands, mine ?? null)}
              >
                Take the second
              </Button>
            </p>
          </div>
        );
      })}
    </section>
  );
}

function Text({
  title,
  value,
  kind,
}: {
  readonly title: string;
  readonly value: unknown;
  readonly kind: 'policy' | 'procedure';
}) {
  return (
    <div>
      <p className={css.small}>{title}</p>
      <p className={css.words}>{wordsOf(value, kind)}</p>
    </div>
  );
}

function placeIn(content: DraftContent, place: string): unknown {
  if (place.startsWith('part:')) return content.parts.find((part) => `part:${part.id}` === place) ?? null;
  if (place.startsWith('field:')) return content.fields[place.slice(6)] ?? null;
  return content[place as keyof DraftContent];
}

function wordsOf(value: unknown, kind: 'policy' | 'procedure'): string {
  if (value === null || value === undefined || value === '') return 'Nothing: it was taken out.';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.join(', ') || 'none';
  if (typeof value === 'object' && 'text' in value) {
    const part = value as DraftPart;
    const beside = partFields[kind].flatMap(({ name, label }) => {
      const words = toldField(part.fields[name]);
      return words === '' ? [] : [`${label}: ${words}`];
    });
    return [part.text, ...beside].join('\n');
  }
  return toldField(value as FieldValue) || textOf(value as FieldValue);
}

function placeName(kind: 'policy' | 'procedure', place: string): string {
  if (place.startsWith('part:')) return `${partWords[kind].one} ${place.slice(5)}`;
  const name = place.replace('field:', '');
  const words: Readonly<Record<string, string>> = {
    intro: 'introduction',
    from: 'from when it holds',
    reviewMonths: 'when it is looked at again',
  };
  return headFields[kind].find((spec) => spec.name === name)?.label ?? words[name] ?? name;
}
