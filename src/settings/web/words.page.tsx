// The organisation's own words: what it calls itself and its customers, what it offers, what a customer is worth. Checked like
// organisation.yaml, kept in the same place.
import { Button, TextInput, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ApiProblem, send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { RunJob } from '../../web/kit/run-job.view.tsx';
import type { KeptWordsOnWire, WordsOnWire } from '../words/words.shape.ts';
import css from './settings.module.css';

const path = '/v1/organisation';

export function Page() {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Your words</h1>
        <p className={css.lede}>
          Pages and reports speak as you do, and standards listen for the names that your people say.
        </p>
      </header>
      <Ask<KeptWordsOnWire> path={path}>{({ words }) => <WordsForm words={words} />}</Ask>
    </div>
  );
}

type Told = Readonly<Record<keyof WordsOnWire, string>>;

function WordsForm({ words }: { readonly words: WordsOnWire | null }) {
  const queries = useQueryClient();
  const [told, setTold] = useState(() => toldOf(words));
  const save = useMutation({
    mutationFn: async () => send<KeptWordsOnWire>('PUT', path, wordsOf(told)),
    onSuccess: async () => queries.invalidateQueries(),
  });
  const refused = save.error instanceof ApiProblem ? save.error : null;
  const field = (name: keyof Told) => ({
    value: told[name],
    error: refused?.errors.find(({ pointer }) => pointer === `/${name}`)?.detail ?? null,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      save.reset();
      setTold((before) => ({ ...before, [name]: value }));
    },
    withAsterisk: false,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={css.narrow} onSubmit={submit}>
      <TextInput label="Name" {...field('name')} required />
      <Textarea
        label="Other names"
        description="One a line: short forms that people answer the telephone with."
        autosize
        minRows={2}
        {...field('otherNames')}
      />
      <TextInput
        label="What you call a customer"
        description="customer, member, patient, constituent …"
        {...field('customerWord')}
        required
      />
      <Textarea
        label="What you offer"
        description="One a line, in the words that people say."
        autosize
        minRows={2}
        {...field('products')}
      />
      <TextInput
        label="Currency"
        description="Three letters, such as USD."
        {...field('currency')}
        required
        maxLength={3}
      />
      <h2>What you assume of money</h2>
      <p className={css.soft}>What failing costs is told with these. Leave empty what you don’t know.</p>
      <TextInput label="Enquiries a month, over all sites" inputMode="numeric" {...field('enquiriesAMonth')} />
      <TextInput label="Of a hundred enquiries, won" inputMode="decimal" {...field('conversion')} />
      <TextInput
        label="What one customer is worth, over the whole stay"
        inputMode="decimal"
        {...field('worthOfAStay')}
      />
      {save.error ? <ProblemNotice problem={save.error} /> : null}
      <div>
        <Button type="submit" loading={save.isPending}>
          Keep these words
        </Button>
      </div>
      {save.isSuccess ? (
        <div className={css.panel} role="status">
          <p>
            <strong>Kept.</strong> Pages say it from now on. Where names or products changed, contacts are marked anew
            by them.
          </p>
          <RunJob work="marking" label="Mark now" says="Marking" />
        </div>
      ) : null}
    </form>
  );
}

function toldOf(words: WordsOnWire | null): Told {
  const amount = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : String(value);
  const conversion = words?.conversion ?? null;
  return {
    name: words?.name ?? '',
    otherNames: (words?.otherNames ?? []).join('\n'),
    customerWord: words?.customerWord ?? 'customer',
    products: (words?.products ?? []).join('\n'),
    currency: words?.currency ?? '',
    enquiriesAMonth: amount(words?.enquiriesAMonth),
    conversion: conversion === null ? '' : String(Math.round(conversion * 1000) / 10),
    worthOfAStay: amount(words?.worthOfAStay),
  };
}

function wordsOf(told: Told): Record<string, unknown> {
  const lines = (text: string): string[] =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const amount = (text: string): number | null => {
    const value = text.trim().replaceAll(',', '');
    return value === '' ? null : Number(value);
  };
  const won = amount(told.conversion);
  return {
    name: told.name,
    otherNames: lines(told.otherNames),
    customerWord: told.customerWord,
    products: lines(told.products),
    currency: told.currency,
    enquiriesAMonth: amount(told.enquiriesAMonth),
    conversion: won === null ? null : won / 100,
    worthOfAStay: amount(told.worthOfAStay),
  };
}
