// Bring contacts in: drop files, see how each would be read, say what a table's columns are, watch them come, fetch what could
// not go in, mark what came.
import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Progress } from '../../web/kit/progress.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import { bringFiles, type Brought, type FileToBring, lookInto } from './bring-files.ts';
import css from './bring.module.css';
import { Done } from './bring-done.view.tsx';
import { nameOf } from './file-names.ts';
import { FilePreview } from './file-preview.view.tsx';

type Stage =
  | { readonly at: 'choosing' }
  | { readonly at: 'bringing'; readonly says: string; readonly done: number; readonly of: number | null }
  | { readonly at: 'done'; readonly brought: Brought };

export function Page() {
  const [files, setFiles] = useState<readonly FileToBring[]>([]);
  const [stage, setStage] = useState<Stage>({ at: 'choosing' });
  const [problem, setProblem] = useState<Error | null>(null);
  const stop = useRef<AbortController | null>(null);
  const change = (at: number, next: FileToBring): void =>
    setFiles((before) => before.map((one, index) => (index === at ? next : one)));
  const add = async (chosen: readonly File[]): Promise<void> => {
    setProblem(null);
    for (const file of chosen) {
      const fresh: FileToBring = { file, columns: {}, preview: null, problem: null };
      setFiles((before) => [...before.filter((one) => nameOf(one.file) !== nameOf(file)), fresh]);
      const looked = await lookInto(fresh);
      setFiles((before) => before.map((one) => (one.file === file ? looked : one)));
    }
  };
  const bring = async (): Promise<void> => {
    setProblem(null);
    stop.current = new AbortController();
    try {
      const brought = await bringFiles(files, stop.current.signal, (says, done, of) =>
        setStage({ at: 'bringing', says, done, of }),
      );
      setStage({ at: 'done', brought });
    } catch (error) {
      setStage({ at: 'choosing' });
      if (!(error instanceof DOMException && error.name === 'AbortError')) setProblem(error as Error);
    }
  };
  return (
    <div className={css.page}>
      <header>
        <p>
          <Link to="/contacts">Contacts</Link>
        </p>
        <h1>Bring contacts in</h1>
      </header>
      {problem ? <ProblemNotice problem={problem} again={() => void bring()} /> : null}
      {stage.at === 'done' ? (
        <Done
          brought={stage.brought}
          more={() => {
            setFiles([]);
            setStage({ at: 'choosing' });
          }}
        />
      ) : stage.at === 'bringing' ? (
        <div className={css.bringing}>
          <Progress says={stage.says} done={stage.done} of={stage.of} />
          <p className={css.soft}>What is brought in already stays, whenever you stop.</p>
          <Button variant="default" onClick={() => stop.current?.abort()}>
            Stop
          </Button>
        </div>
      ) : (
        <>
          <Drop add={add} first={files.length === 0} />
          {files.map((one, at) => (
            <FilePreview
              key={nameOf(one.file)}
              brought={one}
              change={(next) => change(at, next)}
              drop={() => setFiles((before) => before.filter((other) => other !== one))}
            />
          ))}
          {files.length > 0 ? (
            <p className={css.go}>
              <Button onClick={() => void bring()} disabled={files.every((one) => one.problem !== null)}>
                Bring {countOf(files.length, 'file')} in
              </Button>
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}

function Drop({ add, first }: { readonly add: (files: readonly File[]) => Promise<void>; readonly first: boolean }) {
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  return (
    <section
      aria-label="Choose files"
      className={css.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void add([...event.dataTransfer.files]);
      }}
    >
      <IconUpload size={28} aria-hidden />
      <p>Drop files here, or</p>
      <Button variant={first ? 'filled' : 'default'} onClick={() => picker.current?.click()}>
        Choose files
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label="Files to bring in"
        onChange={(event) => {
          void add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      {first ? (
        <p className={css.soft}>
          Transcripts as text, subtitles (VTT, SRT), JSON or vCon; exports of chats; tables (CSV, Excel) with a row for
          each turn, message, visit or mystery shop; or a ZIP of any of them. Names, numbers and card numbers are taken
          out before anything is kept.
        </p>
      ) : null}
    </section>
  );
}
