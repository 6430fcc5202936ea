// The fields of one duty: what is done and what the customer has of it first, the rest below.
import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dutyParts, type DutyPart, type WrittenDuty } from '../../job-descriptions/job-description.core.ts';
import { partWords } from '../../job-descriptions/job-description-text.core.ts';
import css from './duties.module.css';

export interface DutyFieldsProps {
  readonly duty: WrittenDuty;
  readonly set: (duty: WrittenDuty) => void;
  readonly standards?: readonly { readonly id: string; readonly title: string }[];
  /** What is amiss, by part. */
  readonly wrong?: Readonly<Record<string, string>>;
}

export function newDuty(): WrittenDuty {
  const id = [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const blank = Object.fromEntries(dutyParts.map((part) => [part, ''])) as Record<DutyPart, string>;
  return { id, ...blank, standards: [] };
}

export function DutyFields({ duty, set, standards = [], wrong = {} }: DutyFieldsProps) {
  const field = (part: DutyPart) => ({
    label: partWords[part].label,
    description: partWords[part].help,
    value: duty[part],
    error: wrong[part],
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      set({ ...duty, [part]: value }),
  });
  // Opened, it has fields that take long to draw; a job may have twenty duties.
  const [open, setOpen] = useState(() =>
    dutyParts.some((part) => !['task', 'outcome'].includes(part) && duty[part] !== ''),
  );
  return (
    <div className={css.fields}>
      <TextInput {...field('task')} maxLength={200} required />
      <Textarea {...field('outcome')} autosize minRows={1} maxLength={2000} required />
      <details className={css.more} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>When, how, with what, how far</summary>
        {open ? (
          <div className={css.fields}>
            {(['trigger', 'standard', 'method', 'tools', 'authority'] as const).map((part) => (
              <Textarea key={part} {...field(part)} autosize minRows={1} maxLength={2000} />
            ))}
            {standards.length > 0 ? (
              <MultiSelect
                label="Standards that doing it well keeps"
                description="What your contacts are marked by. Then it is seen whether this duty comes up."
                searchable
                data={standards.map((one) => ({ value: one.id, label: one.title }))}
                value={[...duty.standards]}
                onChange={(value) => set({ ...duty, standards: value })}
              />
            ) : null}
          </div>
        ) : null}
      </details>
    </div>
  );
}
