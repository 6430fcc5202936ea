// One clause or step while it is written: its words, what is asked beside them, the standards it is linked to; moved and taken out
// by buttons or keys.
import { ActionIcon, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { Markdown } from '../../web/kit/markdown.view.tsx';
import { sentence } from '../../web/kit/words.ts';
import type { DocumentKind } from '../document.core.ts';
import { textOf, type DraftPart, type FieldValue, type Fields } from '../drafts/draft.core.ts';
import { isAsked, partFields, partWords, type FieldSpec } from '../drafts/part-fields.core.ts';
import { toldField } from '../out/document-markdown.core.ts';
import css from './documents.module.css';

export interface PartFormProps {
  readonly kind: DocumentKind;
  readonly part: DraftPart;
  readonly at: number;
  readonly of: number;
  readonly head: Fields;
  readonly standards: readonly { readonly id: string; readonly title: string }[];
  readonly previews: boolean;
  readonly change: (part: DraftPart) => void;
  readonly move: (by: -1 | 1) => void;
  readonly drop: () => void;
  readonly addAfter: () => void;
}

export function PartForm({
  kind,
  part,
  at,
  of,
  head,
  standards,
  previews,
  change,
  move,
  drop,
  addAfter,
}: PartFormProps) {
  const word = partWords[kind].one;
  const name = `${word} ${part.id}`;
  const specs = partFields[kind].filter((spec) => isAsked(spec, head));
  const filled =
    specs.filter((spec) => toldField(part.fields[spec.name]) !== '').length +
    (part.serves.length + part.obstructs.length > 0 ? 1 : 0);
  // A long document has hundreds of them: they come when they are looked at.
  const [open, setOpen] = useState(false);
  const set = (field: string, value: FieldValue): void =>
    change({ ...part, fields: { ...part.fields, [field]: value } });
  const keys = (event: KeyboardEvent): void => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(event.key === 'ArrowUp' ? -1 : 1);
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      event.preventDefault();
      addAfter();
    }
  };
  return (
    <section className={css.partForm} id={`part-${part.id}`} aria-label={sentence(name)} onKeyDown={keys}>
      <div className={css.partHead}>
        <h2>{sentence(name)}</h2>
        <div className={css.tools}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={`Move ${name} up`}
            disabled={at === 0}
            onClick={() => move(-1)}
          >
            <IconArrowUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={`Move ${name} down`}
            disabled={at === of - 1}
            onClick={() => move(1)}
          >
            <IconArrowDown size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" size="lg" aria-label={`Take ${name} out`} onClick={drop}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      </div>
      {previews ? (
        part.text.trim() === '' ? (
          <p className={css.soft}>No words yet.</p>
        ) : (
          <Markdown text={part.text} under={3} />
        )
      ) : (
        <Textarea
          id={`words-${part.id}`}
          label="What it says"
          autosize
          minRows={2}
          maxRows={24}
          maxLength={20_000}
          value={part.text}
          onChange={(event) => change({ ...part, text: event.currentTarget.value })}
        />
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {kind === 'policy' ? 'Why it stands, and its standards' : 'Who, words to use, limits, its standards'}
          {filled === 0 ? '' : ` (${filled} filled in)`}
        </summary>
        {open ? (
          <div className={css.fields}>
            {specs.map((spec) => (
              <PartField
                key={spec.name}
                spec={spec}
                value={part.fields[spec.name]}
                set={(value) => set(spec.name, value)}
              />
            ))}
            <div className={css.pair}>
              <StandardLinks
                label="Helps to keep"
                ids={part.serves}
                standards={standards}
                change={(serves) => change({ ...part, serves })}
              />
              <StandardLinks
                label="Stands in the way of"
                ids={part.obstructs}
                standards={standards}
                change={(obstructs) => change({ ...part, obstructs })}
              />
            </div>
          </div>
        ) : null}
      </details>
    </section>
  );
}

export function PartField({
  spec,
  value,
  set,
}: {
  readonly spec: FieldSpec;
  readonly value: FieldValue | undefined;
  readonly set: (value: FieldValue) => void;
}) {
  const { label, help, input, choices = [] } = spec;
  if (input === 'factor') return <FactorField spec={spec} value={value} set={set} />;
  if (input === 'choice')
    return (
      <NativeSelect
        label={label}
        description={help}
        value={textOf(value)}
        onChange={(event) => set(event.currentTarget.value)}
        data={[{ value: '', label: 'Choose' }, ...choices]}
      />
    );
  const common = { label, description: help, value: textOf(value) };
  return input === 'line' ? (
    <TextInput {...common} maxLength={2000} onChange={(event) => set(event.currentTarget.value)} />
  ) : (
    <Textarea
      {...common}
      autosize
      minRows={2}
      maxRows={12}
      maxLength={8000}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}

function FactorField({ spec, value, set }: Parameters<typeof PartField>[0]) {
  const { answer = '', reason = '' } =
    typeof value === 'object' && !Array.isArray(value) ? (value as Readonly<Record<string, string>>) : {};
  return (
    <fieldset className={css.group}>
      <legend>{spec.label}</legend>
      <p className={css.small}>{spec.help}</p>
      <div className={css.pair}>
        <NativeSelect
          label="Answer"
          value={answer}
          onChange={(event) => set({ answer: event.currentTarget.value, reason })}
          data={[
            { value: '', label: 'Not answered' },
            { value: 'yes', label: 'Yes' },
            { value: 'partly', label: 'Partly' },
            { value: 'no', label: 'No' },
          ]}
        />
        <TextInput
          label="Because"
          maxLength={2000}
          value={reason}
          onChange={(event) => set({ answer, reason: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}

function StandardLinks({
  label,
  ids,
  standards,
  change,
}: {
  readonly label: string;
  readonly ids: readonly string[];
  readonly standards: PartFormProps['standards'];
  readonly change: (ids: readonly string[]) => void;
}) {
  const titles = new Map(standards.map(({ id, title }) => [id, title]));
  return (
    <div className={css.group}>
      <NativeSelect
        label={label}
        value=""
        onChange={(event) => {
          if (event.currentTarget.value !== '') change([...ids, event.currentTarget.value]);
        }}
        data={[
          { value: '', label: 'Add a standard' },
          ...standards.filter(({ id }) => !ids.includes(id)).map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <ul className={css.chips}>
        {ids.map((id) => (
          <li key={id}>
            <button
              type="button"
              className={css.chip}
              aria-label={`Take the link to ${titles.get(id) ?? id} off`}
              onClick={() => change(ids.filter((one) => one !== id))}
            >
              {titles.get(id) ?? id} <span aria-hidden>×</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
