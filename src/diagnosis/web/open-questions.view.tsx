// Questions that no record answers, those that would settle most first, answered with one press. The next run reads them.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { Today } from '../today/today.shape.ts';
import css from './today.module.css';

type Questions = NonNullable<Today['open']>['questions'];
const answers = ['yes', 'no', "don't know"] as const;

export function OpenQuestions({ questions }: { readonly questions: Questions }) {
  const me = useMe();
  const queries = useQueryClient();
  const answer = useMutation({
    mutationFn: async (said: { question: string; answer: (typeof answers)[number] }) =>
      send('POST', '/v1/answers', said),
    onSuccess: async () => queries.invalidateQueries({ queryKey: ['/v1/today'] }),
  });
  if (questions.all === 0) return null;
  const may = !me.readsOnly && sees(me, ['owner', 'district-manager', 'manager']);
  return (
    <section className={css.section} aria-labelledby="questions">
      <h2 id="questions">Questions that no record answers</h2>
      <p className={css.soft}>
        {`${countOf(questions.all, 'question')} would move the causes most. ${
          may
            ? 'What you answer is kept with its day; causes read it when they are next found.'
            : 'Owners and managers answer them here; if you know one, tell them.'
        }`}
      </p>
      <ul className={css.questions}>
        {questions.items.map(({ id, asks, settles }) => (
          <li key={id}>
            <p>{asks}</p>
            <p className={css.soft}>{`Settles ${countOf(settles, 'failure')}.`}</p>
            {may ? (
              <div className={css.actions} role="group" aria-label={asks}>
                {answers.map((said) => (
                  <Button
                    key={said}
                    size="xs"
                    variant="default"
                    disabled={answer.isPending}
                    onClick={() => answer.mutate({ question: id, answer: said })}
                  >
                    {said.charAt(0).toUpperCase() + said.slice(1)}
                  </Button>
                ))}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {answer.error ? <ProblemNotice problem={answer.error} /> : null}
    </section>
  );
}
