// The form of a letter. Under one's name it keeps itself as a draft a moment after each change; with the shield up it keeps nothing,
// and shows what in the words would tell who wrote them before it hands them in.
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { LetterChoices } from '../../fixes/letters/letters-followed.shape.ts';
import { send } from '../../web/api.ts';
import kit from '../../web/kit/answered.module.css';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { useMe } from '../../web/me.ts';
import type { LetterAskedOnWire } from '../letters/letters.shape.ts';
import { About, Cited, Shield, type Begun } from './letter-fields.view.tsx';
import css from './letters.module.css';

export interface LetterFormProps {
  readonly begun: Begun;
  readonly choices: LetterChoices;
  readonly handedIn: (told: { code: string; comesTo: string }) => void;
}

const parts = [
  ['wrong', 'What is wrong', 'Say what happens to customers, in your own words.'],
  ['why', 'Why it should change', ''],
  ['solution', 'What to do instead', ''],
] as const;
const draftPath = '/v1/letter-draft';
const rest = 1500;

export function LetterForm({ begun, choices, handedIn }: LetterFormProps) {
  const me = useMe();
  const go = useNavigate();
  const queries = useQueryClient();
  const [letter, setLetter] = useState(begun);
  const [shield, setShield] = useState(false);
  const [tells, setTells] = useState<readonly string[] | null>(null);
  const kept = useKeptDraft(letter, !shield && !me.readsOnly);
  const sending = useMutation({
    mutationFn: async (sure: boolean) => {
      if (!shield) return { sent: await send<{ id: string }>('POST', '/v1/letters', asked(letter)) };
      if (!sure) {
        const told = await send<{ tells: string[] }>('POST', '/v1/letters/telling', asked(letter));
        if (told.tells.length > 0) return { tells: told.tells };
      }
      return { code: await send<{ code: string; comesTo: string }>('POST', '/v1/letters/shielded', asked(letter)) };
    },
    onSuccess: async (done) => {
      if (done.tells) return setTells(done.tells);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/v1/letter') });
      if (done.code) return handedIn(done.code);
      return go({ to: '/letters/$id', params: { id: done.sent!.id } as never });
    },
  });
  const change = (more: Partial<Begun>): void => {
    setTells(null);
    sending.reset();
    setLetter((before) => ({ ...before, ...more }));
  };
  const up = (on: boolean): void => {
    setShield(on);
    setTells(null);
    sending.reset();
    // What was kept under one's name goes at once; what fails goes when the letter is handed in.
    if (on) void send('DELETE', draftPath).catch(() => undefined);
  };
  return (
    <form
      className={css.write}
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate(false);
      }}
    >
      {parts.map(([name, label, description]) => (
        <Textarea
          key={name}
          label={label}
          {...(description === '' ? {} : { description })}
          required={name === 'wrong'}
          autosize
          minRows={name === 'wrong' ? 3 : 2}
          maxLength={4000}
          readOnly={me.readsOnly}
          value={letter[name]}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
        />
      ))}
      <Cited
        letter={letter}
        choices={choices}
        drop={(mark) => change({ cites: letter.cites.filter((one) => one !== mark) })}
      />
      <About letter={letter} choices={choices} change={change} />
      <Shield up={shield} setUp={up} />
      {tells ? (
        <div className={`${css.shield} ${css.tells}`} role="alert">
          <p>
            <strong>This may tell that it was you:</strong>
          </p>
          <ul>
            {tells.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <div className={kit.actions}>
            <Button variant="default" loading={sending.isPending} onClick={() => sending.mutate(true)}>
              Hand it in all the same
            </Button>
          </div>
        </div>
      ) : null}
      {sending.error ? <ProblemNotice problem={sending.error} /> : null}
      {me.readsOnly ? null : (
        <div className={kit.actions}>
          <Button type="submit" loading={sending.isPending} disabled={letter.wrong.trim() === ''}>
            {shield
              ? 'Hand it in without my name'
              : letter.why + letter.solution === ''
                ? 'Send this flag'
                : 'Send this letter'}
          </Button>
          <span role="status" className={kit.soft}>
            {shield ? 'Nothing is kept until you hand it in.' : kept}
          </span>
        </div>
      )}
    </form>
  );
}

/** Keeps the draft a moment after each change. Returns what to say of it. */
function useKeptDraft(letter: Begun, on: boolean): string {
  const [said, setSaid] = useState(letter.drafted ? 'Kept as a draft. Nobody else sees it.' : '');
  const { wrong, why, solution, cites } = letter;
  const [aboutMark] = cites;
  const [first] = useState(letter);
  const changed = wrong !== first.wrong || why !== first.why || solution !== first.solution;
  useEffect(() => {
    if (!on || !changed) return undefined;
    const timer = setTimeout(() => {
      send('PUT', draftPath, { wrong, why, solution, ...(aboutMark === undefined ? {} : { aboutMark }) }).then(
        () => setSaid('Kept as a draft. Nobody else sees it.'),
        () => setSaid('Not kept as a draft: the server did not take it. Sending still works once it answers.'),
      );
    }, rest);
    return () => clearTimeout(timer);
  }, [on, changed, wrong, why, solution, aboutMark]);
  return said;
}

function asked({ wrong, why, solution, cites, document, part, site }: Begun): LetterAskedOnWire {
  const [kind, ...id] = document.split('/');
  return {
    wrong,
    why,
    solution,
    cites: [...cites],
    ...(document === ''
      ? {}
      : { about: { kind: kind as 'policy', document: id.join('/'), ...(part === '' ? {} : { part }) } }),
    ...(site === '' ? {} : { site }),
  };
}
