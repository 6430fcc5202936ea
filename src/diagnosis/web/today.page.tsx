// Today: what to do now, for whoever is signed in. One's own calls for those who serve, what is open for those who answer for
// them, the shares and the sum for those who answer for the whole.
import { IconSunrise } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { day } from '../../web/kit/words.ts';
import { type Me, sees, seesWhole, useMe } from '../../web/me.ts';
import { AnswersWait } from '../../web/kit/answers-wait.view.tsx';
import { DisputesWait } from '../../web/kit/disputes-wait.view.tsx';
import { CoachingWaits } from '../../web/kit/coaching-wait.view.tsx';
import { DutiesWait } from '../../web/kit/duties-wait.view.tsx';
import { DocumentsWait } from '../../web/kit/documents-wait.view.tsx';
import { LettersWait } from '../../web/kit/letters-wait.view.tsx';
import { ReviewsWait } from '../../web/kit/reviews-wait.view.tsx';
import { ToReadCard } from '../../web/kit/to-read.view.tsx';
import type { Today } from '../today/today.shape.ts';
import { OpenQuestions } from './open-questions.view.tsx';
import { OwnCalls } from './own-calls.view.tsx';
import { hasOwnDoors, OwnDoors } from './own-doors.view.tsx';
import { Team } from './team.view.tsx';
import { ToConfirm } from './to-confirm.view.tsx';
import css from './today.module.css';
import { Verified } from './verified.view.tsx';
import { WholeService } from './whole-service.view.tsx';

const wholeReaders = ['owner', 'district-manager', 'auditor', 'trainer', 'reviewer'] as const;

export function Page() {
  const me = useMe();
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Today</h1>
        <Ask<Today> path="/v1/today">{(told) => <p className={css.soft}>{day(told.day)}</p>}</Ask>
      </header>
      <ReviewsWait />
      {looksAtWhole(me) ? <WholeService /> : null}
      <CoachingWaits />
      <ToReadCard />
      <LettersWait />
      <DisputesWait />
      <DocumentsWait />
      <Ask<Today> path="/v1/today">{(told) => <Waits told={told} me={me} />}</Ask>
      {looksAtWhole(me) ? <Verified /> : null}
    </div>
  );
}

/** A role over the whole organisation; a manager of one site has that site's day. */
function looksAtWhole(me: Me): boolean {
  return seesWhole(me) && sees(me, wholeReaders);
}

function Waits({ told, me }: { readonly told: Today; readonly me: Me }) {
  const { own, team, open } = told;
  const whole = looksAtWhole(me);
  if (!own && !team && !open && hasOwnDoors(me)) return <OwnDoors me={me} />;
  if (!own && !team && !open)
    return (
      <Empty title="Nothing waits for you" action={<Link to="/standards">Read the standards</Link>}>
        <IconSunrise size={28} stroke={1.4} aria-hidden /> Your last calls, what to practise and what is due will stand
        here once you are named in the record. Ask whoever keeps it to link you to your name.
      </Empty>
    );
  return (
    <>
      <AnswersWait />
      <DutiesWait />
      {team ? <Team team={team} /> : null}
      {open && !whole ? <ToConfirm findings={open.findings} /> : null}
      {open ? <OpenQuestions questions={open.questions} /> : null}
      {own ? <OwnCalls own={own} alone={!team} /> : null}
    </>
  );
}
