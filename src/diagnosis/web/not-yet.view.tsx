// Where the shares were not worked out yet: what is still missing, and what to do first.
import { Link } from '@tanstack/react-router';
import { Empty } from '../../web/kit/empty.view.tsx';
import { Quote } from '../../web/kit/quote.view.tsx';
import { counted } from '../../web/kit/words.ts';
import type { Overview } from '../overview/overview.shape.ts';

/** @param inside in a page that has its own heading */
export function NotYet({ told, inside = false }: { readonly told: Overview; readonly inside?: boolean }) {
  if (told.contacts === 0)
    return (
      <>
        {inside ? null : <h1>What do you think it is?</h1>}
        <Empty
          title="Bring your calls first"
          action={<Link to="/contacts">Bring calls, visits or chats</Link>}
          example={
            <Quote
              words="About 1 time in 3, the caller was never asked to rent."
              from="One sentence, one sum, one quote"
            />
          }
        >
          Customary reads what was said to customers, marks it by standards, and finds why it went wrong. A folder of
          transcripts or a table from your phone system is enough to begin.
        </Empty>
      </>
    );
  const why = told.causes?.report.kind === 'nothing' ? told.causes.told.join(' ') : '';
  return (
    <>
      {inside ? null : <h1>Not enough to say yet</h1>}
      <Empty
        title={`${counted(told.failures)} times something was missed`}
        action={<Link to="/contacts">See the contacts</Link>}
      >
        {why === ''
          ? 'How much each cause explains has not been worked out yet. It is worked out by itself after contacts and records come in; it takes about a minute for some thousand contacts.'
          : why}
      </Empty>
    </>
  );
}
