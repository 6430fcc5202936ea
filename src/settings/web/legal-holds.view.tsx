// Legal holds: what stands, how much it holds, who placed it and why; placed by a form, released with a reason.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LegalHoldOnWire, LegalHoldsOnWire } from '../../contacts/legal-hold/legal-hold.shape.ts';
import type { WholeDocumentOnWire } from '../../record/publish/documents.shape.ts';
import { send } from '../../web/api.ts';
import { Ask, useAsked } from '../../web/kit/ask.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { countOf, day } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import { PlaceHold } from './place-hold.view.tsx';
import css from './settings.module.css';

export function LegalHolds() {
  const me = useMe();
  const releases = sees(me, ['owner', 'counsel']);
  return (
    <section className={css.section} aria-labelledby="holds">
      <h2 id="holds">Legal holds</h2>
      <p className={css.soft}>
        While a legal hold stands, nothing erases what it holds: no period, no request, no undone import, nobody who
        takes a row out. It is never rewritten, only released.
      </p>
      <Ask<LegalHoldsOnWire>
        path="/v1/legal-holds"
        isEmpty={({ holds }) => holds.length === 0}
        empty={<p>None stands. Place one as soon as a claim or a letter from a lawyer comes in.</p>}
      >
        {({ holds }) => (
          <ul className={css.list}>
            {holds.map((one) => (
              <Hold key={one.id} hold={one} releases={releases} />
            ))}
          </ul>
        )}
      </Ask>
      {sees(me, ['owner', 'counsel', 'hr', 'district-manager']) ? <PlaceHold /> : null}
    </section>
  );
}

function Hold({ hold, releases }: { readonly hold: LegalHoldOnWire; readonly releases: boolean }) {
  const [asking, setAsking] = useState(false);
  const { releasedAt } = hold;
  return (
    <li className={css.item}>
      <div>
        <strong>
          <What hold={hold} />
        </strong>
        <p>{hold.says}</p>
        <p className={css.soft}>
          {releasedAt === undefined
            ? `Since ${day(hold.placedAt)} · holds ${held(hold)}`
            : `From ${day(hold.placedAt)} until ${day(releasedAt)} · released: ${hold.releaseSays ?? ''}`}
        </p>
      </div>
      {releasedAt === undefined && releases && !asking ? (
        <div className={css.acts}>
          <Button
            variant="default"
            size="sm"
            onClick={() => setAsking(true)}
            aria-label={`Release the hold: ${hold.says}`}
          >
            Release
          </Button>
        </div>
      ) : null}
      {asking && releasedAt === undefined ? <Release id={hold.id} onLeave={() => setAsking(false)} /> : null}
    </li>
  );
}

function held({ holds, rows }: LegalHoldOnWire): string {
  const contacts = holds > 0 || rows === 0 ? [countOf(holds, 'contact')] : [];
  return [...contacts, ...(rows > 0 ? [`${countOf(rows, 'row')} of the record`] : [])].join(' and ');
}

function What({ hold }: { readonly hold: LegalHoldOnWire }) {
  const { about, contact, site, from, to, kind, document, letter, person } = hold;
  if (about === 'document')
    return (
      <Link to="/documents/$kind/$id" params={{ kind: kind ?? '', id: document ?? '' } as never}>
        <TitleOf kind={kind ?? ''} id={document ?? ''} />
      </Link>
    );
  if (about === 'letter')
    return (
      <Link to="/letters/$id" params={{ id: letter ?? '' } as never}>
        One letter
      </Link>
    );
  if (about === 'person') return `All that is on record of ${person ?? ''}`;
  if (about === 'contact')
    return (
      <Link to="/contacts/$id" params={{ id: contact ?? '' } as never}>
        One contact
      </Link>
    );
  if (about === 'customer') return 'Every contact of one customer';
  const days =
    from === undefined && to === undefined
      ? 'every day'
      : [from && `from ${day(from)}`, to && `until ${day(to)}`].filter(Boolean).join(' ');
  return `The site ${site ?? ''}, ${days}`;
}

/** A document by its title; by its id where whoever looks may not read it. */
function TitleOf({ kind, id }: { readonly kind: string; readonly id: string }) {
  const { data } = useAsked<WholeDocumentOnWire>(`/v1/documents/${kind}/${encodeURIComponent(id)}`);
  return <>{`The ${kind} ${data?.shown?.title ?? id}`}</>;
}

function Release({ id, onLeave }: { readonly id: string; readonly onLeave: () => void }) {
  const queries = useQueryClient();
  const [says, setSays] = useState('');
  const release = useMutation({
    mutationFn: async () => send('POST', `/v1/legal-holds/${id}/release`, { says }),
    onSuccess: async () => queries.invalidateQueries(),
  });
  return (
    <form
      className={css.narrow}
      onSubmit={(event) => {
        event.preventDefault();
        release.mutate();
      }}
    >
      <TextInput
        label="Why may it go?"
        value={says}
        onChange={(event) => setSays(event.currentTarget.value)}
        withAsterisk={false}
        required
        minLength={3}
        maxLength={500}
      />
      {release.error ? <ProblemNotice problem={release.error} /> : null}
      <div className={css.acts}>
        <Button variant="default" onClick={onLeave}>
          Leave it
        </Button>
        <Button type="submit" loading={release.isPending}>
          Release the hold
        </Button>
      </div>
    </form>
  );
}
