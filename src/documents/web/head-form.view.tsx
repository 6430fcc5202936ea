// The head of a document while it is written: title, introduction, owner, from when, for whom, and what its kind asks.
import { NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { ListedEntryOnWire } from '../../record/entries/entries.shape.ts';
import { withQuery } from '../../web/api.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import type { DocumentKind } from '../document.core.ts';
import { textOf, type DraftContent } from '../drafts/draft.core.ts';
import { headFields, isAsked } from '../drafts/part-fields.core.ts';
import css from './documents.module.css';
import { PartField } from './part-form.view.tsx';

export interface HeadFormProps {
  readonly kind: DocumentKind;
  readonly content: DraftContent;
  readonly change: (content: DraftContent) => void;
}

const rolesAtWork = ['owner', 'district-manager', 'manager', 'rep', 'trainer'];

export function HeadForm({ kind, content, change }: HeadFormProps) {
  const set = (more: Partial<DraftContent>): void => change({ ...content, ...more });
  const entries = (of: string) => withQuery('/v1/record/entries', { kind: of, limit: 200 });
  const sites = useAsked<{ items: ListedEntryOnWire[] }>(entries('sites')).data?.items ?? [];
  const people = useAsked<{ items: ListedEntryOnWire[] }>(entries('people')).data?.items ?? [];
  const everybody = textOf(content.fields['everybody']) === 'yes';
  const siteName = (id: string): string => sites.find((one) => one.key === id)?.says ?? id;
  return (
    <section className={css.partForm} aria-label="Head" id="head">
      <TextInput
        id="head-title"
        label="Title"
        maxLength={300}
        value={content.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        id="head-intro"
        label="Introduction"
        description="What it is about and why it is there. Leave it empty if the parts say it all."
        autosize
        minRows={2}
        maxRows={16}
        maxLength={20_000}
        value={content.intro}
        onChange={(event) => set({ intro: event.currentTarget.value })}
      />
      <div className={css.pair}>
        <Select
          id="head-owner"
          label="Who owns it"
          description="Who answers for it, and to whom letters go."
          placeholder="Nobody yet"
          searchable
          clearable
          nothingFoundMessage="Nobody of this name is on record."
          value={content.owner === '' ? null : content.owner}
          onChange={(owner) => set({ owner: owner ?? '' })}
          data={ownersFrom(content.owner, people)}
        />
        <TextInput
          id="head-from"
          type="date"
          label="From when it holds"
          description="Today or later: nobody keeps a rule that was not there."
          value={content.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <NativeSelect
          label="Looked at again after"
          description="Whoever doesn’t re-justify it by then lets it lapse."
          value={String(content.reviewMonths)}
          onChange={(event) => set({ reviewMonths: Number(event.currentTarget.value) })}
          data={[...new Set([3, 6, 12, 18, 24, 36, content.reviewMonths])]
            .toSorted((one, other) => one - other)
            .map((months) => ({ value: String(months), label: months === 1 ? '1 month' : `${months} months` }))}
        />
      </div>
      <div className={css.pair}>
        {headFields[kind]
          .filter((spec) => isAsked(spec, content.fields))
          .map((spec) => (
            <div key={spec.name} id={`head-${spec.name}`}>
              <PartField
                spec={spec}
                value={content.fields[spec.name]}
                set={(value) => set({ fields: { ...content.fields, [spec.name]: value } })}
              />
            </div>
          ))}
      </div>
      <fieldset className={css.group} id="head-scope">
        <legend>For whom</legend>
        <div className={css.checks}>
          <label>
            <input
              type="checkbox"
              checked={everybody && content.roles.length + content.sites.length === 0}
              onChange={(event) =>
                set({
                  roles: [],
                  sites: [],
                  fields: { ...content.fields, everybody: event.currentTarget.checked ? 'yes' : '' },
                })
              }
            />
            Everybody, everywhere
          </label>
        </div>
        <div className={css.pair}>
          <Chosen
            label="Or for these roles"
            chosen={content.roles}
            choices={rolesAtWork.map((role) => ({ value: role, label: role.replace('-', ' ') }))}
            change={(roles) => set({ roles, fields: { ...content.fields, everybody: '' } })}
          />
          <Chosen
            label="At these sites"
            chosen={content.sites}
            choices={sites.map(({ key }) => ({ value: key, label: siteName(key) }))}
            change={(chosen) => set({ sites: chosen, fields: { ...content.fields, everybody: '' } })}
          />
        </div>
      </fieldset>
    </section>
  );
}

function Chosen({
  label,
  chosen,
  choices,
  change,
}: {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly change: (chosen: readonly string[]) => void;
}) {
  const word = (value: string): string => choices.find((one) => one.value === value)?.label ?? value;
  return (
    <div className={css.group}>
      <NativeSelect
        label={label}
        value=""
        onChange={(event) => {
          if (event.currentTarget.value !== '') change([...chosen, event.currentTarget.value]);
        }}
        data={[
          { value: '', label: chosen.length === 0 ? 'All' : 'Add another' },
          ...choices.filter((one) => !chosen.includes(one.value)),
        ]}
      />
      <ul className={css.chips}>
        {chosen.map((value) => (
          <li key={value}>
            <button
              type="button"
              className={css.chip}
              aria-label={`Take ${word(value)} off`}
              onClick={() => change(chosen.filter((one) => one !== value))}
            >
              {word(value)} <span aria-hidden>×</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Roles first, then everybody on record; whoever owns it stays, though the list has them no more. */
function ownersFrom(owner: string, people: readonly ListedEntryOnWire[]) {
  const roles = ['owner', 'district-manager', 'manager', 'hr', 'trainer'];
  const known = owner === '' || roles.includes(owner) || people.some((one) => one.key === owner);
  return [
    { group: 'A role', items: roles.map((role) => ({ value: role, label: role.replace('-', ' ') })) },
    {
      group: 'A person',
      items: [
        ...people.map(({ key, says }) => ({ value: key, label: says })),
        ...(known ? [] : [{ value: owner, label: owner }]),
      ],
    },
  ];
}
