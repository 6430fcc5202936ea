// The form that asks for a judge's file: looked at first, what is missing said plainly, then made.
import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { send } from '../../web/api.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { counted } from '../../web/kit/words.ts';
import type { BundleChoicesOnWire, BundleOnWire, BundleSummaryOnWire } from '../binder.shape.ts';
import { sections, sectionTitles } from '../bundle.core.ts';
import css from './binder.module.css';

const today = (): string => new Date().toISOString().slice(0, 10);
type Told = Record<'from' | 'to' | 'site' | 'person' | 'document' | 'standard' | 'hold', string>;

export function AskForm({ makes }: { readonly makes: boolean }) {
  const queries = useQueryClient();
  const [told, setTold] = useState<Told>(() => ({
    from: today(),
    to: '',
    site: '',
    person: '',
    document: '',
    standard: '',
    hold: '',
  }));
  const { data: choices } = useAsked<BundleChoicesOnWire>('/v1/bundle-choices');
  const preview = useMutation({
    mutationFn: async () => send<BundleSummaryOnWire>('POST', '/v1/bundles/preview', bodyOf({ ...told, hold: '' })),
  });
  const make = useMutation({
    mutationFn: async () => send<BundleOnWire>('POST', '/v1/bundles', bodyOf(told)),
    onSuccess: async () => {
      preview.reset();
      await queries.invalidateQueries({ queryKey: ['/v1/bundles'] });
    },
  });
  // What was looked at is of what was asked then: a change asks anew.
  const set = (name: keyof Told, value: string | null): void => {
    preview.reset();
    make.reset();
    setTold((before) => ({ ...before, [name]: value ?? '' }));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    preview.mutate();
  };
  const choice = (name: keyof Told, label: string, all: string, list: BundleChoicesOnWire['sites'] | undefined) => (
    <Select
      label={label}
      placeholder={all}
      data={(list ?? []).map((one) => ({
        value: one.id,
        label: one.name === one.id ? one.id : `${one.name} (${one.id})`,
      }))}
      value={told[name] === '' ? null : told[name]}
      onChange={(value) => set(name, value)}
      searchable
      clearable
      limit={50}
      nothingFoundMessage="Nothing by this name"
    />
  );
  return (
    <section className={css.section} aria-labelledby="ask">
      <h2 id="ask">What is it about?</h2>
      <form className={css.form} onSubmit={submit}>
        <div className={css.fields}>
          <TextInput
            label="The day, or the first day"
            type="date"
            required
            withAsterisk={false}
            value={told.from}
            onChange={(event) => set('from', event.currentTarget.value)}
          />
          <TextInput
            label="The last day (empty: one day)"
            type="date"
            value={told.to}
            min={told.from}
            onChange={(event) => set('to', event.currentTarget.value)}
          />
          {choice('site', 'Site', 'Every site', choices?.sites)}
          {choice('person', 'Person', 'Everybody', choices?.people)}
          {choice('document', 'Policy or procedure', 'Every one', choices?.documents)}
          {choice('standard', 'Standard', 'Every one', choices?.standards)}
        </div>
        {preview.data ? <Preview {...preview.data} /> : null}
        {preview.data && makes && told.site !== '' ? (
          <TextInput
            label="Place a legal hold too? Say why"
            description="Empty: none. With a reason, nothing that was said at this site in these days is erased until an owner or counsel releases it."
            placeholder="A letter from their lawyer, 12 May"
            value={told.hold}
            minLength={3}
            maxLength={500}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTold((before) => ({ ...before, hold: value }));
            }}
          />
        ) : null}
        {preview.error ? <ProblemNotice problem={preview.error} /> : null}
        {make.error ? <ProblemNotice problem={make.error} /> : null}
        {make.data ? (
          <p role="status">It is being made. You can leave this page: it stands in the list below.</p>
        ) : null}
        <div className={css.acts}>
          <Button type="submit" variant={preview.data && makes ? 'default' : 'filled'} loading={preview.isPending}>
            See what would be in it
          </Button>
          {preview.data && makes ? (
            <Button onClick={() => make.mutate()} loading={make.isPending}>
              Make the file
            </Button>
          ) : null}
        </div>
      </form>
    </section>
  );
}

function Preview({ sections: rows, nothing }: BundleSummaryOnWire) {
  return (
    <div className={css.section} role="status">
      <dl className={css.sum} aria-label="What would be in it">
        {sections
          .filter((one) => one !== 'corrected')
          .map((one) => (
            <div key={one}>
              <dt>{sectionTitles[one]}</dt>
              <dd>{counted(rows[one] ?? 0)}</dd>
            </div>
          ))}
      </dl>
      {nothing.length > 0 ? (
        <div className={css.missing}>
          <strong>What is not on record</strong>
          <ul>
            {nothing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function bodyOf({ from, to, ...rest }: Told): Record<string, string> {
  // A hold is on a site with its days: without one it isn't asked for.
  const narrowed = Object.fromEntries(
    Object.entries(rest).filter(([name, value]) => value !== '' && (name !== 'hold' || rest.site !== '')),
  );
  return { from, to: to === '' ? from : to, ...narrowed };
}
