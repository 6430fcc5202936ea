// Names a language model: where it is, what it may be asked, how much it may use.
import { Button, MultiSelect, NativeSelect, NumberInput, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import css from './language-model.module.css';
import type { LanguageModel } from './language-model.page.tsx';

const path = '/v1/language-model';
const forms = [
  { value: 'openai', label: 'OpenAI’s form (most servers, also on your own machine)' },
  { value: 'anthropic', label: 'Anthropic’s form' },
];
/** At most so many standards are asked of a contact. */
const most = 20;

export function ModelForm({ model, onDone }: { readonly model: LanguageModel; readonly onDone: () => void }) {
  const { set, choices, privateToo } = model;
  const queries = useQueryClient();
  const [provider, setProvider] = useState<string>(set?.provider ?? 'openai');
  const [url, setUrl] = useState(set?.url ?? '');
  const [name, setName] = useState(set?.model ?? '');
  const [key, setKey] = useState('');
  const [standards, setStandards] = useState<string[]>([...(set?.standards ?? [])]);
  const [share, setShare] = useState<number | string>(set ? set.share * 100 : 100);
  const [tokens, setTokens] = useState<number | string>(set?.tokensAMonth ?? 1_000_000);
  const [atOnce, setAtOnce] = useState<number | string>(set?.atOnce ?? 2);
  const save = useMutation({
    mutationFn: async () =>
      send('PUT', path, {
        provider,
        url: url.trim(),
        model: name.trim(),
        ...(key.trim() === '' ? {} : { key: key.trim() }),
        standards,
        share: Number(share) / 100,
        tokensAMonth: Number(tokens),
        atOnce: Number(atOnce),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [path] });
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  const kept = set?.hasKey === true && set.url === url.trim();
  return (
    <form className={css.form} onSubmit={submit}>
      <NativeSelect
        label="How it is spoken to"
        data={forms}
        value={provider}
        onChange={(event) => setProvider(event.currentTarget.value)}
      />
      <TextInput
        label="Address"
        description={
          provider === 'anthropic'
            ? 'What stands before /v1/messages'
            : `What stands before /chat/completions, e.g. ${privateToo ? 'http://127.0.0.1:11434/v1' : 'https://models.example.com/v1'}`
        }
        placeholder="https://"
        required
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextInput label="Model" required value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <PasswordInput
        label="Key"
        description={
          kept
            ? 'Kept, sealed. Leave it empty to keep it.'
            : 'Kept sealed, never shown again. Leave it empty where none is needed.'
        }
        autoComplete="off"
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <MultiSelect
        label="Standards it marks"
        description={`Up to ${most}: those that words alone show and cues find hard`}
        data={choices.map(({ id, title }) => ({ value: id, label: title }))}
        value={standards}
        onChange={setStandards}
        maxValues={most}
        searchable
        required
        nothingFoundMessage="No standard of that name is in use"
        comboboxProps={{ withinPortal: false }}
      />
      <div className={css.two}>
        <NumberInput label="Of contacts, %" min={0.1} max={100} value={share} onChange={setShare} suffix=" %" />
        <NumberInput
          label="Asked at one time"
          min={1}
          max={8}
          allowDecimal={false}
          value={atOnce}
          onChange={setAtOnce}
        />
      </div>
      <NumberInput
        label="Tokens a month"
        description="When they are used up it is asked no more until the next month"
        min={1000}
        step={100_000}
        allowDecimal={false}
        thousandSeparator=","
        value={tokens}
        onChange={setTokens}
      />
      {save.error ? <ProblemNotice problem={save.error} /> : null}
      <div className={css.acts}>
        <Button type="submit" loading={save.isPending} disabled={standards.length === 0}>
          {set === null ? 'Name it' : 'Save'}
        </Button>
        {set === null ? null : (
          <Button variant="subtle" onClick={onDone}>
            Leave it as it is
          </Button>
        )}
      </div>
    </form>
  );
}
