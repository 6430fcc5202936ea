// The moment that somebody is coached from: the standard, the words, and what good sounds like.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CoachingDraft } from '../coaching/coaching.shape.ts';
import { Said } from '../../web/kit/said.view.tsx';
import css from './coaching.module.css';

export interface MomentProps {
  readonly moment: Pick<CoachingDraft, 'contact' | 'mark' | 'verdict' | 'quotes' | 'standard' | 'followed'>;
}

const instruction: Readonly<Record<NonNullable<CoachingDraft['followed']>['kind'], (part?: string) => string>> = {
  policy: (part) =>
    part === undefined ? 'a policy that held that day' : `clause ${part} of a policy that held that day`,
  procedure: (part) =>
    part === undefined ? 'a procedure that held that day' : `step ${part} of a procedure that held that day`,
  word: () => 'what they were told to do',
};

/** They did as they were told: whoever coaches, and whoever is coached, reads that before anything else. */
export function Followed({ followed, own }: { readonly followed: CoachingDraft['followed']; readonly own: boolean }) {
  if (!followed) return null;
  const what = instruction[followed.kind](followed.part);
  return (
    <p className={css.notice} role="note">
      <strong>{`${own ? 'You' : 'Whoever served'} followed an instruction.`}</strong>{' '}
      {`It was found that ${own ? what.replace('they were', 'you were') : what} led to this${followed.inPart ? ', in part' : ''}. What has to change is the instruction${own ? '.' : ': a note that asks for something else puts them between the two.'}`}
    </p>
  );
}

export function Moment({ moment: { contact, mark, verdict, quotes, standard } }: MomentProps) {
  return (
    <section className={css.section} aria-labelledby="the-moment">
      <h2 id="the-moment">{verdict === 'met' ? 'What went well' : 'The moment'}</h2>
      {quotes.length > 0 ? (
        <Said turns={quotes} sort={verdict === 'met' ? 'good' : 'bad'} />
      ) : (
        <p className={css.soft}>It was never said, so no words can be shown.</p>
      )}
      <p>
        <strong>The standard:</strong>{' '}
        <Link to="/standards/$id" params={{ id: standard.id } as never}>
          {standard.title}
        </Link>
        . {standard.says}
      </p>
      {verdict === 'failed' && standard.instead ? (
        <p>
          <strong>Instead:</strong> {standard.instead}
        </p>
      ) : null}
      <p>
        <Link to="/contacts/$id" params={{ id: contact } as never} search={{ mark } as never}>
          The whole contact
        </Link>
      </p>
    </section>
  );
}

export function Example({ example, more }: { readonly example: CoachingDraft['example']; readonly more?: ReactNode }) {
  if (!example) return null;
  return (
    <section className={css.section} aria-labelledby="what-good-sounds-like">
      <h2 id="what-good-sounds-like">What good sounds like</h2>
      <Said turns={example.turns} sort="good" />
      <p className={css.soft}>
        {example.from === 'own'
          ? 'Somebody’s own words here. Whose, is told to nobody.'
          : 'An example that comes with the standards.'}
      </p>
      {more}
    </section>
  );
}
