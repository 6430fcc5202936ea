// Marks that people made in another tool: a file looked into, its columns, questions and answers said, what can't be read told, and
// the good rows brought in. What was said is kept for the next file of the same columns.
import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MappedMarksTaken, MarksPreview } from '../other-tools/mapped-marks.shape.ts';
import { send } from '../../web/api.ts';
import { DropFiles } from '../../web/kit/drop-files.view.tsx';
import kit from '../../web/kit/looked-into.module.css';
import { NotRead } from '../../web/kit/looked-into.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { fetchRejects } from '../../web/kit/rejects-file.ts';
import { type LookedInto, useLookedInto } from '../../web/kit/use-looked-into.ts';
import { Waiting } from '../../web/kit/waiting.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import { MarkMapping } from './mark-mapping.view.tsx';
import css from './other-tools.module.css';

type Asked = Partial<Pick<MarksPreview, 'sheet' | 'mapping'>>;

export function Page() {
  const { chosen, choose, change, looking, coming, ...file } = useLookedInto<MarksPreview, Asked>(
    '/v1/past-marks/preview',
  );
  const bring = useMutation({
    mutationFn: async ({ upload, name, preview }: LookedInto<MarksPreview>) => {
      const { sheet, mapping } = preview;
      const taken = await send<MappedMarksTaken>('POST', '/v1/past-marks/mapped', { upload, name, sheet, mapping });
      // What waits holds what redaction hasn’t seen.
      await send('DELETE', `/v1/uploads/${upload}`).catch(() => undefined);
      return taken;
    },
  });
  const again = (): void => {
    file.again();
    bring.reset();
  };
  const problem = file.problem ?? bring.error;
  return (
    <div className={`${kit.page} ${css.page}`}>
      <header>
        <p>
          <Link to="/by-hand">Enter by hand</Link>
        </p>
        <h1>Marks from another tool</h1>
      </header>
      {problem ? <ProblemNotice problem={problem} /> : null}
      {bring.data ? (
        <Came taken={bring.data} again={again} />
      ) : chosen ? (
        <>
          <section className={kit.card} aria-label="The file">
            <h2>{chosen.name}</h2>
            {chosen.preview.sheets.length > 1 ? (
              <NativeSelect
                label="Sheet"
                value={chosen.preview.sheet}
                onChange={(event) => change({ sheet: event.currentTarget.value })}
                data={chosen.preview.sheets.map(({ sheet, rows }) => ({
                  value: sheet,
                  label: `${sheet}: ${countOf(rows, 'row')}`,
                }))}
              />
            ) : null}
          </section>
          <MarkMapping preview={chosen.preview} busy={looking} change={(mapping) => change({ mapping })} />
          <Shown preview={chosen.preview} />
          <p className={kit.verbs}>
            <Button
              loading={bring.isPending}
              disabled={looking || chosen.preview.counts.marks === 0}
              onClick={() => bring.mutate(chosen)}
            >
              {chosen.preview.counts.marks === 0
                ? 'Nothing to bring in yet'
                : `Bring ${countOf(chosen.preview.counts.marks, 'mark')} in`}
            </Button>
            <Button variant="default" onClick={again}>
              Another file
            </Button>
          </p>
        </>
      ) : coming ? (
        <Waiting says="Being looked into" />
      ) : (
        <DropFiles label="File of marks" single accept=".xlsx,.csv,.tsv,.txt" bring={([one]) => one && choose(one)}>
          An export of scores or evaluations, a workbook or a CSV: a row for each contact with a column for each
          question, or a row for each question. You say which standard each question speaks of and what each answer
          means, and see what comes of it before anything is kept.
        </DropFiles>
      )}
    </div>
  );
}

function Shown({ preview: { counts, unknown, byStandard, standards, rejects } }: { readonly preview: MarksPreview }) {
  if (counts.marks + counts.rejects === 0) return null;
  const titles = new Map(standards.map((one) => [one.id, one.title]));
  const questions = unknown.filter((one) => one.what === 'question');
  return (
    <section className={kit.card} aria-labelledby="comes">
      <h2 id="comes">What would come of it</h2>
      <p>
        {`${countOf(counts.marks, 'mark')} of ${countOf(counts.contacts, 'contact')}. `}
        {counts.contactsHere === counts.contacts
          ? 'All of these contacts are here.'
          : `${countOf(counts.contactsHere, 'of these contacts is', 'of these contacts are')} here; marks of the others wait for them. A contact goes by its id or its file’s name.`}
      </p>
      {counts.withoutProbability > 0 ? (
        <p className={css.notice}>
          {`${countOf(counts.withoutProbability, 'mark says', 'marks say')} no chance with which the contact was drawn: they are kept and compared, and enter no rate.`}
        </p>
      ) : null}
      <ul className={`${kit.rows} ${css.columns}`}>
        {byStandard.map((one) => (
          <li key={one.standard} data-used>
            <strong>{titles.get(one.standard) ?? one.standard}</strong>
            <span className={kit.soft}>
              {[`${one.met} met`, `${one.failed} missed`, ...(one.other > 0 ? [`${one.other} neither`] : [])].join(
                ', ',
              )}
            </span>
          </li>
        ))}
      </ul>
      {questions.length > 0 ? (
        <p>{`Questions that nothing was said of: ${questions.map((one) => `“${one.said}” (${one.rows})`).join(', ')}`}</p>
      ) : null}
      <NotRead says={`${countOf(counts.rejects, 'row or cell', 'rows or cells')} can’t be read`} rejects={rejects} />
    </section>
  );
}

function Came({ taken, again }: { readonly taken: MappedMarksTaken; readonly again: () => void }) {
  const { added, changed, same, waiting, rejects } = taken;
  return (
    <section className={kit.card} aria-labelledby="came">
      <h2 id="came">{added + changed === 0 ? 'Nothing new' : `${countOf(added, 'mark')} came in`}</h2>
      <p role="status">
        {[
          changed > 0 ? `${changed} changed.` : '',
          same > 0 ? `${same} were here already.` : '',
          waiting > 0 ? `${countOf(waiting, 'mark waits', 'marks wait')} for a contact that is not here yet.` : '',
          'What you said of the file is kept for the next one with these columns.',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <p className={kit.verbs}>
        {rejects.length > 0 ? (
          <Button variant="default" onClick={() => fetchRejects(rejects)}>
            {`Fetch the ${countOf(rejects.length, 'row')} that could not go in`}
          </Button>
        ) : null}
        <Button variant="default" onClick={again}>
          Another file
        </Button>
      </p>
    </section>
  );
}
