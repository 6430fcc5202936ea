// What whoever served says of a mark, beside it: that it is right, or that it is disputed; and what a dispute came to, for everybody who
// sees the mark. Those who answer for them read an answer and say so.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../api.ts';
import { useAsked } from './ask.view.tsx';
import { DisputedMark, useDisputesOf } from './disputed-mark.view.tsx';
import { ProblemNotice } from './problem.view.tsx';
import { day } from './words.ts';
import { sees, useMe } from '../me.ts';
import type { MarkAnswers } from '../../marking/answers/mark-answers.shape.ts';
import css from './answers.module.css';

export interface AnswerMarkProps {
  readonly contact: string;
  readonly mark: string;
  readonly standard: string;
  /** It says that something was missed. */
  readonly failed: boolean;
  /** The contact was with whoever looks. */
  readonly mine: boolean;
}

export function AnswerMark({ contact, mark, standard, failed, mine }: AnswerMarkProps) {
  const me = useMe();
  const path = `/v1/contacts/${encodeURIComponent(contact)}/answers`;
  const { data } = useAsked<MarkAnswers>(path);
  const dispute = useDisputesOf(contact).find((one) => one.standard === standard);
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Error | null>(null);
  if (!data) return null;
  const answer = data.answers.find((one) => one.mark === mark);
  const act = async (method: 'PUT' | 'DELETE' | 'POST', tail: string, body?: unknown): Promise<void> => {
    try {
      setProblem(null);
      await send(method, `/v1/marks/${encodeURIComponent(mark)}/${tail}`, body);
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === path || queryKey[0] === '/v1/mark-answers',
      });
    } catch (error) {
      setProblem(error as Error);
    }
  };
  const reads = sees(me, ['owner', 'district-manager', 'manager', 'reviewer']) && !me.readsOnly;
  const acts = mine && !me.readsOnly;
  const stands = dispute !== undefined && dispute.state !== 'withdrawn';
  if (!answer && !mine && !dispute) return null;
  return (
    <div className={css.answer}>
      {problem ? <ProblemNotice problem={problem} /> : null}
      {dispute ? <DisputedMark dispute={dispute} /> : null}
      {answer ? (
        <>
          <p>
            <strong>{answer.own ? 'You said: ' : 'Who served says: '}</strong>
            {answer.answer === 'right' ? 'that’s right.' : 'that’s not what happened.'} {answer.because ?? ''}
          </p>
          <p className={css.soft}>
            {day(answer.at)}
            {answer.seenAt === undefined ? ', not read yet' : `, read on ${day(answer.seenAt)}`}.
          </p>
        </>
      ) : null}
      {acts && !stands ? (
        <p className={css.buttons}>
          {answer?.answer === 'right' ? null : (
            <Button variant="default" size="sm" onClick={() => void act('PUT', 'answer', { answer: 'right' })}>
              That’s right
            </Button>
          )}
          {failed ? (
            <Button
              variant="default"
              size="sm"
              renderRoot={(props) => <Link to="/disputes/new" search={{ mark } as never} {...props} />}
            >
              That’s not what happened
            </Button>
          ) : null}
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
