// The check questions of a document: asked of whoever says that it is understood. Set here, and asked no more.
import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import type { Readers } from '../reading/reading.shape.ts';
import css from './reading.module.css';

export function CheckQuestions({ told }: { readonly told: Readers }) {
  const { questions, maySetQuestions, version } = told;
  const queries = useQueryClient();
  const [setting, setSetting] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  if (!maySetQuestions && questions.length === 0) return null;
  const path = `/v1/readers/${encodeURIComponent(version.kind)}/${encodeURIComponent(version.id)}`;
  const readAgain = async (): Promise<void> =>
    queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(path) });
  const end = async (id: string): Promise<void> => {
    try {
      setProblem(null);
      await send('DELETE', `${path}/questions/${id}`);
      await readAgain();
    } catch (error) {
      setProblem(error as Error);
    }
  };
  return (
    <section className={css.section} aria-labelledby="questions">
      <h2 id="questions">Check questions</h2>
      <p className={css.soft}>
        A short question that whoever understands it answers. Wrong answers are counted at the part, never by person:
        where many are wrong, the words are.
      </p>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <ul className={css.list}>
        {questions.map(({ id, part, asks, choices, right }) => (
          <li key={id}>
            <strong>{asks}</strong>
            <span className={css.soft}>
              {`About part ${part}. ${choices.map((one, at) => (at + 1 === right ? `${one} (right)` : one)).join(' · ')}`}
            </span>
            {maySetQuestions ? (
              <div>
                <Button variant="default" size="sm" mt="xs" onClick={() => void end(id)}>
                  Ask it no more
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {maySetQuestions && !setting ? (
        <div>
          <Button variant="default" onClick={() => setSetting(true)}>
            Set a question
          </Button>
        </div>
      ) : null}
      {setting ? (
        <NewQuestion
          told={told}
          path={path}
          done={async () => {
            setSetting(false);
            await readAgain();
          }}
        />
      ) : null}
    </section>
  );
}

function NewQuestion({
  told,
  path,
  done,
}: {
  readonly told: Readers;
  readonly path: string;
  readonly done: () => Promise<void>;
}) {
  const { parts } = told;
  const [part, setPart] = useState(parts[0]?.id ?? '');
  const [asks, setAsks] = useState('');
  const [choices, setChoices] = useState<readonly string[]>(['', '', '']);
  const [right, setRight] = useState('1');
  const [problem, setProblem] = useState<Error | null>(null);
  const given = choices.flatMap((words, at) =>
    words.trim() === '' ? [] : [{ words, right: String(at + 1) === right }],
  );
  const at = given.findIndex((one) => one.right) + 1;
  // Which is right is never guessed.
  const whole = asks.trim() !== '' && given.length >= 2 && at > 0;
  const keep = async (): Promise<void> => {
    try {
      setProblem(null);
      await send('POST', `${path}/questions`, {
        part,
        asks,
        choices: given.map((one) => one.words),
        right: at,
      });
      await done();
    } catch (error) {
      setProblem(error as Error);
    }
  };
  return (
    <form
      className={css.form}
      aria-label="A new question"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <NativeSelect
        label="About which part?"
        value={part}
        onChange={(event) => setPart(event.currentTarget.value)}
        data={parts.map(({ id, text }) => ({ value: id, label: `${id} ${text.slice(0, 60)}` }))}
      />
      <TextInput
        label="Question"
        maxLength={500}
        value={asks}
        onChange={(event) => setAsks(event.currentTarget.value)}
      />
      <Radio.Group label="Answers, and which is right" value={right} onChange={setRight}>
        {choices.map((words, at) => (
          // Answers stand in their order and are never moved.
          <div key={`${at}`} className={css.choice}>
            <Radio value={String(at + 1)} aria-label={`Answer ${at + 1} is right`} />
            <TextInput
              aria-label={`Answer ${at + 1}`}
              maxLength={200}
              value={words}
              onChange={({ currentTarget: { value } }) =>
                setChoices((before) => before.map((one, index) => (index === at ? value : one)))
              }
            />
          </div>
        ))}
      </Radio.Group>
      {problem ? <ProblemNotice problem={problem} /> : null}
      {whole ? null : (
        <p className={css.soft}>It needs a question, two answers or more, and one of them that is right.</p>
      )}
      <div className={css.actions}>
        <Button type="submit" disabled={!whole}>
          Ask it from now on
        </Button>
        <Button variant="default" onClick={() => void done()}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
