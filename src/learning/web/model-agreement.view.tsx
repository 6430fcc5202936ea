// How far the language model agrees with people, with the marker in use on the same contacts beside it.
import { Link } from '@tanstack/react-router';
import type { Verdict } from '../../standards/standard.core.ts';
import { verdictWord } from '../../standards/verdict-words.core.ts';
import { type Column, Rows } from '../../web/kit/rows.view.tsx';
import { agreedWithin, counted } from '../../web/kit/words.ts';
import css from './language-model.module.css';
import type { LanguageModel } from './language-model.page.tsx';

type Told = LanguageModel['standards'][number];

/** Fewer say nothing yet. */
const least = 30;

const columns: Column<Told>[] = [
  {
    name: 'Standard',
    of: ({ standard, title }) => (
      <Link to="/standards/$id" params={{ id: standard }}>
        {title}
      </Link>
    ),
  },
  { name: 'Met', number: true, of: (one) => times(one, 'met') },
  { name: 'Missed', number: true, of: (one) => times(one, 'failed') },
  { name: 'Unsure', number: true, of: ({ said }) => counted(said.unsure) },
  { name: 'With people', of: ({ model }) => figure(model) },
  { name: 'The marker in use', of: ({ inUse }) => figure(inUse) },
];

export function AgreementWithPeople({ standards }: { readonly standards: readonly Told[] }) {
  const said = standards.filter(({ said: own }) => own.met + own.failed + own.unsure + own['not-applicable'] > 0);
  return (
    <section className={css.section} aria-labelledby="agreement">
      <h2 id="agreement">How far it agrees with people</h2>
      {said.length === 0 ? (
        <p className={css.soft}>
          It has said nothing yet. Ask it about contacts; then this shows it beside your reviewers.
        </p>
      ) : (
        <>
          <p className={css.soft}>
            Alpha on contacts that people marked too: 1 is always the same, 0 no more than chance. In brackets the range
            that fits 95 times of 100. People agree with each other at .46 to .69 on calls.
          </p>
          <Rows
            label="What it said, and how far it agrees"
            rows={said}
            columns={columns}
            keyOf={({ standard }) => standard}
          />
        </>
      )}
    </section>
  );
}

// Under the heads are standards and serious acts, whose verdicts have other words.
function times({ said, kind }: Told, verdict: Verdict) {
  if (kind === 'standard') return counted(said[verdict]);
  return (
    <>
      {counted(said[verdict])} <span className={css.soft}>{verdictWord(verdict, kind).toLowerCase()}</span>
    </>
  );
}

function figure(found: Told['model']): string {
  if (!found || found.contacts < least) return `${counted(found?.contacts ?? 0)} of ${least} reviews`;
  if (found.alpha === null) return 'always one answer';
  return agreedWithin(found.alpha, found.alphaInterval);
}
