// For how long contacts are kept: chosen, then shown what that would erase, then agreed to. Nothing goes before.
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send, withQuery } from '../../web/api.ts';
import { Ask, useAsked } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import type { RetentionOnWire, RetentionPreviewOnWire } from '../erasing/erasing.shape.ts';
import { EraseNow } from './erase-now.view.tsx';
import css from './settings.module.css';

/** Choices that are asked for most; whatever else was set by command stands beside them. */
const usual = [1, 3, 6, 12, 18, 24, 36, 60, 84, 120] as const;

interface RetentionFormProps {
  readonly retention: RetentionOnWire;
  /** Whether the one who looks may change it. */
  readonly may: boolean;
}

export function RetentionForm({ retention, may }: RetentionFormProps) {
  const { months, contacts } = retention;
  const [chosen, setChosen] = useState(told(months));
  const choices = [...new Set([...usual, ...(months === null ? [] : [months])])].toSorted((a, b) => a - b);
  return (
    <section className={css.section} aria-labelledby="kept">
      <h2 id="kept">For how long</h2>
      <p>
        {months === null
          ? 'Contacts are kept for good: nothing is erased by itself.'
          : `Contacts are kept for ${span(months)}.`}{' '}
        {countOf(contacts, 'contact is', 'contacts are')} here.
      </p>
      {may ? (
        <div className={css.narrow}>
          <NativeSelect
            label="How long to keep calls, chats and visits"
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={[
              { value: 'good', label: 'For good' },
              ...choices.map((one) => ({ value: told(one), label: span(one) })),
            ]}
          />
          {chosen === told(months) ? null : <Agree key={chosen} months={asked(chosen)} />}
        </div>
      ) : null}
      {months !== null && chosen === told(months) ? <Due months={months} /> : null}
    </section>
  );
}

function Agree({ months }: { readonly months: number | null }) {
  if (months === null)
    return (
      <div className={css.panel}>
        <p>From then on nothing is erased by itself. What was erased before stays erased.</p>
        <SetRetention months={null} erases={0} label="Keep them for good" />
      </div>
    );
  return (
    <Ask<RetentionPreviewOnWire> path={withQuery('/v1/retention/preview', { months })}>
      {(preview) => <AgreeToErase months={months} preview={preview} />}
    </Ask>
  );
}

function AgreeToErase({ months, preview }: { readonly months: number; readonly preview: RetentionPreviewOnWire }) {
  const [agreed, setAgreed] = useState(false);
  const { contacts, before, held } = preview;
  return (
    <div className={`${css.panel} ${contacts > 0 ? css.grave : ''}`}>
      <p role="status">
        <strong>
          {contacts === 0
            ? 'This would erase nothing now'
            : `This would erase ${countOf(contacts, 'contact')} of before ${day(before)}`}
        </strong>
        {held === 0
          ? '.'
          : `; ${countOf(held, 'more is', 'more are')} under legal hold and ${held === 1 ? 'stays' : 'stay'}.`}
      </p>
      <p className={css.soft}>
        What was said goes for good, with its quotes, causes found, answers, and who it was. Counts by day stay, so that
        rates over time don’t change. From then on whatever turns older than {span(months)} goes, once a day.
      </p>
      {contacts === 0 ? null : (
        <Checkbox
          label="I know that this can’t be undone"
          checked={agreed}
          onChange={(event) => setAgreed(event.currentTarget.checked)}
        />
      )}
      <SetRetention
        months={months}
        erases={contacts}
        label={`Keep them for ${span(months)}`}
        disabled={contacts > 0 && !agreed}
      />
    </div>
  );
}

interface SetRetentionProps {
  readonly months: number | null;
  readonly erases: number;
  readonly label: string;
  readonly disabled?: boolean;
}

function SetRetention({ months, erases, label, disabled = false }: SetRetentionProps) {
  const queries = useQueryClient();
  const set = useMutation({
    mutationFn: async () => send<RetentionOnWire>('PUT', '/v1/retention', { months, erases }),
    onSuccess: async () => queries.invalidateQueries(),
  });
  return (
    <>
      {set.error ? <ProblemNotice problem={set.error} /> : null}
      <div>
        <Button disabled={disabled} loading={set.isPending} onClick={() => set.mutate()}>
          {label}
        </Button>
      </div>
    </>
  );
}

/** What is due by what is set already. */
function Due({ months }: { readonly months: number }) {
  const { data: due } = useAsked<RetentionPreviewOnWire>(withQuery('/v1/retention/preview', { months }));
  if (due === undefined) return null;
  const held = due.held === 0 ? '' : ` ${countOf(due.held, 'contact is', 'contacts are')} older and under legal hold.`;
  if (due.contacts === 0) return <p className={css.soft}>{`Nothing is older than that.${held}`}</p>;
  return (
    <div className={`${css.panel} ${css.grave}`}>
      <p>{`${countOf(due.contacts, 'contact')} of before ${day(due.before)} will be erased within a day.${held}`}</p>
      <EraseNow contacts={due.contacts} />
    </div>
  );
}

const told = (months: number | null): string => (months === null ? 'good' : String(months));
const asked = (chosen: string): number | null => (chosen === 'good' ? null : Number(chosen));
const span = (months: number): string =>
  months % 12 === 0 && months > 12 ? `${months / 12} years` : months === 12 ? '1 year' : countOf(months, 'month');
