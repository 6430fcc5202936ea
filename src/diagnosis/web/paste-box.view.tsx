// A box to paste one call into: what was met, what was missed, the words, and the better sentence. Nothing is stored.
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { StandardListShape, TriedShape } from '../../standards/standards.shape.ts';
import { get, send } from '../../web/api.ts';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import css from './first-minutes.module.css';
import { Tried } from './tried.view.tsx';

export type TriedText = z.infer<typeof TriedShape>;
export type KnownStandards = z.infer<typeof StandardListShape>['standards'];

const example = `Rep: Storage.
Customer: Hi, how much is a ten by ten?
Rep: It's a hundred and twenty-nine a month.
Customer: Oh. Okay, let me think about it.
Rep: Okay, bye.`;

export function PasteBox() {
  const [text, setText] = useState('');
  const attempt = useMutation({
    mutationFn: async (pasted: string): Promise<{ tried: TriedText; standards: KnownStandards }> => {
      const [tried, { standards }] = await Promise.all([
        send<TriedText>('POST', '/v1/standards/try', { text: pasted }),
        get<{ standards: KnownStandards }>('/v1/standards'),
      ]);
      return { tried, standards };
    },
  });
  return (
    <section className={css.paste} aria-labelledby="paste">
      <h2 id="paste">Try one of your own</h2>
      <p className={css.soft}>
        Paste a call or a chat, a line for each who speaks. It is read once and answered; nothing of it is stored.
      </p>
      <Textarea
        label="What was said"
        placeholder={example}
        autosize
        minRows={5}
        maxRows={16}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={css.actions}>
        <Button loading={attempt.isPending} disabled={text.trim() === ''} onClick={() => attempt.mutate(text)}>
          Read it
        </Button>
        <Button
          variant="default"
          onClick={() => {
            setText(example);
            attempt.mutate(example);
          }}
        >
          Show me with an example
        </Button>
      </div>
      <div aria-live="polite">
        {attempt.error ? <ProblemNotice problem={attempt.error} again={() => attempt.mutate(text)} /> : null}
        {attempt.data ? <Tried {...attempt.data} /> : null}
      </div>
    </section>
  );
}
