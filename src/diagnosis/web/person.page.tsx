// One person's page, for those who help them: what would help now, what they do well, what the record says. No figure here stands
// beside anybody else's, and what was missed long ago is no longer told.
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { OnePerson } from '../one-person/one-person.shape.ts';
import { isRepCode } from '../../contacts/rep-code.core.ts';
import { CoachingOf } from '../../web/kit/coaching-of.view.tsx';
import { Ask } from '../../web/kit/ask.view.tsx';
import { sentence, taskWord } from '../../web/kit/words.ts';
import { sees, useMe } from '../../web/me.ts';
import { NotOnRecord } from './not-on-record.view.tsx';
import { OfContacts } from './of-contacts.view.tsx';
import { OnRecord } from './on-record.view.tsx';
import css from './people.module.css';

export function Page() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  if (isRepCode(id)) return <NotOnRecord key={id} code={id} />;
  return (
    <Ask<OnePerson> title="People" path={`/v1/people/${encodeURIComponent(id)}`}>
      {(person) => <Told person={person} />}
    </Ask>
  );
}

function Told({ person }: { readonly person: OnePerson }) {
  const me = useMe();
  const now = person.posts.filter((one) => one.from <= person.today && (one.to === undefined || one.to > person.today));
  const may = sees(me, ['owner', 'district-manager', 'manager', 'trainer', 'hr']) && !me.readsOnly;
  const about = { person: person.id };
  return (
    <article className={css.page}>
      <header className={css.head}>
        <p>
          <Link to="/people">People</Link>
        </p>
        <h1>{person.name}</h1>
        <p className={css.soft}>
          {now.length === 0
            ? 'No post today'
            : now.map(({ role, site }) => `${sentence(taskWord(role))} at ${site.name}`).join(', ')}
        </p>
        {may ? (
          <p className={css.actions}>
            <Button renderRoot={(props) => <Link {...props} to="/record/add/observations" search={about as never} />}>
              Write down what you did
            </Button>
            <Button
              variant="default"
              renderRoot={(props) => <Link {...props} to="/record/add/certificates" search={about as never} />}
            >
              Add a certificate
            </Button>
            {sees(me, ['owner', 'district-manager', 'manager']) ? (
              <Button
                variant="default"
                renderRoot={(props) => <Link {...props} to="/contacts" search={about as never} />}
              >
                Their contacts
              </Button>
            ) : null}
          </p>
        ) : null}
      </header>
      <CoachingOf person={person.id} />
      <OnRecord person={person} />
      {person.marks ? <OfContacts marks={person.marks} own={false} /> : null}
    </article>
  );
}
