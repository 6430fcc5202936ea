// My page: one's own record, what one does well first, one's own marks with their words, and the way to answer them. Nobody else is
// on it.
import { Link } from '@tanstack/react-router';
import type { OnePerson } from '../one-person/one-person.shape.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { sees, useMe } from '../../web/me.ts';
import { OfContacts } from './of-contacts.view.tsx';
import { OnRecord } from './on-record.view.tsx';
import css from './people.module.css';

export function Page() {
  const me = useMe();
  if (!me.person)
    return (
      <div className={css.page}>
        <h1>My page</h1>
        <Empty
          title="It is not known yet which person of the record you are"
          action={sees(me, ['owner']) ? <Link to="/settings/people">Permissions</Link> : undefined}
        >
          Ask the owner to link your sign-in to your name, under Permissions. Your certificates, what was done to help
          you and your last contacts then stand here.
        </Empty>
      </div>
    );
  return (
    <article className={css.page}>
      <header className={css.head}>
        <h1>My page</h1>
        <p className={css.soft}>
          What is on record of you, {me.person.name}, and what your last contacts kept. Those who answer for you see it
          as well; nobody is compared with you.
        </p>
        <p className={css.actions}>
          <Link to="/record">What is on record</Link>
          <Link to="/coaching">Coaching</Link>
          <Link to="/lessons">Lessons</Link>
          {sees(me, ['rep']) ? <Link to="/atrocities">Do I do this? (for you alone)</Link> : null}
        </p>
      </header>
      <Ask<OnePerson> path={`/v1/people/${encodeURIComponent(me.person.id)}`}>
        {(person) => (
          <>
            {person.marks ? <OfContacts marks={person.marks} own /> : null}
            <OnRecord person={person} />
          </>
        )}
      </Ask>
    </article>
  );
}
