// The editor: a document part by part, saved by itself, with what is missing beside it, who else writes in it, and its way to a
// version.
import { Button, Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftStateOnWire } from '../../record/publish/documents.shape.ts';
import { ApiProblem, send } from '../../web/api.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Waiting } from '../../web/kit/waiting.view.tsx';
import { useMe } from '../../web/me.ts';
import { nextPartId, type DraftContent, type DraftPart } from '../drafts/draft.core.ts';
import { kindWords, partWords } from '../drafts/part-fields.core.ts';
import { Approval } from './approval.view.tsx';
import { ChangesTold } from './changes-told.view.tsx';
import { Checklist } from './checklist.view.tsx';
import { Clashes } from './clashes.view.tsx';
import { addressOf } from './document-words.ts';
import { EndDraft, Others, Saves } from './draft-asides.view.tsx';
import css from './documents.module.css';
import { HeadForm } from './head-form.view.tsx';
import { PartForm } from './part-form.view.tsx';
import { PartsTold } from './parts-told.view.tsx';
import { SavedLine } from './saved-line.view.tsx';
import { useDraft } from './use-draft.ts';

export function Page() {
  const { kind = '', id = '' } = useParams({ strict: false }) as { readonly kind?: string; readonly id?: string };
  const path = `/v1/documents/${encodeURIComponent(kind)}/${encodeURIComponent(id)}/draft`;
  const { data, error, refetch } = useAsked<DraftStateOnWire>(path);
  const gone = error instanceof ApiProblem && error.slug === 'document-draft-missing';
  if (gone && data === undefined)
    return (
      <Empty
        title="Nobody is writing this document now"
        action={<Link to={`/documents/${kind}/${encodeURIComponent(id)}`}>Open the document</Link>}
      >
        A draft begins from what stands: open the document and choose “Change it”.
      </Empty>
    );
  if (data === undefined && error)
    return (
      <>
        <h1>Draft</h1>
        <ProblemNotice problem={error} again={() => void refetch()} />
      </>
    );
  if (data === undefined) return <Waiting says="Being read" />;
  return <Editor key={data.draft.id} told={data} path={path} />;
}

function Editor({ told, path }: { readonly told: DraftStateOnWire; readonly path: string }) {
  const { kind, document: id } = told.draft;
  const me = useMe();
  const go = useNavigate();
  const queries = useQueryClient();
  const writing = useDraft(told, path);
  const { content, change } = writing;
  const [previews, setPreviews] = useState(false);
  const [dropped, setDropped] = useState<{ readonly part: DraftPart; readonly at: number } | null>(null);
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Error | null>(null);
  const acts = !me.readsOnly;
  const writes = acts && told.can.includes('write');
  const standards =
    useAsked<{ standards: { id: string; title?: string; says: string }[] }>('/v1/standards').data?.standards ?? [];
  const choices = standards.map(({ id: standard, title, says }) => ({ id: standard, title: title ?? says }));
  const words = partWords[kind];

  const focusOn = (element: string): void => {
    requestAnimationFrame(() => {
      const found = globalThis.document.getElementById(element);
      const field = found?.matches('input, textarea, select')
        ? found
        : found?.querySelector<HTMLElement>('textarea, input, select');
      found?.scrollIntoView({ block: 'center' });
      field?.focus();
    });
  };
  const toPlace = (place: string): void => {
    setPreviews(false);
    focusOn(place.startsWith('head:') ? place.replace(':', '-') : place === 'clash' ? 'clash' : `part-${place}`);
  };
  const withParts = (parts: readonly DraftPart[]): void => change({ ...content, parts } as DraftContent);
  const add = (after: number): void => {
    const part: DraftPart = {
      id: nextPartId([...content.parts, ...(told.before?.parts ?? [])]),
      text: '',
      serves: [],
      obstructs: [],
      fields: {},
    };
    withParts(content.parts.toSpliced(after + 1, 0, part));
    setPreviews(false);
    focusOn(`words-${part.id}`);
  };
  const move = (at: number, by: -1 | 1): void => {
    const to = at + by;
    if (to < 0 || to >= content.parts.length) return;
    const [part] = content.parts.slice(at, at + 1);
    withParts(content.parts.toSpliced(at, 1).toSpliced(to, 0, part!));
    focusOn(`words-${part!.id}`);
  };
  const again = async (): Promise<void> => queries.invalidateQueries({ queryKey: [path] });
  const end = async (): Promise<void> => {
    try {
      await send('DELETE', `/v1/document-drafts/${told.draft.id}`);
      await queries.invalidateQueries({ queryKey: ['/v1/documents'] });
      await go({ to: told.before === null ? '/documents' : addressOf({ kind, id }) });
    } catch (error) {
      setProblem(error as Error);
    }
  };
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div className={css.title}>
          <p>
            <Link to="/documents">Policies and procedures</Link>
            {told.before === null ? null : (
              <>
                {' › '}
                <Link to={addressOf({ kind, id })}>{told.before.title}</Link>
              </>
            )}
          </p>
          <h1>{content.title.trim() === '' ? `A new ${kindWords[kind].one.toLowerCase()}` : content.title}</h1>
          <p className={css.soft}>
            {told.before === null
              ? 'A draft of a new document.'
              : `A draft that begins from version ${told.draft.basedOn ?? ''}.`}
            {told.draft.letters.map((letter, at) => (
              <span key={letter}>
                {' '}
                <Link to={`/letters/${encodeURIComponent(letter)}`}>
                  {at === 0 ? 'The letter that asks for it' : `letter ${at + 1}`}
                </Link>
              </span>
            ))}
          </p>
        </div>
        <Switch
          label="Show as it will read"
          checked={previews || !writes}
          disabled={!writes}
          onChange={(event) => setPreviews(event.currentTarget.checked)}
        />
      </header>
      <div className={css.columns}>
        <div className={css.editing}>
          <Others told={told} />
          <Clashes
            told={told}
            content={content}
            settled={settled}
            change={(next, settles) => {
              setSettled(new Set([...settled, ...settles]));
              change(next, settles);
            }}
          />
          {writes ? (
            <>
              <HeadForm kind={kind} content={content} change={change} />
              {content.parts.map((part, at) => (
                <PartForm
                  key={part.id}
                  kind={kind}
                  part={part}
                  at={at}
                  of={content.parts.length}
                  head={content.fields}
                  standards={choices}
                  previews={previews}
                  change={(next) => withParts(content.parts.with(at, next))}
                  move={(by) => move(at, by)}
                  drop={() => {
                    setDropped({ part, at });
                    withParts(content.parts.toSpliced(at, 1));
                  }}
                  addAfter={() => add(at)}
                />
              ))}
              <p className={css.actions} id="head-parts">
                <Button variant="default" onClick={() => add(content.parts.length - 1)}>
                  Add a {words.one}
                </Button>
                {dropped ? (
                  <Button
                    variant="default"
                    onClick={() => {
                      withParts(content.parts.toSpliced(dropped.at, 0, dropped.part));
                      setDropped(null);
                    }}
                  >
                    Put {words.one} {dropped.part.id} back
                  </Button>
                ) : null}
              </p>
              <p className={css.small}>
                In a {words.one}: Ctrl and Enter adds the next, Alt and an arrow moves it. Words may be **strong** or
                *soft*, and [link](/documents/policy/its-id) to another document.
              </p>
            </>
          ) : (
            <PartsTold kind={kind} id={id} version={null} content={content as DraftStateOnWire['draft']['content']} />
          )}
          {writes ? <SavedLine writing={writing} /> : null}
        </div>
        <aside className={css.aside} aria-label="On the way to a version">
          <Checklist
            told={told}
            writes={writes}
            toPlace={toPlace}
            accept={(accepted) =>
              void send('PUT', `/v1/document-drafts/${told.draft.id}/decisions`, { accepted }).then(
                again,
                (error: Error) => setProblem(error),
              )
            }
          />
          <Approval
            told={told}
            acts={acts}
            saveNow={writing.saveNow}
            again={again}
            published={(version) => {
              void queries.invalidateQueries({ queryKey: ['/v1/documents'] });
              void go({ to: addressOf({ kind, id }), search: { version } as never });
            }}
          />
          {told.before === null ? null : (
            <details className={css.card}>
              <summary>What it changes ({told.changes.length})</summary>
              <ChangesTold kind={kind} changes={told.changes} />
            </details>
          )}
          <Saves draft={told.draft.id} names={told.names} />
          {writes ? <EndDraft end={end} /> : null}
          {problem ? <ProblemNotice problem={problem} /> : null}
        </aside>
      </div>
    </div>
  );
}
