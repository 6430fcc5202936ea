// An own set of standards from a file: checked with every mistake at its line and every example run, then put in place.
import { Button, FileInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import css from './settings.module.css';

interface Checked {
  readonly ok: boolean;
  readonly text: string;
}

export function OwnPack() {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const check = useMutation({
    mutationFn: async (chosen: File) => {
      const text = await chosen.text();
      return {
        text,
        checked: await send<Checked>('POST', '/v1/standards/check', { files: [{ file: chosen.name, text }] }),
      };
    },
  });
  const put = useMutation({
    mutationFn: async (text: string) => send<{ name: string }>('POST', '/v1/packs', { text }),
    onSuccess: async () => {
      setFile(null);
      check.reset();
      await queries.invalidateQueries();
    },
  });
  const { data } = check;
  return (
    <section className={css.section} aria-labelledby="own">
      <h2 id="own">A set of your own</h2>
      <p className={css.soft}>
        A YAML file that a trainer can write: take out the file of a set to see how. One with the name of another set
        takes its place. Nothing is put in place before it is checked.
      </p>
      <div className={css.narrow}>
        <FileInput
          label="File"
          placeholder="our-standards.yaml"
          accept=".yaml,.yml"
          value={file}
          clearable
          clearButtonProps={{ 'aria-label': 'Choose no file' }}
          onChange={(chosen) => {
            setFile(chosen);
            put.reset();
            check.reset();
            if (chosen) check.mutate(chosen);
          }}
        />
        {check.isPending ? <p role="status">Every example of it is being run.</p> : null}
        {check.error ? <ProblemNotice problem={check.error} /> : null}
      </div>
      {data ? (
        <div className={`${css.panel} ${data.checked.ok ? '' : css.grave}`} role="status">
          <p>
            <strong>{data.checked.ok ? 'It holds.' : 'It can’t be put in place yet.'}</strong>
          </p>
          <pre className={css.told} tabIndex={0}>
            {data.checked.text}
          </pre>
          {data.checked.ok ? (
            <div>
              <Button loading={put.isPending} onClick={() => put.mutate(data.text)}>
                Put it in place
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
      {put.error ? <ProblemNotice problem={put.error} /> : null}
      {put.data ? <p role="status">{`${put.data.name} is in place, and kept.`}</p> : null}
    </section>
  );
}
