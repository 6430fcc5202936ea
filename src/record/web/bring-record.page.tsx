// Bring the record from files: a folder or single files are read here, sent whole, checked row against row, and what could not go
// in is told with what to do, to be fetched as a table.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, send } from '../../web/api.ts';
import { DropFiles } from '../../web/kit/drop-files.view.tsx';
import { Progress } from '../../web/kit/progress.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import type { RecordFileOnWire, RecordImport } from '../record.shape.ts';
import { RecordBrought } from './record-brought.view.tsx';
import css from './record.module.css';

type Stage =
  | { readonly at: 'choosing' }
  | { readonly at: 'bringing'; readonly says: string; readonly done: number; readonly of: number | null }
  | { readonly at: 'done'; readonly brought: RecordImport };

/** As many bytes as the route takes, less what text adds to them on the way. */
const mostBytes = 90 * 1024 * 1024;

export function Page() {
  const [stage, setStage] = useState<Stage>({ at: 'choosing' });
  const [problem, setProblem] = useState<Error | null>(null);
  const queries = useQueryClient();
  const bring = async (chosen: readonly File[]): Promise<void> => {
    if (chosen.length === 0) return;
    setProblem(null);
    try {
      const files = await read(chosen, (done) =>
        setStage({ at: 'bringing', says: 'Reading files', done, of: chosen.length }),
      );
      setStage({ at: 'bringing', says: 'Checking every row against the others', done: 0, of: null });
      setStage({ at: 'done', brought: await send<RecordImport>('POST', '/v1/record', { files }) });
      void queries.invalidateQueries();
    } catch (error) {
      setStage({ at: 'choosing' });
      setProblem(error as Error);
    }
  };
  return (
    <div className={css.narrow}>
      <header className={css.section}>
        <p>
          <Link to="/record">The record</Link>
        </p>
        <h1>Bring the record</h1>
        <p className={css.soft}>
          What you have in writing, as it is: who worked where, rules and procedures, who was shown what. The same files
          again change nothing; a row that changed replaces the one before, and what it said stays to be seen.
        </p>
      </header>
      {problem ? <ProblemNotice problem={problem} /> : null}
      {stage.at === 'done' ? (
        <RecordBrought brought={stage.brought} more={() => setStage({ at: 'choosing' })} />
      ) : stage.at === 'bringing' ? (
        <Progress says={stage.says} {...(stage.of === null ? {} : { done: stage.done, of: stage.of })} />
      ) : (
        <Choose bring={bring} />
      )}
    </div>
  );
}

function Choose({ bring }: { readonly bring: (files: readonly File[]) => Promise<void> }) {
  return (
    <>
      <DropFiles label="Files of the record" folder="A folder of the record" bring={(chosen) => void bring(chosen)}>
        Tables (CSV, Excel), YAML, and for documents Markdown. Which table a file is, its columns tell.
      </DropFiles>
      <section className={css.section} aria-labelledby="worth">
        <h2 id="worth">What is worth most</h2>
        <ol className={css.refusals}>
          <li>
            <strong>sites.csv</strong> and <strong>people.csv</strong>: where you serve, and who works there from when
            to when (columns id, name, role, site, supervisor, from, to).
          </li>
          <li>
            <strong>policies</strong> and <strong>procedures</strong>: a folder of each, one file a version.
          </li>
          <li>
            <strong>certificates.csv</strong> and <strong>observations.csv</strong>: who was shown what (person, task,
            on, expires), and what managers did (person, by, on, act).
          </li>
        </ol>
        <p className={css.small}>
          What you have nothing for is answered with “no record”, never with a guess. It can be{' '}
          <Link to="/record/add">added by hand</Link> later.
        </p>
      </section>
    </>
  );
}

/** Files as the API takes them. @throws ApiProblem where they are too many bytes for one time */
async function read(chosen: readonly File[], tell: (done: number) => void): Promise<RecordFileOnWire[]> {
  const bytes = chosen.reduce((sum, one) => sum + one.size, 0);
  if (bytes > mostBytes)
    throw new ApiProblem(
      'body-too-large',
      0,
      'These files are more than 90 MB together. Bring them in parts: their order makes no difference.',
    );
  const files: RecordFileOnWire[] = [];
  for (const file of chosen) {
    files.push({ name: file.webkitRelativePath || file.name, base64: await base64Of(file) });
    tell(files.length);
  }
  return files;
}

async function base64Of(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () =>
      reject(new ApiProblem('file-unreadable', 0, 'One of the files could not be read. Choose it again.')),
    );
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
}
