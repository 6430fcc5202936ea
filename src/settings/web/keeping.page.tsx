// How long contacts are kept: what would go before anything does, what is under legal hold and stays, what was erased; and
// erasing what somebody asked for.
import { Ask } from '../../web/kit/ask.view.tsx';
import { type Column, Rows } from '../../web/kit/rows.view.tsx';
import { counted, day } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import type { ErasureOnWire, RetentionOnWire } from '../erasing/erasing.shape.ts';
import { EraseAsked } from './erase-asked.view.tsx';
import { LegalHolds } from './legal-holds.view.tsx';
import { RetentionForm } from './retention-form.view.tsx';
import css from './settings.module.css';

export function Page() {
  const me = useMe();
  const erases = sees(me, ['owner', 'counsel']);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Keeping and erasing</h1>
        <p className={css.lede}>For how long calls, chats and visits are kept, what may not be erased, and what was.</p>
      </header>
      {sees(me, ['owner', 'counsel', 'auditor']) ? (
        <Ask<RetentionOnWire> path="/v1/retention">
          {(retention) => (
            <>
              <RetentionForm retention={retention} may={erases} />
              {erases ? <EraseAsked /> : null}
              <LegalHolds />
              <Erasures erasures={retention.erasures} />
            </>
          )}
        </Ask>
      ) : (
        <LegalHolds />
      )}
    </div>
  );
}

const whyWords: Readonly<Record<ErasureOnWire['why'], string>> = {
  retention: 'Kept long enough',
  contact: 'One contact, on request',
  customer: 'One customer, on request',
};

const columns: Column<ErasureOnWire>[] = [
  { name: 'When', of: ({ beganAt }) => day(beganAt) },
  { name: 'Why', of: ({ why, before }) => `${whyWords[why]}${before === undefined ? '' : `: before ${day(before)}`}` },
  { name: 'Erased', number: true, of: ({ contacts }) => counted(contacts) },
  { name: 'Held back', number: true, of: ({ held }) => counted(held) },
  { name: '', of: ({ endedAt }) => (endedAt === undefined ? 'Stopped on the way; the next run goes on' : '') },
];

function Erasures({ erasures }: { readonly erasures: readonly ErasureOnWire[] }) {
  const stopped = erasures.some((one) => one.endedAt === undefined);
  return (
    <section className={css.section} aria-labelledby="erasures">
      <h2 id="erasures">What was erased</h2>
      {erasures.length === 0 ? (
        <p className={css.soft}>
          Nothing yet. Each erasing will stand here, and in the history, without a word of what went.
        </p>
      ) : (
        <Rows
          label="What was erased"
          rows={erasures}
          columns={
            stopped ? columns.map((one) => (one.name === '' ? { ...one, name: 'Note' } : one)) : columns.slice(0, 4)
          }
          keyOf={({ id }) => id}
        />
      )}
    </section>
  );
}
