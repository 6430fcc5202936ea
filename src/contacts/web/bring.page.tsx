// Bring contacts in: drop files, see how each would be read, say what a table's columns are, watch them come, fetch what could
// not go in, mark what came.
import { Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { JobOnWire } from '../../platform/jobs/jobs.shape.ts';
import { DropFiles } from '../../web/kit/drop-files.view.tsx';
import { FollowJob } from '../../web/kit/follow-job.view.tsx';
import { Progress } from '../../web/kit/progress.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import { bringFiles, type FileToBring, lookInto, toBring } from './bring-files.ts';
import css from './bring.module.css';
import { Done } from './bring-done.view.tsx';
import { nameOf } from './file-names.ts';
import { FilePreview } from './file-preview.view.tsx';

export function Page() {
  const { job: asked } = useSearch({ strict: false }) as { job?: string };
  const navigate = useNavigate();
  const go = (job: string | undefined): void =>
    void navigate({ to: '/contacts/bring', search: (job === undefined ? {} : { job }) as never });
  return (
    <div className={css.page}>
      <header>
        <p>
          <Link to="/contacts">Contacts</Link>
        </p>
        <h1>Bring contacts in</h1>
      </header>
      {asked === undefined ? (
        <Choosing asked={(job) => go(job.id)} />
      ) : (
        <FollowJob id={asked} says="Reading contacts" again={() => go(undefined)}>
          {(job) => <Done job={job} more={() => go(undefined)} />}
        </FollowJob>
      )}
    </div>
  );
}

function Choosing({ asked }: { readonly asked: (job: JobOnWire) => void }) {
  const [files, setFiles] = useState<readonly FileToBring[]>([]);
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<Error | null>(null);
  const stop = useRef<AbortController | null>(null);
  const change = (at: number, next: FileToBring): void =>
    setFiles((before) => before.map((one, index) => (index === at ? next : one)));
  const add = async (chosen: readonly File[]): Promise<void> => {
    setProblem(null);
    const fresh = chosen.map((file): FileToBring => ({ file, columns: {}, preview: null, problem: null }));
    const names = new Set(chosen.map(nameOf));
    setFiles((before) => [...before.filter((one) => !names.has(nameOf(one.file))), ...fresh]);
    for (const one of fresh) {
      const looked = await lookInto(one);
      setFiles((before) => before.map((other) => (other.file === one.file ? looked : other)));
    }
  };
  const going = toBring(files);
  const bring = async (): Promise<void> => {
    setProblem(null);
    stop.current = new AbortController();
    try {
      asked(await bringFiles(going, stop.current.signal, setSent));
    } catch (error) {
      setSent(null);
      if (!(error instanceof DOMException && error.name === 'AbortError')) setProblem(error as Error);
    }
  };
  if (sent !== null)
    return (
      <div className={css.bringing}>
        <Progress says="Sending files" done={sent} of={going.length} />
        <p className={css.soft}>Keep this page open until they are sent. What comes then goes on without it.</p>
        <Button variant="default" onClick={() => stop.current?.abort()}>
          Stop
        </Button>
      </div>
    );
  return (
    <>
      {problem ? <ProblemNotice problem={problem} again={() => void bring()} /> : null}
      <DropFiles label="Files to bring in" bring={(chosen) => void add(chosen)} again={files.length > 0}>
        {files.length === 0
          ? 'Transcripts as text, subtitles (VTT, SRT), JSON or vCon; exports of chats; tables (CSV, Excel) with a row for each turn, message, visit or mystery shop; or a ZIP of any of them. Names, numbers and card numbers are taken out before anything is kept.'
          : undefined}
      </DropFiles>
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
          {going.length > 0 ? (
            <Button onClick={() => void bring()} disabled={going.every((one) => one.problem !== null)}>
              Bring {countOf(going.length, 'file')} in
            </Button>
          ) : (
            <span role="status">None of these can go in. Leave them out, or do what each says.</span>
          )}
        </p>
      ) : null}
    </>
  );
}
