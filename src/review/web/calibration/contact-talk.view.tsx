// One contact of a calibration: its words, and for each standard what everybody said, the machine, the talk and the key.
import { Button, Select, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Verdict } from '../../../standards/standard.core.ts';
import { ProblemNotice } from '../../../web/kit/problem.view.tsx';
import { speakerOf } from '../../../contacts/contact-words.core.ts';
import { customerWordOf, useMe } from '../../../web/me.ts';
import { verdictWord } from '../../../standards/verdict-words.core.ts';
import { contactWord, verdicts } from '../review-words.core.ts';
import type { CalibrationOnWire } from '../../calibration/calibration.shape.ts';
import { useSend } from './act.view.tsx';
import css from './calibrations.module.css';

type Contact = CalibrationOnWire['contacts'][number];
type Cell = Contact['cells'][number];

interface Of {
  readonly told: CalibrationOnWire;
  readonly path: string;
}

export function ContactTalk({ nth, contact, told, path }: Of & { readonly nth: number; readonly contact: Contact }) {
  const cells = contact.cells.filter((cell) => cell.said.length > 0);
  const apart = cells.filter((cell) => !cell.same).length;
  const unkeyed = cells.filter((cell) => cell.key === null).length;
  // Open at first where there is something to decide; it doesn't close by itself once that is done.
  const [open, setOpen] = useState(told.state === 'talking' && unkeyed > 0);
  return (
    <details className={css.contact} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{`${nth}. ${contactWord(contact.channel)}`}</strong>
        <span className={css.soft}>
          {cells.length === 0
            ? ' marked by nobody'
            : apart === 0
              ? ' all said the same'
              : ` ${apart} of ${cells.length} ${apart === 1 ? 'differs' : 'differ'}${unkeyed > 0 && told.state === 'talking' ? ', no key yet' : ''}`}
        </span>
      </summary>
      {open ? (
        <>
          <Words contact={contact} />
          {cells.map((cell) => (
            <CellTalk key={cell.standard} cell={cell} contact={contact.contact} told={told} path={path} />
          ))}
        </>
      ) : null}
    </details>
  );
}

function Words({ contact: { turns, contact } }: { readonly contact: Contact }) {
  const me = useMe();
  return (
    <details className={css.words}>
      <summary>Read the words</summary>
      <ol tabIndex={0} aria-label="The words of this contact">
        {turns.map((turn, at) => (
          // Turns have no id of their own, and never change places.
          <li key={at}>
            <strong>{speakerOf(turn.speaker, customerWordOf(me))}:</strong> {turn.text}
          </li>
        ))}
      </ol>
      <p>
        <Link to="/contacts/$id" params={{ id: contact } as never}>
          The contact
        </Link>
      </p>
    </details>
  );
}

function CellTalk({ cell, contact, told, path }: Of & { readonly cell: Cell; readonly contact: string }) {
  const standard = told.standards.find((one) => one.id === cell.standard)!;
  const word = (verdict: Verdict): string => verdictWord(verdict, standard.kind);
  return (
    <div className={css.cell} data-same={cell.same}>
      <h3>{standard.title}</h3>
      <ul className={css.said}>
        {cell.said.map((one) => (
          <li key={one.who}>
            <strong>{word(one.verdict)}</strong>{' '}
            <span className={css.soft}>{one.you ? `${one.who} (you)` : one.who}</span>
            {one.quote ? <q>{one.quote}</q> : null}
            {one.comment ? <span>{one.comment}</span> : null}
          </li>
        ))}
        {cell.machine ? <li className={css.soft}>{`${word(cell.machine)}, says the machine`}</li> : null}
      </ul>
      {cell.comments.length > 0 ? (
        <ul className={css.comments} aria-label="What was said about it">
          {cell.comments.map((one) => (
            <li key={one.at + one.who}>
              <span className={css.soft}>{one.you ? 'You' : one.who}:</span> {one.says}
            </li>
          ))}
        </ul>
      ) : null}
      {cell.key ? (
        <p className={css.key}>
          <strong>{`Key: ${word(cell.key.verdict)}.`}</strong> {cell.key.because ?? (cell.same ? 'All said so.' : '')}
        </p>
      ) : null}
      {told.can.talk ? <Say cell={cell} contact={contact} path={path} /> : null}
      {told.can.run && told.state === 'talking' && (!cell.same || cell.key?.because !== undefined) ? (
        <AgreeKey cell={cell} contact={contact} path={path} word={word} />
      ) : null}
    </div>
  );
}

interface Saying {
  readonly cell: Cell;
  readonly contact: string;
  readonly path: string;
}

function Say({ cell, contact, path }: Saying) {
  const { readsOnly } = useMe();
  const { send, busy, problem } = useSend(path);
  const [says, setSays] = useState('');
  if (readsOnly) return null;
  const say = async (): Promise<void> => {
    if (await send('POST', '/comments', { contact, standard: cell.standard, says })) setSays('');
  };
  return (
    <form
      className={css.say}
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <Textarea
        label="Say something about it"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={busy} disabled={says.trim() === ''}>
        Say it
      </Button>
      {problem ? <ProblemNotice problem={problem} /> : null}
    </form>
  );
}

function AgreeKey({ cell, contact, path, word }: Saying & { readonly word: (verdict: Verdict) => string }) {
  const { readsOnly } = useMe();
  const { send, busy, problem } = useSend(path);
  const [verdict, setVerdict] = useState<string | null>(cell.key?.verdict ?? null);
  const [because, setBecause] = useState(cell.key?.because ?? '');
  if (readsOnly) return null;
  return (
    <form
      className={css.say}
      onSubmit={(event) => {
        event.preventDefault();
        void send('PUT', '/key', { contact, standard: cell.standard, verdict, because });
      }}
    >
      <Select
        label="The key we agree on"
        data={verdicts.map((one) => ({ value: one, label: word(one) }))}
        value={verdict}
        onChange={setVerdict}
        placeholder="Choose"
        allowDeselect={false}
      />
      <Textarea
        label="Because"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        value={because}
        onChange={(event) => setBecause(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} disabled={verdict === null || because.trim() === ''}>
        {cell.key?.because === undefined ? 'Agree on it' : 'Agree on this instead'}
      </Button>
      {problem ? <ProblemNotice problem={problem} /> : null}
    </form>
  );
}
