// A procedure run as a checklist, at the desk and on a phone: one step at a time, its words large. Every tick is kept as it is made,
// so a browser that was closed goes on where it was left.
import { Button } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey, send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { day } from '../../web/kit/words.ts';
import { useMe } from '../../web/me.ts';
import type { Procedure } from '../procedures.shape.ts';
import type { Run, StepSaid } from '../runs/run.shape.ts';
import { NowStep } from './now-step.view.tsx';
import css from './procedures.module.css';
import { StepSays } from './step-says.view.tsx';
import { useBegin } from './use-begin.ts';

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const { run } = useSearch({ strict: false }) as { readonly run?: unknown };
  if (typeof run === 'string')
    return (
      <Ask<Run> key={run} path={`/v1/procedure-runs/${encodeURIComponent(run)}`} title="A run of a procedure">
        {(told) => <Running told={told} />}
      </Ask>
    );
  return (
    <Ask<Procedure> key={id} path={`/v1/procedures/${encodeURIComponent(id)}`} title="Run a procedure">
      {(procedure) => <ToBegin procedure={procedure} />}
    </Ask>
  );
}

function ToBegin({ procedure: { id, title, trigger, steps, openRun, holds } }: { readonly procedure: Procedure }) {
  const { readsOnly } = useMe();
  const { begin, busy, problem } = useBegin(id);
  return (
    <div className={css.run}>
      <Back id={id} title={title} />
      <h1>{title}</h1>
      {trigger ? <p>When: {trigger}</p> : null}
      {problem ? <ProblemNotice problem={problem} /> : null}
      {readsOnly || !holds || steps.length === 0 ? (
        <p>
          {holds && steps.length > 0
            ? 'You look on, so you can read it and not run it.'
            : 'No version with steps is in force today, so there is nothing to run.'}
        </p>
      ) : (
        <Button size="lg" loading={busy} onClick={begin}>
          {openRun ? 'Go on where you left it' : 'Begin with step 1'}
        </Button>
      )}
    </div>
  );
}

function Running({ told }: { readonly told: Run }) {
  const [run, setRun] = useState(told);
  const [problem, setProblem] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const queries = useQueryClient();
  const go = useNavigate();
  const path = `/v1/procedure-runs/${encodeURIComponent(run.id)}`;
  const ask = async (where: string, body?: unknown): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      const now = await send<Run>('POST', `${path}${where}`, body, newKey());
      setRun(now);
      queries.setQueryData([path], now);
      setBusy(false);
      return true;
    } catch (error) {
      setProblem(error as Error);
      setBusy(false);
      return false;
    }
  };
  const say = async (step: string, said: StepSaid): Promise<boolean> => ask(`/steps/${encodeURIComponent(step)}`, said);
  const end = async (): Promise<void> => {
    if (await ask('/end')) await queries.invalidateQueries({ queryKey: [`/v1/procedures/${run.procedure}`] });
  };
  const { steps, title, endedAt, own } = run;
  const over = endedAt !== undefined || !own;
  const now = over ? -1 : steps.findIndex((one) => one.state === 'open');
  const settled = steps.filter((one) => one.state !== 'open').length;
  return (
    <div className={css.run}>
      <Back id={run.procedure} title={title} />
      <h1>{title}</h1>
      <p className={css.small}>
        {[`begun on ${day(run.beganAt)}`, run.site?.name, endedAt ? `ended on ${day(endedAt)}` : null]
          .filter(Boolean)
          .join(', ')}
      </p>
      <div className={css.bar}>
        <progress value={settled} max={Math.max(1, steps.length)} aria-label="Steps settled" />
        <span role="status">
          {settled} of {steps.length}
        </span>
      </div>
      <ol className={css.checks}>
        {steps.map((step, at) =>
          at === now ? (
            <li key={step.id} className={css.now}>
              <NowStep step={step} at={at} of={steps.length} busy={busy} say={async (said) => say(step.id, said)} />
            </li>
          ) : (
            <li key={step.id} className={css.check} data-state={step.state}>
              <span className={css.number} aria-hidden>
                {step.state === 'done' ? '✓' : step.state === 'skipped' ? '–' : at + 1}
              </span>
              <div className={css.section}>
                {over ? <StepSays step={step} /> : <p>{step.text}</p>}
                {step.state === 'open' ? null : (
                  <p className={css.small}>
                    {step.state === 'done' ? 'Done' : `Skipped: ${step.why ?? ''}`}
                    {over ? null : (
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        disabled={busy}
                        onClick={() => void say(step.id, { what: 'open' })}
                      >
                        Take it back
                      </Button>
                    )}
                  </p>
                )}
                {step.unclear ? <p className={css.small}>Called unclear</p> : null}
              </div>
            </li>
          ),
        )}
      </ol>
      {problem ? <ProblemNotice problem={problem} /> : null}
      {over ? (
        <p role="status" className={css.over}>
          {own ? 'This run is ended and kept. ' : ''}
          <Link to="/procedures">Find another procedure</Link>
        </p>
      ) : (
        <p className={css.actions}>
          <Button
            // Made anew once all is done, so that the key that ticked the last step ends the run.
            key={String(now === -1)}
            size="lg"
            variant={now === -1 ? 'filled' : 'default'}
            loading={busy && now === -1}
            autoFocus={now === -1}
            onClick={() => void end()}
          >
            {now === -1 ? 'All done: end the run' : 'End it here'}
          </Button>
          <Button
            size="lg"
            variant="default"
            onClick={() => void go({ to: '/procedures/$id', params: { id: run.procedure } as never })}
          >
            Go on later
          </Button>
        </p>
      )}
    </div>
  );
}

function Back({ id, title }: { readonly id: string; readonly title: string }) {
  return (
    <p>
      <Link to="/procedures/$id" params={{ id } as never}>
        Read it whole<span className={css.hidden}>: {title}</span>
      </Link>
    </p>
  );
}
