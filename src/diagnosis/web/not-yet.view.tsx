// Where the shares were not worked out yet: what is still missing, and what to do first.
import { Link } from '@tanstack/react-router';
import { Empty } from '../../web/kit/empty.view.tsx';
import { Progress } from '../../web/kit/progress.view.tsx';
import { Quote } from '../../web/kit/quote.view.tsx';
import { countOf } from '../../web/kit/words.ts';
import { seesWhole, useMe } from '../../web/me.ts';
import { BringRecord } from './bring-record.view.tsx';
import { useGrowingOverview } from './growing-overview.ts';
import type { Overview } from '../overview/overview.shape.ts';
import { whyNoShares } from './shares.core.ts';
import { SiteCauses } from './site-causes.view.tsx';

/** @param inside in a page that has its own heading */
export function NotYet({ told, inside = false }: { readonly told: Overview; readonly inside?: boolean }) {
  const { making } = useGrowingOverview();
  const whole = seesWhole(useMe());
  if (making)
    return (
      <>
        {inside ? null : <h1>What do you think it is?</h1>}
        <Progress says="The demo organisation is being made. Contacts read so far" done={told.contacts} />
        <p>
          A year of calls, visits and chats at its sites is read and marked, and the causes are found at the end. What
          there is so far is on <Link to="/">Today</Link>; this page goes on by itself.
        </p>
      </>
    );
  if (told.contacts === 0)
    return (
      <>
        {inside ? null : <h1>What do you think it is?</h1>}
        <Empty
          title="Bring your calls first"
          action={<Link to="/contacts/bring">Bring calls, visits or chats</Link>}
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
  if (!whole)
    return (
      <>
        {inside ? null : <h1>What it is at your sites</h1>}
        <SiteCauses told={told} />
      </>
    );
  return (
    <>
      {inside ? null : <h1>Not enough to say yet</h1>}
      <Empty
        title={countOf(told.failures, 'time something was missed', 'times something was missed')}
        action={lacksRecord(told) ? <BringRecord /> : <Link to="/contacts">See the contacts</Link>}
      >
        {whyNoShares(told.causes)}
      </Empty>
    </>
  );
}

const lacksRecord = ({ causes }: Overview): boolean =>
  causes?.report.kind === 'nothing' && causes.report.why === 'no-record';
