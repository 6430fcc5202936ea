// One field of a row's form: what a column asks, in the kind of field that a thumb can fill. People and sites are chosen by
// name; several values are chips that are added and taken off.
import { NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { RowForm } from '../by-hand/by-hand-row.shape.ts';
import css from './record.module.css';

export type Value = string | readonly string[];
type Field = RowForm['fields'][number];

export interface RowFieldProps {
  readonly field: Field;
  readonly form: RowForm;
  readonly value: Value;
  /** What stands on record, where a row is corrected. */
  readonly was: Value | undefined;
  readonly wrong: string | undefined;
  readonly set: (value: Value) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

export function RowField({ field, form, value, was, wrong, set }: RowFieldProps) {
  const choices = choicesOf(field, form);
  const shared = {
    label: field.label,
    description: hintOf(field, value, was, choices),
    error: wrong,
    size: 'md',
  } as const;
  if (field.several)
    return (
      <Several
        field={field}
        choices={choices}
        value={typeof value === 'string' ? [value] : value}
        {...shared}
        set={set}
      />
    );
  const text = typeof value === 'string' ? value : value.join('; ');
  const stays = field.fixed && form.before !== null;
  if (choices)
    return (
      <NativeSelect
        {...shared}
        value={text}
        required={field.required}
        disabled={stays}
        onChange={(event) => set(event.currentTarget.value)}
        data={[{ value: '', label: 'Choose' }, ...withOwn(choices, text)]}
      />
    );
  const before = field.kind === 'text' || field.kind === 'id' ? (form.suggestions[field.name] ?? []) : [];
  return (
    <div>
      <TextInput
        {...shared}
        type={inputs[field.kind] ?? 'text'}
        {...(before.length > 0 ? { list: `before-${field.name}` } : {})}
        {...(field.kind === 'money' || field.kind === 'count' ? { inputMode: 'decimal' as const } : {})}
        value={text}
        required={field.required}
        disabled={stays}
        maxLength={2000}
        onChange={(event) => set(event.currentTarget.value)}
      />
      {before.length > 0 ? (
        <datalist id={`before-${field.name}`}>
          {before.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
    </div>
  );
}

const inputs: Readonly<Partial<Record<Field['kind'], string>>> = {
  day: 'date',
  moment: 'datetime-local',
  month: 'month',
};

function choicesOf(field: Field, form: RowForm): readonly Choice[] | null {
  switch (field.kind) {
    case 'choice':
      return (field.choices ?? []).map((value) => ({ value, label: sentence(value) }));
    case 'person':
      return form.people.map(({ id, name, sites }) => ({
        value: id,
        label: sites.length > 0 ? name : `${name} (no post today)`,
      }));
    case 'site':
      return form.sites.map(({ id, name }) => ({ value: id, label: name }));
    case 'standard':
      return form.standards.map(({ id, title }) => ({ value: id, label: title }));
    case 'role':
      return form.roles.length > 0 && field.several
        ? form.roles.map((value) => ({ value, label: sentence(value) }))
        : null;
    default:
      return null;
  }
}

/** What stands there stays to be chosen, even where it is no longer among the choices. */
function withOwn(choices: readonly Choice[], value: string): readonly Choice[] {
  return value === '' || choices.some((one) => one.value === value) ? choices : [...choices, { value, label: value }];
}

function hintOf(
  field: Field,
  value: Value,
  was: Value | undefined,
  choices: readonly Choice[] | null,
): string | undefined {
  if (was === undefined || String(was) === String(value)) return field.hint;
  const words = [was].flat().map((one) => choices?.find(({ value: id }) => id === one)?.label ?? one);
  return `Until now: ${words.join(', ')}`;
}

function sentence(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface SeveralProps {
  readonly field: Field;
  readonly choices: readonly Choice[] | null;
  readonly value: readonly string[];
  readonly label: string;
  readonly description: string | undefined;
  readonly error: string | undefined;
  readonly set: (value: Value) => void;
}

function Several({ field, choices, value, label, description, error, set }: SeveralProps) {
  if (!choices)
    return (
      <TextInput
        label={label}
        description={description ?? 'Several with ; between.'}
        error={error}
        size="md"
        value={value.join('; ')}
        onChange={(event) => set(event.currentTarget.value.split(/;\s?/))}
      />
    );
  const left = choices.filter((one) => !value.includes(one.value));
  return (
    <fieldset className={css.several}>
      <NativeSelect
        label={label}
        description={description}
        error={error}
        size="md"
        value=""
        onChange={(event) => event.currentTarget.value !== '' && set([...value, event.currentTarget.value])}
        data={[{ value: '', label: value.length === 0 ? 'Choose' : 'Choose another' }, ...left]}
      />
      {value.length > 0 ? (
        <ul className={css.chosen} aria-label={`Chosen: ${field.label}`}>
          {value.map((one) => (
            <li key={one}>
              <button type="button" className={css.chip} onClick={() => set(value.filter((other) => other !== one))}>
                {choices.find((choice) => choice.value === one)?.label ?? one}
                <IconX size={14} aria-label="Take it off" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </fieldset>
  );
}
