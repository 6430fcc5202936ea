// One job description, to be evaluated line by line by whoever answers for its writer: thanks first, then agree, amend or take out,
// with a reason wherever it isn't agreed; and what is missing can be added.
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type ApiProblem, send } from '../../../web/api.ts';
import { Ask } from '../../../web/kit/ask.view.tsx';
import { day, sentence, taskWord } from '../../../web/kit/words.ts';
import { useMe } from '../../../web/me.ts';
import type { EvaluatedLine } from '../../job-descriptions/job-description.core.ts';
import type { JobDescription } from '../../job-descriptions/job-description.shape.ts';
import { Amiss } from './amiss.view.tsx';
import css from './duties.module.css';
import { DutyFields, newDuty } from './duty-fields.view.tsx';
import { DutySays } from './duty-says.view.tsx';
import { useEvaluation } from './use-evaluation.ts';
import { stands, TakeAlong, WrittenDown } from './written.view.tsx';

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const { readsOnly, person } = useMe();
  return (
    <div className={css.page}>
      <Ask<JobDescription> key={id} path={`/v1/job-descriptions/${encodeURIComponent(id)}`} title="Job description">
        {(job) => (
          <>
            <header className={css.head}>
              <p>
                <Link to="/duties">Job descriptions</Link>
              </p>
              <h1>{job.person.name}</h1>
              <p className={css.soft}>
                {[sentence(taskWord(job.role)), job.site?.name].filter(Boolean).join(', ')}. {stands(job)}
              </p>
            </header>
            {job.supervisorAnswers && !job.mayEvaluate ? (
              <p role="status">
                {`${job.supervisor?.name ?? 'Their supervisor'} is asked to answer by ${day(job.dueOn ?? '')}. After that, whoever answers for the site may.`}
              </p>
            ) : null}
            {job.mayEvaluate && !readsOnly ? (
              <Evaluating job={job} />
            ) : (
              <>
                <WrittenDown job={job} own={person?.id === job.person.id} />
                <TakeAlong job={job} />
              </>
            )}
          </>
        )}
      </Ask>
    </div>
  );
}

function Evaluating({ job }: { readonly job: JobDescription }) {
  const { written, id, drift } = job;
  const { said, change, told } = useEvaluation(id, () => ({
    thanks: '',
    lines: written.duties.map(({ id: duty }) => ({ duty, verdict: 'agree', reason: '' })),
    added: [],
  }));
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const queries = useQueryClient();
  const setLine = (line: EvaluatedLine): void =>
    change({ lines: said.lines.map((one) => (one.duty === line.duty ? line : one)) });
  const wrong = (pointer: string): string | undefined => {
    const found = problem?.errors.find((one) => one.pointer === pointer);
    return found ? sentence(found.detail) : undefined;
  };
  const tell = (): void => {
    setBusy(true);
    setProblem(null);
    send<JobDescription>('POST', `/v1/job-descriptions/${encodeURIComponent(id)}/evaluation`, said)
      .then(async () => {
        told();
        await queries.invalidateQueries();
      })
      .catch((error: unknown) => setProblem(error as ApiProblem))
      .finally(() => setBusy(false));
  };
  return (
    <form
      className={css.section}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        tell();
      }}
    >
      <Textarea
        label="Thank you"
        description="What you learned from it. It stands before everything else."
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={said.thanks}
        error={wrong('/thanks')}
        onChange={(event) => change({ thanks: event.currentTarget.value })}
      />
      <ol className={css.duties} aria-label="Duties">
        {written.duties.map((duty, at) => {
          const line = said.lines.find((one) => one.duty === duty.id)!;
          return (
            <li key={duty.id} className={css.duty}>
              <h2>
                {at + 1}. {duty.task}
              </h2>
              <DutySays duty={duty} />
              {drift.never.includes(duty.id) ? (
                <p className={css.small}>In the contacts of the last quarter nothing of this came up.</p>
              ) : null}
              <SegmentedControl
                aria-label={`Duty ${at + 1}: what you say`}
                value={line.verdict}
                data={[
                  { value: 'agree', label: 'Agree' },
                  { value: 'amend', label: 'Amend' },
                  { value: 'remove', label: 'Take out' },
                ]}
                onChange={(verdict) =>
                  setLine({
                    ...line,
                    verdict: verdict as EvaluatedLine['verdict'],
                    ...(verdict === 'amend'
                      ? { amended: line.amended ?? { ...duty, standards: [...duty.standards] } }
                      : {}),
                  })
                }
              />
              {line.verdict === 'amend' && line.amended ? (
                <DutyFields duty={line.amended} set={(amended) => setLine({ ...line, amended })} />
              ) : null}
              <Textarea
                label={line.verdict === 'agree' ? 'A word on it (you may leave it out)' : 'Why'}
                required={line.verdict !== 'agree'}
                autosize
                maxLength={2000}
                value={line.reason}
                error={wrong(`/lines/${duty.id}/reason`)}
                onChange={(event) => setLine({ ...line, reason: event.currentTarget.value })}
              />
            </li>
          );
        })}
        {said.added.map(({ duty, reason }, at) => (
          <li key={duty.id} className={css.duty}>
            <h2>To be added</h2>
            <DutyFields
              duty={duty}
              wrong={wrong(`/added/${at}/task`) ? { task: wrong(`/added/${at}/task`)! } : {}}
              set={(now) => change({ added: said.added.with(at, { duty: now, reason }) })}
            />
            <Textarea
              label="Why"
              required
              autosize
              maxLength={2000}
              value={reason}
              error={wrong(`/added/${at}/reason`)}
              onChange={(event) => change({ added: said.added.with(at, { duty, reason: event.currentTarget.value }) })}
            />
            <p>
              <Button variant="subtle" onClick={() => change({ added: said.added.toSpliced(at, 1) })}>
                Don’t add it
              </Button>
            </p>
          </li>
        ))}
      </ol>
      <p>
        <Button variant="default" onClick={() => change({ added: [...said.added, { duty: newDuty(), reason: '' }] })}>
          Add a duty
        </Button>
      </p>
      {written.daily.trim() === '' ? null : (
        <section className={css.section}>
          <h2>A usual day</h2>
          <p>{written.daily}</p>
        </section>
      )}
      {problem ? <Amiss problem={problem} /> : null}
      <p className={css.actions}>
        <Button type="submit" size="md" loading={busy}>
          Answer to every line
        </Button>
        <span className={css.small}>
          What you agree on becomes duties of the record. Both versions stay. Until you answer, what you write stands in
          this tab alone.
        </span>
      </p>
    </form>
  );
}
