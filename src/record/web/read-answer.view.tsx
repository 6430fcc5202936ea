// The reader's answer to a document as a whole: understood, with its check questions; not clear, and where; or disagreed with, which opens a
// letter. None of it blocks any work.
import { Button, NativeSelect, Radio } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { useMe } from '../../web/me.ts';
import type { Reading, ReadingAnswered } from '../reading/reading.shape.ts';
import { readingPath, Unclear, useReadAgain } from './read-part.view.tsx';
import css from './reading.module.css';

export function ReadAnswer({ told }: { readonly told: Reading }) {
  const { readsOnly } = useMe();
  const { version, questions, parts } = told;
  const go = useNavigate();
  const readAgain = useReadAgain();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [open, setOpen] = useState<'unclear' | 'disagree' | null>(null);
  const [part, setPart] = useState(parts[0]?.id ?? '');
  const [again, setAgain] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState('');
  if (readsOnly) return null;
  const act = async (what: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      setProblem(null);
      await what();
    } catch (error) {
      setProblem(error as Error);
    } finally {
      setBusy(false);
    }
  };
  const understood = async (): Promise<void> => {
    const checks = Object.entries(chosen).map(([question, choice]) => ({ question, choice: Number(choice) }));
    const taken = await send<ReadingAnswered>('POST', readingPath(version, 'answer'), { answer: 'understood', checks });
    setAgain(taken.taken === 'again' ? (taken.parts ?? []) : []);
    setKept(taken.taken === 'again' ? '' : 'Kept: you understand it. It is gone from what you have to read.');
    await readAgain();
  };
  const disagree = async (letter: boolean): Promise<void> => {
    await send('POST', readingPath(version, 'answer'), { answer: 'disagree', parts: [{ part, words: '' }] });
    await readAgain();
    setOpen(null);
    setKept('Kept: you disagree. It stands beside this version, and changes nothing of your work.');
    if (letter) await go({ to: '/letters/new', search: { kind: version.kind, document: version.id, part } as never });
  };
  return (
    <section className={css.answer} aria-labelledby="answer">
      <h2 id="answer">Your answer</h2>
      {questions.map((one) => (
        <Radio.Group
          key={one.id}
          label={one.asks}
          value={chosen[one.id] ?? ''}
          onChange={(value) => setChosen((before) => ({ ...before, [one.id]: value }))}
        >
          {one.choices.map((choice, at) => (
            <Radio key={choice} mt="xs" value={String(at + 1)} label={choice} />
          ))}
        </Radio.Group>
      ))}
      {again.length > 0 ? (
        <p className={css.note} role="status">
          {`That is not what it says. Look at part ${again.join(' and ')} once more, then answer again, or say that it isn’t clear: it may be the words.`}
        </p>
      ) : null}
      {problem ? <ProblemNotice problem={problem} /> : null}
      <div className={css.actions}>
        <Button loading={busy} onClick={() => void act(understood)}>
          I understand it
        </Button>
        <Button
          variant="default"
          aria-expanded={open === 'unclear'}
          onClick={() => setOpen(open === 'unclear' ? null : 'unclear')}
        >
          Something isn’t clear
        </Button>
        <Button
          variant="default"
          aria-expanded={open === 'disagree'}
          onClick={() => setOpen(open === 'disagree' ? null : 'disagree')}
        >
          I disagree
        </Button>
      </div>
      {kept ? (
        <p className={css.note} role="status">
          {kept}
        </p>
      ) : null}
      {open === null ? (
        <p className={css.soft}>None of the three keeps you from your work, and none counts against you.</p>
      ) : (
        <div className={css.form}>
          <NativeSelect
            label="Which part?"
            value={part}
            onChange={(event) => setPart(event.currentTarget.value)}
            data={parts.map(({ id, text }) => ({ value: id, label: `${id} ${text.slice(0, 60)}` }))}
          />
          {open === 'unclear' ? (
            <Unclear part={part} told={told} done={() => setOpen(null)} />
          ) : (
            <>
              <p>
                A letter says what is wrong and what would be better. It gets an answer by a day that is set, or goes a
                level up by itself.
              </p>
              <div className={css.actions}>
                <Button loading={busy} onClick={() => void act(async () => disagree(true))}>
                  Disagree and write the letter
                </Button>
                <Button variant="default" loading={busy} onClick={() => void act(async () => disagree(false))}>
                  Only say that I disagree
                </Button>
              </div>
            </>
          )}
        </div>
      )}
    </section>
  );
}
