// One fix: what was agreed, what was expected, how failing went where it was changed and where it was not, the verdict in words,
// and what may be done now.
import { useEffect, useRef } from 'react';
import { CauseLabel } from '../../web/kit/cause.view.tsx';
import { day, percent, sentence } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import { FixActions } from './fix-actions.view.tsx';
import type { Fix } from './fix-columns.core.ts';
import css from './fixes.module.css';

export function FixCard({ fix, named }: { readonly fix: Fix; readonly named: boolean }) {
  const me = useMe();
  const card = useRef<HTMLElement>(null);
  // Whoever came for this fix alone is taken to it.
  useEffect(() => {
    if (named) card.current?.scrollIntoView({ block: 'center' });
  }, [named]);
  const { evidence } = fix;
  const may = !me.readsOnly && sees(me, ['owner', 'district-manager', 'manager']);
  return (
    <article className={css.card} ref={card} aria-label={fix.says} aria-current={named ? 'true' : undefined}>
      <CauseLabel cause={fix.cause} />
      <h3>{fix.says}</h3>
      <p className={css.soft}>{`${fix.title} · ${fix.sites.map((site) => fix.siteNames[site] ?? site).join(', ')}`}</p>
      <p>{`Expected: ${Math.round(fix.expected * 100)} points less failing.`}</p>
      {evidence ? (
        <dl className={css.evidence}>
          <Side name="Where it was changed" before={evidence.changedBefore} after={evidence.changedAfter} />
          <Side name="Where it was not" before={evidence.unchangedBefore} after={evidence.unchangedAfter} />
        </dl>
      ) : null}
      {fix.sentences[0] ? <p>{fix.sentences[0]}</p> : null}
      <details>
        <summary>{`${sentence(fix.stateSays)}; what happened when`}</summary>
        <ul className={css.events}>
          {fix.events.map((one) => (
            <li key={`${one.kind} ${one.on}`}>{`${day(one.on)}: ${one.kind}${one.why ? `, ${one.why}` : ''}`}</li>
          ))}
          {fix.sentences.slice(1).map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </details>
      {may ? <FixActions fix={fix} /> : null}
    </article>
  );
}

interface Counts {
  readonly failed: number;
  readonly marked: number;
}

function Side({ name, before, after }: { readonly name: string; readonly before: Counts; readonly after: Counts }) {
  const rate = ({ failed, marked }: Counts): string => percent(marked === 0 ? null : failed / marked);
  return (
    <div>
      <dt>{name}</dt>
      <dd>{`${rate(before)} before, ${rate(after)} since`}</dd>
    </div>
  );
}
