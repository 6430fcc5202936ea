// Enter by hand, from a phone as well: a visit or a call that one watched, a complaint that one was told, a mystery shop. The form asks what
// the standards ask; what was filled in is kept and marked at once.
import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { newKey, send, withQuery } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { sees, seesWhole, useMe } from '../../web/me.ts';
import type { ByHandForm, EnteredByHand } from '../by-hand/by-hand.shape.ts';
import css from './acts.module.css';

const kinds = [
  { value: 'visit', label: 'Visit' },
  { value: 'phone', label: 'Call' },
  { value: 'complaint', label: 'Complaint' },
  { value: 'shop', label: 'Mystery shop' },
] as const;
type Kind = (typeof kinds)[number]['value'];

export function Page() {
  const me = useMe();
  const [kind, setKind] = useState<Kind>('visit');
  const [entered, setEntered] = useState<EnteredByHand | null>(null);
  if (entered) return <Entered entered={entered} again={() => setEntered(null)} />;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Enter by hand</h1>
        <p>What you saw or were told, while you still know it. Leave out names; what slips in is taken out.</p>
        {seesWhole(me) && sees(me, ['owner', 'district-manager', 'manager']) ? (
          <p>
            <Link to="/shops/bring">Bring mystery shops of the past from a workbook</Link>
            <br />
            <Link to="/marks/bring">Bring marks that people made in another tool</Link>
          </p>
        ) : null}
        <SegmentedControl
          aria-label="What it was"
          fullWidth
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          data={kinds.map((one) => ({ ...one }))}
        />
        <RecordByHand />
      </header>
      <Ask<ByHandForm> key={kind} path={withQuery('/v1/by-hand/form', { channel: kind })}>
        {(form) => <Form kind={kind} form={form} done={setEntered} />}
      </Ask>
    </div>
  );
}

/** What was done with people is written down elsewhere: it is of the record, and no contact. */
function RecordByHand() {
  if (!sees(useMe(), ['owner', 'district-manager', 'hr', 'manager', 'trainer'])) return null;
  return (
    <p className={css.soft}>
      Watched or coached somebody, showed somebody a task? <Link to="/record/add">Add it to the record</Link>.
    </p>
  );
}

function Form({
  kind,
  form,
  done,
}: {
  readonly kind: Kind;
  readonly form: ByHandForm;
  readonly done: (entered: EnteredByHand) => void;
}) {
  const [at, setAt] = useState(() => localNow());
  const [site, setSite] = useState(form.sites.length === 1 ? form.sites[0]!.id : '');
  const [said, setSaid] = useState('');
  const [answers, setAnswers] = useState<Readonly<Record<string, 'yes' | 'no'>>>({});
  const [problem, setProblem] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  // The same form sent twice, where an answer was lost on the way, is one visit.
  const key = useRef(newKey());
  const { questions } = form;
  const enter = async (): Promise<void> => {
    setBusy(true);
    try {
      const body = {
        channel: kind,
        at,
        ...(site === '' ? {} : { site }),
        said,
        answers: Object.entries(answers).map(([question, answer]) => ({ question, answer })),
      };
      done(await send<EnteredByHand>('POST', '/v1/by-hand', body, key.current));
    } catch (error) {
      setProblem(error as Error);
      key.current = newKey();
    }
    setBusy(false);
  };
  // A complaint is told in words first; elsewhere most is ticked off.
  const words = (
    <Textarea
      label={kind === 'complaint' ? 'The complaint, in their words' : 'What was said, as far as you remember'}
      description={
        kind === 'complaint'
          ? 'An answer of ours goes on a line of its own that begins with “Rep:”.'
          : 'A line for each: “Customer: …”, “Rep: …”. Leave it empty where you don’t know.'
      }
      value={said}
      autosize
      minRows={4}
      size="md"
      maxLength={200_000}
      required={questions.length === 0}
      onChange={(event) => setSaid(event.currentTarget.value)}
    />
  );
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <TextInput
        type="datetime-local"
        label="When, by the clock there"
        value={at}
        required
        size="md"
        onChange={(event) => setAt(event.currentTarget.value)}
      />
      {form.sites.length > 0 ? (
        <NativeSelect
          label="Where"
          value={site}
          size="md"
          onChange={(event) => setSite(event.currentTarget.value)}
          data={[
            { value: '', label: 'Choose a site' },
            ...form.sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      {kind === 'complaint' ? words : null}
      {questions.length > 0 ? (
        <fieldset className={css.questions}>
          <legend>
            {kind === 'complaint' ? 'What we did about it' : kind === 'phone' ? 'What you heard' : 'What you saw'}
          </legend>
          {form.ofKept ? null : (
            <p className={css.soft}>
              These are asked by standards that are not kept yet. The answers stay, and are marked once they are.
            </p>
          )}
          {questions.map((one) => (
            <Question
              key={one.standard}
              question={one}
              answer={answers[one.question]}
              set={(answer) => setAnswers((before) => withAnswer(before, one.question, answer))}
            />
          ))}
        </fieldset>
      ) : null}
      {kind === 'complaint' ? null : words}
      {problem ? <ProblemNotice problem={problem} /> : null}
      <Button type="submit" size="md" loading={busy}>
        Keep it
      </Button>
    </form>
  );
}

type Answer = 'yes' | 'no' | undefined;

function withAnswer(
  before: Readonly<Record<string, 'yes' | 'no'>>,
  question: string,
  answer: Answer,
): Readonly<Record<string, 'yes' | 'no'>> {
  const { [question]: _before, ...others } = before;
  return answer === undefined ? others : { ...others, [question]: answer };
}

function Question({
  question,
  answer,
  set,
}: {
  readonly question: ByHandForm['questions'][number];
  readonly answer: Answer;
  readonly set: (answer: Answer) => void;
}) {
  const choices: readonly (readonly [string, Answer])[] = [
    [
      'Yes',
      question.kind === 'atrocity' ? (question.yes === 'failed' ? 'yes' : 'no') : question.yes === 'met' ? 'yes' : 'no',
    ],
    [
      'No',
      question.kind === 'atrocity' ? (question.yes === 'failed' ? 'no' : 'yes') : question.yes === 'met' ? 'no' : 'yes',
    ],
    ['Didn’t see', undefined],
  ];
  return (
    <fieldset className={css.question}>
      <legend>{question.title}</legend>
      <p className={css.soft}>{question.says}</p>
      <div className={css.choices}>
        {choices.map(([label, value]) => (
          <label key={label} data-open={value === undefined || undefined}>
            <input type="radio" name={question.standard} checked={answer === value} onChange={() => set(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Entered({ entered, again }: { readonly entered: EnteredByHand; readonly again: () => void }) {
  const told = entered.marks.filter((one) => one.verdict === 'met' || one.verdict === 'failed');
  const missed = told.filter((one) => one.verdict === 'failed');
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>It is kept</h1>
        <p role="status">
          {told.length === 0
            ? 'No standard that is kept can be told from it. What you entered stays, and is marked again when you keep more.'
            : missed.length === 0
              ? `All ${told.length} standards that it tells of were met.`
              : `${missed.length} of ${told.length} standards that it tells of were missed.`}
        </p>
      </header>
      <ul className={css.result}>
        {told.map((one) => (
          <li key={one.standard}>
            {one.verdict === 'met' ? '✓ met' : '✕ missed'}: {one.title}
          </li>
        ))}
      </ul>
      <p className={css.buttons}>
        <Button onClick={again}>Enter another</Button>
        <Button
          variant="default"
          renderRoot={(props) => <Link {...props} to="/contacts/$id" params={{ id: entered.contact } as never} />}
        >
          See it
        </Button>
      </p>
    </div>
  );
}

/** `2026-03-02T14:05` by the clock of this device, which usually is where the site is. */
function localNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
