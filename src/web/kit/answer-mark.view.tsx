// The answer to a mark, beside it. Whoever served says that it is right or what happened instead, may change it and take it back;
// those who answer for them read it and say so. The mark itself stays as it is.
import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../api.ts';
import { useAsked } from './ask.view.tsx';
import { ProblemNotice } from './problem.view.tsx';
import { day } from './words.ts';
import { sees, useMe } from '../me.ts';
import type { MarkAnswers } from '../../marking/answers/mark-answers.shape.ts';
import css from './answers.module.css';

export interface AnswerMarkProps {
  readonly contact: string;
  readonly mark: string;
  /** The contact was with whoever looks. */
  readonly mine: boolean;
}

export function AnswerMark({ contact, mark, mine }: AnswerMarkProps) {
  const me = useMe();
  const path = `/v1/contacts/${encodeURIComponent(contact)}/answers`;
  const { data } = useAsked<MarkAnswers>(path);
  const queries = useQueryClient();
  const [writing, setWriting] = useState(false);
  const [because, setBecause] = useState('');
  const [problem, setProblem] = useState<Error | null>(null);
  if (!data) return null;
  const answer = data.answers.find((one) => one.mark === mark);
  const act = async (method: 'PUT' | 'DELETE' | 'POST', tail: string, body?: unknown): Promise<void> => {
    try {
      setProblem(null);
      await send(method, `/v1/marks/${encodeURIComponent(mark)}/${tail}`, body);
      setWriting(false);
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === path || queryKey[0] === '/v1/mark-answers',
      });
    } catch (error) {
      setProblem(error as Error);
    }
  };
  const reads = sees(me, ['owner', 'district-manager', 'manager', 'reviewer']) && !me.readsOnly;
  if (!answer && !mine) return null;
  return (
    <div className={css.answer}>
      {problem ? <ProblemNotice problem={problem} /> : null}
      {answer && !writing ? (
        <>
          <p>
            <strong>{answer.own ? 'You said: ' : 'Who served says: '}</strong>
            {answer.answer === 'right' ? 'that’s right.' : 'that’s not what happened.'} {answer.because ?? ''}
          </p>
          <p className={css.soft}>
            {day(answer.at)}
            {answer.seenAt === undefined ? ', not read yet' : `, read on ${day(answer.seenAt)}`}. The mark stays as it
            is.
          </p>
        </>
      ) : null}
      {writing ? (
        <form
          className={css.answer}
          onSubmit={(event) => {
            event.preventDefault();
            void act('PUT', 'answer', { answer: 'not-so', because });
          }}
        >
          <Textarea
            label="That’s not what happened, because"
            description="Your own words. They stand beside the mark for those who answer for you. Leave out names of customers."
            value={because}
            autosize
            minRows={2}
            maxLength={2000}
            required
            onChange={(event) => setBecause(event.currentTarget.value)}
          />
          <p className={css.buttons}>
            <Button type="submit" size="sm">
              Say so
            </Button>
            <Button variant="default" size="sm" onClick={() => setWriting(false)}>
              Leave it
            </Button>
          </p>
        </form>
      ) : null}
      {mine && !writing && !me.readsOnly ? (
        <p className={css.buttons}>
          {answer?.answer === 'right' ? null : (
            <Button variant="default" size="sm" onClick={() => void act('PUT', 'answer', { answer: 'right' })}>
              That’s right
            </Button>
          )}
          <Button
            variant="default"
            size="sm"
            onClick={() => {
              setBecause(answer?.because ?? '');
              setWriting(true);
            }}
          >
            {answer?.answer === 'not-so' ? 'Say it otherwise' : 'That’s not what happened'}
          </Button>
          {answer ? (
            <Button variant="default" size="sm" onClick={() => void act('DELETE', 'answer')}>
              Take it back
            </Button>
          ) : null}
        </p>
      ) : null}
      {answer && !answer.own && answer.seenAt === undefined && reads ? (
        <p>
          <Button variant="default" size="sm" onClick={() => void act('POST', 'answer/read')}>
            I have read it
          </Button>
        </p>
      ) : null}
    </div>
  );
}
