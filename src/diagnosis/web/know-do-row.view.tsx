// One standard: kept by those shown and by those not, as two bars with their likely range, what that says, and where it leads.
import { Link } from '@tanstack/react-router';
import { ShareBar } from '../../web/kit/share-bar.view.tsx';
import { between, countOf, counted, percent } from '../../web/kit/words.ts';
import type { KnowDoFound } from '../know-do/know-do-report.core.ts';
import { missedIn, type SideTold } from '../know-do/know-do.core.ts';
import css from './know-do.module.css';

type Row = KnowDoFound['rows'][number];

export function KnowDoRowView({ row }: { readonly row: Row }) {
  const { standard, title, parts } = row;
  // An atrocity is met where it was not done.
  const done = row.kind === 'atrocity' ? 'not done' : 'kept';
  return (
    <li className={css.row}>
      <div className={css.says}>
        <h3>{title}</h3>
        <p>{row.told}</p>
        <p className={css.opens}>
          <Link to="/causes/failures" search={{ standard } as never}>
            {missedIn(row) > 0 ? `The ${countOf(missedIn(row), 'miss', 'misses')}` : 'What was missed'}
            <span className={css.hidden}> of {title}</span>
          </Link>
          <Link to="/record" search={{ kind: 'certificates' } as never}>
            Certificates<span className={css.hidden}> on record, for {title}</span>
          </Link>
          <Link to="/standards/$id" params={{ id: standard } as never}>
            The standard<span className={css.hidden}> {title}</span>
          </Link>
        </p>
      </div>
      <div className={css.sides}>
        <Side
          name={`With a certificate: ${done}`}
          side={row.with}
          nobody="Nobody had a certificate."
          colour="var(--accent)"
        />
        <Side
          name={`Without: ${done}`}
          side={row.without}
          nobody="Everybody had a certificate."
          colour="var(--training)"
        />
        {parts && parts.lapsed.people > 0 && parts.never.people > 0 ? (
          <p className={css.small}>
            Without: {missedOf(parts.lapsed)} after it had run out, {missedOf(parts.never)} never shown.
          </p>
        ) : null}
      </div>
    </li>
  );
}

interface SideProps {
  readonly name: string;
  readonly side: SideTold | null;
  readonly nobody: string;
  readonly colour: string;
}

function Side({ name, side, nobody, colour }: SideProps) {
  if (!side)
    return (
      <div className={css.side}>
        <span className={css.small}>{nobody}</span>
      </div>
    );
  const { rate, low, high, kept, missed, people } = side;
  return (
    <div className={css.side}>
      <span>
        {name} <strong>{percent(rate)}</strong>
      </span>
      <ShareBar share={rate} low={low} high={high} colour={colour} />
      <span className={css.small}>
        {counted(kept)} of {counted(kept + missed)} times, {countOf(people, 'person', 'people')}, {between(low, high)}
      </span>
    </div>
  );
}

function missedOf({ kept, missed }: { readonly kept: number; readonly missed: number }): string {
  return `${counted(missed)} of ${counted(kept + missed)} missed`;
}
