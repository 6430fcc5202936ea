// What a procedure's page shows beside its text: under its head when to take it up and the way to run it, under each step who does it,
// the words to use, how far one may go and what can go wrong. Of the version that the procedure's own page shows.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Procedure } from '../../procedures/procedures.shape.ts';
import { useAsked } from '../../web/kit/ask.view.tsx';
import css from './documents.module.css';

export interface SlotAt {
  readonly id: string;
  readonly version: string;
}

/** Under the document's head. */
export function DocumentSlot(at: SlotAt): ReactNode {
  const procedure = useVersion(at);
  if (!procedure) return null;
  return (
    <p>
      {procedure.trigger ? `When: ${procedure.trigger} ` : ''}
      <Link to="/procedures/$id" params={{ id: at.id } as never}>
        Read it as whoever does it sees it, run it, and see where it confuses
      </Link>
    </p>
  );
}

/** Under one part. */
export function PartSlot({ part, ...at }: SlotAt & { readonly part: string }): ReactNode {
  const step = useVersion(at)?.steps.find((one) => one.id === part);
  if (!step || !(step.actor ?? step.say ?? step.limit ?? step.goesWrong)) return null;
  const said = [
    ['Who', step.actor],
    ['Words to use', step.say],
    ['How far you may go', step.limit],
    ['What can go wrong', step.goesWrong],
  ] as const;
  return (
    <div className={css.small}>
      {said.map(([name, text]) =>
        text ? (
          <p key={name}>
            {name}: {text}
          </p>
        ) : null,
      )}
    </div>
  );
}

function useVersion({ id, version }: SlotAt): Procedure | null {
  const { data } = useAsked<Procedure>(`/v1/procedures/${encodeURIComponent(id)}`);
  return data?.version === version ? data : null;
}
