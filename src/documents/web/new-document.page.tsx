// A document begun: from a title, or from a file that is there already. What else is asked comes while one writes.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { DropFiles } from '../../web/kit/drop-files.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Waiting } from '../../web/kit/waiting.view.tsx';
import type { DocumentKind } from '../document.core.ts';
import { addressOf } from './document-words.ts';
import css from './documents.module.css';

interface Begun {
  readonly kind: DocumentKind;
  readonly id: string;
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

export function Page() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const go = useNavigate();
  const [kind, setKind] = useState<DocumentKind>(search['kind'] === 'procedure' ? 'procedure' : 'policy');
  const [title, setTitle] = useState(text(search['title']));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const letter = text(search['letter']);
  // What "Not in writing" knows of what is to be written: its row is gone once this is in force.
  const known = Object.entries({ trigger: text(search['trigger']), task: text(search['task']) });
  const fields = Object.fromEntries(known.filter(([, value]) => value !== ''));
  const begin = async (path: string, body: unknown): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const begun = await send<Begun>('POST', path, body);
      await go({ to: `${addressOf(begun)}/edit` });
    } catch (error) {
      setProblem(error as Error);
      setBusy(false);
    }
  };
  return (
    <div className={css.main}>
      <header className={css.title}>
        <p>
          <Link to="/documents">Policies and procedures</Link>
        </p>
        <h1>Write a new one</h1>
      </header>
      <form
        className={css.card}
        onSubmit={(event) => {
          event.preventDefault();
          void begin('/v1/documents', {
            kind,
            title,
            ...(kind === 'procedure' && Object.keys(fields).length > 0 ? { fields } : {}),
            ...(letter === '' ? {} : { letters: [letter] }),
          });
        }}
      >
        <NativeSelect
          label="What it is"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as DocumentKind)}
          data={[
            { value: 'policy', label: 'A policy: a rule, clause by clause' },
            { value: 'procedure', label: 'A procedure: a way to do something, step by step' },
          ]}
        />
        <TextInput
          label="Title"
          description="What it is about, in the words that people would look for."
          required
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <p className={css.actions}>
          <Button type="submit" loading={busy}>
            Begin
          </Button>
        </p>
      </form>
      <h2>Or bring a file</h2>
      <DropFiles
        label="Choose a document"
        single
        again
        accept=".md,.markdown,.txt,.docx,.pdf"
        bring={(files) =>
          void Promise.all(files.map(async (file) => ({ name: file.name, base64: await base64Of(file) }))).then(
            async ([file]) => (file ? begin('/v1/documents/import', { kind, ...file }) : undefined),
          )
        }
      >
        Markdown, Word (.docx) or PDF. Its numbered items or headings become the parts of a draft; nothing is published
        by it.
      </DropFiles>
      {busy ? <Waiting says="The draft is being made" /> : null}
      {problem ? <ProblemNotice problem={problem} /> : null}
    </div>
  );
}

async function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve((reader.result as string).split(',')[1] ?? ''));
    reader.addEventListener('error', () => reject(new Error('The file could not be read.')));
    reader.readAsDataURL(file);
  });
}
