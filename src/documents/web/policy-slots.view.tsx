// What a policy's page shows beside its text: under its head who has read it and how many clauses were answered for; under each clause why it
// stands, how to answer for it, and which standards it serves or stands in the way of.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { PolicyReasons } from '../../policies/reasons/clause-reasons.shape.ts';
import { withQuery } from '../../web/api.ts';
import { AnswerForClause } from '../../web/kit/answer-for-clause.view.tsx';
import { useAsked } from '../../web/kit/ask.view.tsx';
import { LinkClause } from '../../web/kit/link-clause.view.tsx';
import { ReasonsTold } from '../../web/kit/reasons-told.view.tsx';
import { sees, useMe } from '../../web/me.ts';
import { thoseWhoRead, thoseWhoRecord } from '../../web/page-entry.ts';
import css from './policy-slots.module.css';

export interface SlotAt {
  readonly id: string;
  readonly version: string;
}

function useReasons({ id, version }: SlotAt): PolicyReasons | undefined {
  return useAsked<PolicyReasons>(withQuery(`/v1/policies/${encodeURIComponent(id)}/reasons`, { version })).data;
}

/** Under the document's head. */
export function DocumentSlot(at: SlotAt): ReactNode {
  const me = useMe();
  const told = useReasons(at);
  if (!told) return null;
  const { owes, clauses } = told;
  const ofOthers = clauses.filter((one) => one.standing.state === 'of-other-words').length;
  const answered = clauses.filter((one) => one.standing.state === 'said' && one.standing.reasons.factor).length;
  return (
    <p className={css.line}>
      {owes ? (
        <span>
          {`${answered} of ${clauses.length} clauses answered for`}
          {ofOthers > 0 ? (
            <strong>{`, ${ofOthers} before ${ofOthers === 1 ? 'its' : 'their'} words changed`}</strong>
          ) : null}
          {sees(me, thoseWhoRead) ? (
            <>
              {' ('}
              <Link to="/policies/why">why do we have it?</Link>)
            </>
          ) : null}
        </span>
      ) : (
        <span>Exempt: its clauses owe no reasons</span>
      )}
      {sees(me, [...thoseWhoRecord, 'auditor', 'counsel']) ? (
        <Link
          to="/reading/$kind/$id/readers"
          params={{ kind: 'policy', id: at.id } as never}
          search={{ version: at.version } as never}
        >
          Who has read it, and what readers say
        </Link>
      ) : null}
    </p>
  );
}

/** Under one part. */
export function PartSlot({ id, version, part }: SlotAt & { readonly part: string }): ReactNode {
  const { readsOnly } = useMe();
  const told = useReasons({ id, version });
  const [open, setOpen] = useState<'reasons' | 'links' | null>(null);
  const clause = told?.clauses.find((one) => one.id === part);
  if (!told || !clause) return null;
  const { standing, serves, obstructs, doubt } = clause;
  const at = { policy: id, version, clause: part };
  const may = told.mayAnswer && !readsOnly;
  return (
    <div className={css.slot}>
      {doubt === null || open === 'reasons' ? null : (
        <p className={css.doubt}>
          {doubt === 'no-benefit-no-law'
            ? 'Neither benefit nor law: why do we have it?'
            : 'Nobody has answered for it yet'}
        </p>
      )}
      <ReasonsTold reasons={standing.reasons} at={standing.at} stale={standing.state === 'of-other-words'} />
      {open === 'reasons' ? <AnswerForClause {...at} reasons={standing.reasons} done={() => setOpen(null)} /> : null}
      {open === 'links' ? (
        <LinkClause {...at} serves={serves} obstructs={obstructs} done={() => setOpen(null)} />
      ) : (
        <Linked serves={serves} obstructs={obstructs} />
      )}
      {may && open === null ? (
        <div className={css.line}>
          {told.owes ? (
            <Button variant="default" size="sm" onClick={() => setOpen('reasons')}>
              Answer for it
            </Button>
          ) : null}
          <Button variant="default" size="sm" onClick={() => setOpen('links')}>
            Link standards
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Linked({ serves, obstructs }: { readonly serves: readonly string[]; readonly obstructs: readonly string[] }) {
  if (serves.length + obstructs.length === 0) return null;
  return (
    <p className={css.line}>
      {serves.length > 0 ? (
        <span>
          Serves: <Standards ids={serves} />
        </span>
      ) : null}
      {obstructs.length > 0 ? (
        <span className={css.against}>
          Stands in the way of: <Standards ids={obstructs} />
        </span>
      ) : null}
    </p>
  );
}

interface Titled {
  readonly standards: readonly { readonly id: string; readonly title?: string }[];
}

function Standards({ ids }: { readonly ids: readonly string[] }) {
  const { data } = useAsked<Titled>('/v1/standards');
  const titles = new Map((data?.standards ?? []).map((one) => [one.id, one.title]));
  return (
    <>
      {ids.map((id, at) => (
        <span key={id}>
          {at > 0 ? ', ' : ''}
          <Link to="/standards/$id" params={{ id } as never}>
            {titles.get(id) ?? id}
          </Link>
        </span>
      ))}
    </>
  );
}
