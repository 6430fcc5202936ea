// How the list is narrowed: words first, then what is known of a contact. What is set stands below as chips, each with a way out.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { type RefObject, useEffect, useState } from 'react';
import type { Overview } from '../../diagnosis/overview/overview.shape.ts';
import { channels } from '../../standards/encounter.core.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { sees, useMe } from '../../web/me.ts';
import { type ContactQuery, set, without } from './contact-query.ts';
import { kindOf } from '../contact-words.core.ts';
import { outcomeNames, outcomeOf, plainly, shortDay } from './contact-words.ts';
import { useStandards } from './standards-list.ts';
import css from './contacts.module.css';

export interface FiltersProps {
  readonly query: ContactQuery;
  readonly change: (next: ContactQuery) => void;
  readonly words: RefObject<HTMLInputElement | null>;
}

const readers = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor'] as const;

export function Filters({ query, change, words }: FiltersProps) {
  const [open, setOpen] = useState(false);
  const sites = useSites();
  const standards = useStandards();
  return (
    <search className={css.filters} aria-label="Find contacts">
      <div className={css.search}>
        <Words query={query} change={change} field={words} />
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          Filters
        </Button>
      </div>
      {open ? (
        <div className={css.fields}>
          <Choice
            label="Standard"
            value={query.standard}
            all="Any standard"
            options={standards.map((one) => [one.id, one.title])}
            pick={(value) => change(set(value === '' ? without(query, 'verdict') : query, 'standard', value))}
          />
          <Choice
            label="Came out as"
            value={query.verdict}
            all={query.standard ? 'Missed' : 'Anything'}
            options={[
              ['failed', 'Missed'],
              ['met', 'Met'],
              ['unsure', 'Can’t be told'],
            ]}
            pick={(value) => change(set(query, 'verdict', value))}
          />
          <Choice
            label="Site"
            value={query.site}
            all="All sites"
            options={sites.map((one) => [one.id, one.name])}
            pick={(value) => change(set(query, 'site', value))}
          />
          <Choice
            label="Came as"
            value={query.channel}
            all="Anything"
            options={channels.map((one) => [one, kindOf(one)])}
            pick={(value) => change(set(query, 'channel', value))}
          />
          <Choice
            label="Outcome"
            value={query.outcome}
            all="Any outcome"
            options={outcomeNames.map((one) => [one, outcomeOf(one)])}
            pick={(value) => change(set(query, 'outcome', value))}
          />
          <TextInput
            type="date"
            label="From"
            value={query.from ?? ''}
            onChange={(event) => change(set(query, 'from', event.currentTarget.value))}
          />
          <TextInput
            type="date"
            label="To"
            value={query.to ?? ''}
            onChange={(event) => change(set(query, 'to', event.currentTarget.value))}
          />
        </div>
      ) : null}
      <Chips query={query} change={change} sites={sites} standards={standards} />
    </search>
  );
}

// What is typed goes into the address a moment later, so that no letter costs a question.
function Words({
  query,
  change,
  field,
}: Pick<FiltersProps, 'query' | 'change'> & { readonly field: FiltersProps['words'] }) {
  const [typed, setTyped] = useState(query.words ?? '');
  const [known, setKnown] = useState(query.words);
  if (known !== query.words) {
    setKnown(query.words);
    if ((query.words ?? '') !== typed.trim()) setTyped(query.words ?? '');
  }
  useEffect(() => {
    if (typed.trim() === (query.words ?? '')) return;
    const wait = setTimeout(() => change(set(query, 'words', typed.trim())), 250);
    return () => clearTimeout(wait);
  });
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label="Words that were said"
      placeholder="Words that were said, e.g. “never called back”"
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={<kbd className={css.key}>/</kbd>}
      value={typed}
      maxLength={300}
      size="md"
      className={css.wordsField}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}

function Choice({
  label,
  value,
  all,
  options,
  pick,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly all: string;
  readonly options: readonly (readonly [string, string])[];
  readonly pick: (value: string) => void;
}) {
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={(event) => pick(event.currentTarget.value)}
      data={[{ value: '', label: all }, ...options.map(([id, name]) => ({ value: id, label: name }))]}
    />
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function Chips({
  query,
  change,
  sites,
  standards,
}: Pick<FiltersProps, 'query' | 'change'> & {
  readonly sites: readonly Named[];
  readonly standards: readonly { readonly id: string; readonly title: string }[];
}) {
  const says: Readonly<Record<keyof ContactQuery, (value: string) => string>> = {
    words: (value) => `“${value}”`,
    standard: (value) => standards.find((one) => one.id === value)?.title ?? value,
    verdict: (value) => ({ failed: 'Missed', met: 'Met', unsure: 'Can’t be told' })[value] ?? value,
    site: (value) => sites.find((one) => one.id === value)?.name ?? value,
    person: () => 'One person',
    channel: kindOf,
    outcome: outcomeOf,
    kind: plainly,
    from: (value) => `From ${shortDay(value)}`,
    to: (value) => `To ${shortDay(value)}`,
  };
  const chips = (Object.entries(query) as [keyof ContactQuery, string][]).filter(([name]) => name !== 'words');
  if (chips.length === 0) return null;
  return (
    <ul className={css.chips} aria-label="Filters that are set">
      {chips.map(([name, value]) => (
        <li key={name}>
          <button type="button" className={css.chip} onClick={() => change(without(query, name))}>
            {says[name](value)}
            <IconX size={14} aria-label="take out" />
          </button>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <button type="button" className={css.clear} onClick={() => change({})}>
            Clear all
          </button>
        </li>
      ) : null}
    </ul>
  );
}

function useSites(): readonly Named[] {
  const me = useMe();
  const { data } = useAsked<Overview>(sees(me, readers) ? '/v1/overview' : '/v1/me');
  return data && 'sites' in data ? data.sites : [];
}
