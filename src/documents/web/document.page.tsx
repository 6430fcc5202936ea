// One document: the version in force with its parts, what is next to do, how every version came to be, and what each changed.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { WholeDocumentOnWire } from '../../record/publish/documents.shape.ts';
import { stateWords, whenOf } from '../../record/publish/state-words.core.ts';
import { send, withQuery } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { Markdown } from '../../web/kit/markdown.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf, day, sentence } from '../../web/kit/words.ts';
import { useMe } from '../../web/me.ts';
import { kindWords, partWords } from '../drafts/part-fields.core.ts';
import { addressOf } from './document-words.ts';
import css from './documents.module.css';
import { HistoryTold } from './history-told.view.tsx';
import { PartsTold } from './parts-told.view.tsx';
import { DocumentSlot as PolicySlot } from './policy-slots.view.tsx';
import { DocumentSlot as ProcedureSlot } from './procedure-slots.view.tsx';
import { ReviewForm } from './review-form.view.tsx';

export function Page() {
  const { kind = '', id = '' } = useParams({ strict: false }) as { readonly kind?: string; readonly id?: string };
  const { version, day: asOf } = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const path = `/v1/documents/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`;
  const query = { version: asText(version), day: asText(asOf) };
  return (
    <Ask<WholeDocumentOnWire> title="Document" path={withQuery(path, query)}>
      {(document) => <Told key={document.id} document={document} path={path} day={query.day} />}
    </Ask>
  );
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function Told({
  document,
  path,
  day: asOf,
}: {
  readonly document: WholeDocumentOnWire;
  readonly path: string;
  readonly day: string;
}) {
  const { kind, id, shown, content, state, draft, names } = document;
  const Slot = kind === 'policy' ? PolicySlot : ProcedureSlot;
  const title = content?.title ?? draft?.title ?? '';
  return (
    <article className={css.page}>
      <header className={css.head}>
        <div className={css.title}>
          <p>
            <Link to="/documents">Policies and procedures</Link>
          </p>
          <p className={css.soft}>
            {[kindWords[kind].one, shown ? `version ${shown.version}` : null].filter(Boolean).join(', ')}
          </p>
          <h1>{title === '' ? 'Without a title yet' : title}</h1>
          <p className={css.state} data-state={state}>
            {stateWords[state]} {shown ? whenOf({ ...shown, due: document.due, state }) : ''}
            {asOf === '' ? '' : `, as of ${day(asOf)}`}
          </p>
        </div>
        {shown ? (
          <p className={css.actions}>
            <Button
              variant="default"
              component="a"
              href={withQuery(`${path}/file`, { as: 'pdf', version: shown.version })}
              download
            >
              PDF
            </Button>
            <Button
              variant="default"
              component="a"
              href={withQuery(`${path}/file`, { as: 'md', version: shown.version })}
              download
            >
              Markdown
            </Button>
          </p>
        ) : null}
      </header>
      <div className={css.columns}>
        <div className={css.main}>
          {content === null ? (
            <Empty
              title="No version has been published yet"
              action={<Link to={`${addressOf({ kind, id })}/edit`}>Open the draft</Link>}
            >
              It counts from the day on which its first version takes effect.
            </Empty>
          ) : (
            <>
              {content.intro.trim() === '' ? null : <Markdown text={content.intro} />}
              <section aria-labelledby="parts">
                <h2 id="parts">{sentence(partWords[kind].many)}</h2>
                <PartsTold kind={kind} id={id} version={shown!.version} content={content} />
              </section>
            </>
          )}
        </div>
        <aside className={css.aside} aria-label="About this document">
          <NextToDo document={document} />
          {content === null ? null : (
            <div className={css.card}>
              <h2>About it</h2>
              <dl className={css.facts}>
                <dt>Owner</dt>
                <dd>
                  {content.owner === '' ? 'Nobody' : sentence(names[content.owner] ?? content.owner.replace('-', ' '))}
                </dd>
                <dt>For</dt>
                <dd>{forWhom(content, names)}</dd>
                {state === 'ended' ? null : (
                  <>
                    <dt>{state === 'suspended' ? 'Was to be looked at' : 'Looked at next'}</dt>
                    <dd>{document.due === null ? 'No day is set' : `by ${day(document.due)}`}</dd>
                  </>
                )}
                {document.reading ? (
                  <>
                    <dt>Read by</dt>
                    <dd>
                      {document.reading.readers === 0
                        ? 'Nobody serves where it is for'
                        : `${document.reading.readers - document.reading.waiting} of ${document.reading.readers}`}
                    </dd>
                  </>
                ) : null}
              </dl>
              <p className={css.small}>
                <Link to="/documents/rules" search={{ kind, document: id } as never}>
                  How it is approved
                </Link>
              </p>
            </div>
          )}
          {shown ? <Slot id={id} version={shown.version} /> : null}
        </aside>
      </div>
      {document.versions.length > 0 ? (
        <div className={css.main}>
          <HistoryTold document={document} path={path} />
        </div>
      ) : null}
    </article>
  );
}

function forWhom(
  content: NonNullable<WholeDocumentOnWire['content']>,
  names: Readonly<Record<string, string>>,
): string {
  const roles = content.roles.length === 0 ? 'everybody' : content.roles.join(', ');
  const sites =
    content.sites.length === 0 ? 'everywhere' : `at ${content.sites.map((one) => names[one] ?? one).join(', ')}`;
  return sentence(`${roles}, ${sites}`);
}

function NextToDo({ document }: { readonly document: WholeDocumentOnWire }) {
  const { kind, id, draft, can, state, review, due, reading, shown } = document;
  const me = useMe();
  const queries = useQueryClient();
  const go = useNavigate();
  const [problem, setProblem] = useState<Error | null>(null);
  const [reviewing, setReviewing] = useState(false);
  const writes = can.includes('write') && !me.readsOnly;
  const begin = async (): Promise<void> => {
    try {
      await send('POST', '/v1/documents', { kind, id });
      await queries.invalidateQueries();
      await go({ to: `${addressOf({ kind, id })}/edit` });
    } catch (error) {
      setProblem(error as Error);
    }
  };
  const lapsed = state === 'suspended' || review === 'overdue';
  return (
    <div className={css.card} data-tone={lapsed ? 'serious' : draft ? 'wait' : undefined}>
      <h2>What is next</h2>
      {state === 'suspended' ? (
        <p>
          Nobody said by {due === null ? 'its day' : day(due)} that it still stands, so it holds no more.{' '}
          {can.includes('review')
            ? 'Say why it stands, change it, or let it go.'
            : 'Whoever answers for it says why it stands, changes it, or lets it go.'}
        </p>
      ) : review === 'overdue' ? (
        <p>It was to be looked at by {day(due ?? '')}.</p>
      ) : review === 'soon' ? (
        <p>It is to be looked at by {day(due ?? '')}, or it is suspended.</p>
      ) : null}
      {draft ? (
        <>
          <p>
            {draft.asked
              ? 'A draft of it waits for approval.'
              : `A draft is open, changed ${day(draft.changedAt.slice(0, 10))}.`}
          </p>
          <p>
            <Link to={`${addressOf({ kind, id })}/edit`}>{draft.asked ? 'Read and decide' : 'Open the draft'}</Link>
          </p>
        </>
      ) : null}
      {reading && reading.waiting > 0 ? (
        <p>
          <Link to={`/reading/${kind}/${encodeURIComponent(id)}/readers`}>
            {countOf(reading.waiting, 'person', 'people')} still {reading.waiting === 1 ? 'has' : 'have'} to read it
          </Link>
        </p>
      ) : null}
      {!lapsed && review !== 'soon' && !draft && (reading === null || reading.waiting === 0) ? (
        <p className={css.soft}>Nothing waits.</p>
      ) : null}
      <p className={css.actions}>
        {can.includes('review') && !me.readsOnly && shown ? (
          <Button
            variant={lapsed ? 'filled' : 'default'}
            size="sm"
            onClick={() => setReviewing(!reviewing)}
            aria-expanded={reviewing}
          >
            It still stands
          </Button>
        ) : null}
        {writes && !draft ? (
          <Button variant="default" size="sm" onClick={() => void begin()}>
            Change it
          </Button>
        ) : null}
        {shown ? (
          <Button
            variant="default"
            size="sm"
            renderRoot={(props) => <Link {...props} to="/letters/new" search={{ kind, document: id } as never} />}
          >
            Write a letter
          </Button>
        ) : null}
      </p>
      {reviewing ? <ReviewForm kind={kind} id={id} done={() => setReviewing(false)} /> : null}
      {problem ? <ProblemNotice problem={problem} /> : null}
    </div>
  );
}
