// The Monday page on screen: the same that goes to owners by mail, each line leading to where it is told whole; weeks before it, and
// whether it comes by mail.
import { Button, Switch } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { send, withQuery } from '../../web/api.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { ProblemNotice } from '../../web/kit/problem.view.tsx';
import { Quote } from '../../web/kit/quote.view.tsx';
import { day } from '../../web/kit/words.ts';
import type { Monday } from '../monday/monday.shape.ts';
import css from './monday.module.css';

export function Page() {
  const { monday } = useSearch({ strict: false }) as { monday?: string };
  return (
    <div className={css.page}>
      <h1>Monday</h1>
      <Ask<Monday> path={withQuery('/v1/monday', { monday })}>
        {(told) => <Told told={told} isLast={monday === undefined} />}
      </Ask>
    </div>
  );
}

function Told({ told, isLast }: { readonly told: Monday; readonly isLast: boolean }) {
  const { page, earlier, later, choice, sends } = told;
  const { quote } = page;
  const nothing = page.lead.includes('brought in');
  return (
    <>
      <Weeks earlier={earlier} later={later} lead={page.lead} />
      {isLast && later !== null ? (
        <p className={css.soft}>Nothing came in since. This is the last week that had contacts.</p>
      ) : null}
      {nothing && earlier === null ? (
        <Empty title="Nothing to tell yet" action={<Link to="/contacts/bring">Bring calls, visits or chats</Link>}>
          Each Monday at seven this page says what got better last week, what did not, what was verified and what waits
          for a decision. It needs contacts with their day.
        </Empty>
      ) : (
        <div className={css.parts}>
          {page.parts.map(({ id, heading, lines }) => (
            <section key={id} className={css.part} aria-labelledby={id} data-part={id}>
              <h2 id={id}>{heading}</h2>
              <ul>
                {lines.map(({ says, path }) => (
                  <li key={says}>{path === undefined ? says : <Into path={path}>{says}</Into>}</li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      {quote ? (
        <section className={css.part} aria-labelledby="quote">
          <h2 id="quote">{quote.about}</h2>
          <Quote
            words={quote.words}
            before={quote.before}
            after={quote.after}
            from={quote.from}
            more={<Into path={quote.path}>The whole of it</Into>}
          />
        </section>
      ) : null}
      {choice ? <ByMail choice={choice} sends={sends} /> : null}
    </>
  );
}

/** A link into the app, of a path as the page's rules write it. */
function Into({ path, children }: { readonly path: string; readonly children: string }) {
  const [to, query] = path.split('?');
  const search = Object.fromEntries(new URLSearchParams(query));
  return (
    <Link to={to!} search={search as never}>
      {children}
    </Link>
  );
}

function Weeks({ earlier, later, lead }: Pick<Monday, 'earlier' | 'later'> & { readonly lead: string }) {
  const navigate = useNavigate();
  const go = (monday: string): void => void navigate({ to: '/monday', search: { monday } as never });
  return (
    <div className={css.weeks}>
      <p className={css.lead}>{lead}</p>
      <p className={css.steps}>
        <Button
          variant="default"
          size="sm"
          disabled={earlier === null}
          onClick={() => earlier && go(earlier)}
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          Earlier
        </Button>
        <Button
          variant="default"
          size="sm"
          disabled={later === null}
          onClick={() => later && go(later)}
          rightSection={<IconArrowRight size={16} aria-hidden />}
        >
          Later
        </Button>
      </p>
    </div>
  );
}

function ByMail({ choice, sends }: { readonly choice: NonNullable<Monday['choice']>; readonly sends: boolean }) {
  const queries = useQueryClient();
  const [isOn, setIsOn] = useState(choice.isOn);
  const again = async (): Promise<void> =>
    queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/v1/m') });
  const choose = useMutation({
    mutationFn: async (next: boolean) => send('PUT', '/v1/monday/choice', { isOn: next }),
    onSuccess: again,
    onError: () => setIsOn(choice.isOn),
  });
  const now = useMutation({ mutationFn: async () => send('POST', '/v1/monday/send'), onSuccess: again });
  const waits = !sends || choice.email === null;
  return (
    <section className={css.mail} aria-labelledby="mail">
      <h2 id="mail">By mail</h2>
      <Switch
        checked={isOn}
        onChange={(event) => {
          setIsOn(event.currentTarget.checked);
          choose.mutate(event.currentTarget.checked);
        }}
        label="Send me this page each Monday at seven, and whatever is sure to cost business on the day it is"
      />
      <p className={css.soft}>
        {waits
          ? 'No mail server is set, or you have no address here: what would be sent waits under Permissions, to be read there.'
          : `It goes to ${choice.email}.`}
        {choice.last ? ` The last one is of ${day(choice.last)}.` : ''}
      </p>
      <div className={css.steps}>
        <Button variant="default" loading={now.isPending} onClick={() => now.mutate()}>
          Send me one now
        </Button>
        {now.isSuccess ? (
          <p role="status">
            {waits ? (
              <>
                It waits under <Link to="/settings/people">Permissions</Link>.
              </>
            ) : (
              'It is on its way.'
            )}
          </p>
        ) : null}
      </div>
      {(now.error ?? choose.error) ? <ProblemNotice problem={(now.error ?? choose.error)!} /> : null}
    </section>
  );
}
