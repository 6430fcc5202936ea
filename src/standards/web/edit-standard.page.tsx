// A standard as it is written, with what a change of it would do to the organisation's own contacts, told while one writes. Saved
// only where it is right, and only over what one began with.
import { Button, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { send } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import type { OneStandard, PreviewOnWire } from '../one-standard.shape.ts';
import { titleOf } from '../title.core.ts';
import { PreviewTold } from './preview.view.tsx';
import css from './standards.module.css';

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const path = `/v1/standards/${encodeURIComponent(id)}`;
  return (
    <Ask<OneStandard> title="Standard" path={path}>
      {(told) => <Editor key={told.standard.id} told={told} path={path} />}
    </Ask>
  );
}

/** A moment after the last letter. */
const wait = 900;

function Editor({ told, path }: { readonly told: OneStandard; readonly path: string }) {
  const { id } = told.standard;
  // What one began with stays it, whatever is read anew meanwhile.
  const [began] = useState({ written: told.written, stamp: told.stamp });
  const [written, setWritten] = useState(began.written);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Error | null>(null);
  const [saving, setSaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const queries = useQueryClient();
  const go = useNavigate();
  const { preview, looking, failed } = usePreview(id, written, written !== began.written);
  const changed = written !== began.written;
  const right = preview !== null && preview.errors.length === 0 && preview.examples.every((one) => one.passed);
  const save = async (text: string | null): Promise<void> => {
    setSaving(true);
    try {
      await send('PUT', path, { written: text, note, began: began.stamp });
      await Promise.all([path, '/v1/standards'].map(async (one) => queries.invalidateQueries({ queryKey: [one] })));
      await go({ to: '/standards/$id', params: { id } as never });
    } catch (error) {
      setProblem(error as Error);
    }
    setSaving(false);
  };
  const toLine = (line: number): void => {
    const at =
      written
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0);
    field.current?.focus();
    field.current?.setSelectionRange(at, at + (written.split('\n')[line - 1]?.length ?? 0));
  };
  return (
    <div className={css.page}>
      <header className={css.head}>
        <p>
          <Link to="/standards">Standards</Link> ›{' '}
          <Link to="/standards/$id" params={{ id } as never}>
            {titleOf(told.standard)}
          </Link>
        </p>
        <h1>{told.can.change ? 'Change it' : 'Try a change'}</h1>
        <p className={css.lede}>
          Under <code>cues</code> stand the phrases that it listens for; <code>standards</code> says when it is met.
          Change either and see beside it which of your own contacts would come out otherwise. Nothing changes until you
          save.
        </p>
      </header>
      <div className={css.editor}>
        <div className={css.block}>
          <Textarea
            ref={field}
            label="As it is written"
            className={css.text}
            value={written}
            autosize
            minRows={20}
            maxRows={40}
            spellCheck={false}
            autoCapitalize="off"
            autoCorrect="off"
            onChange={(event) => setWritten(event.currentTarget.value)}
          />
          {told.can.change ? (
            <>
              <TextInput
                label="What you change, and why"
                value={note}
                maxLength={500}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
              <div className={css.buttons}>
                <Button disabled={!changed || !right || looking} loading={saving} onClick={() => void save(written)}>
                  Save it
                </Button>
                {changed ? (
                  <Button variant="default" onClick={() => setWritten(began.written)}>
                    Back to what it was
                  </Button>
                ) : null}
                {told.changedHere && !changed ? (
                  <Button variant="default" loading={saving} onClick={() => void save(null)}>
                    Back to how it ships
                  </Button>
                ) : null}
              </div>
              <p className={css.soft}>Contacts are marked by it the next time that they are marked.</p>
            </>
          ) : null}
          {problem ? <ProblemNotice problem={problem} /> : null}
        </div>
        <section className={css.preview} aria-label="What the change would do" aria-busy={looking}>
          {failed ? <ProblemNotice problem={failed} /> : null}
          {preview && changed ? (
            <PreviewTold preview={preview} looking={looking} toLine={toLine} />
          ) : (
            <p className={css.soft} role="status">
              {looking
                ? 'Trying it on your contacts …'
                : 'What your change would do to your own contacts is told here.'}
            </p>
          )}
        </section>
      </div>
    </div>
  );
}

function usePreview(standard: string, written: string, changed: boolean) {
  const [preview, setPreview] = useState<PreviewOnWire | null>(null);
  const [looking, setLooking] = useState(false);
  const [failed, setFailed] = useState<Error | null>(null);
  useEffect(() => {
    if (!changed || written.trim() === '') {
      setPreview(null);
      setLooking(false);
      return;
    }
    let over = false;
    setLooking(true);
    const timer = setTimeout(() => {
      send<PreviewOnWire>('POST', '/v1/standards/preview', { standard, written })
        .then(
          (told) => {
            if (over) return;
            setPreview(told);
            setFailed(null);
          },
          (error: Error) => {
            if (!over) setFailed(error);
          },
        )
        .finally(() => {
          if (!over) setLooking(false);
        });
    }, wait);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [standard, written, changed]);
  return { preview, looking, failed };
}
