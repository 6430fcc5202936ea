// People and permissions: who signs in, what each may, who is invited, and mail that waits to be passed on.
import { Ask, useAsked } from '../../web/kit/ask.view.tsx';
import { InviteForm } from './invite-form.view.tsx';
import { InvitationList } from './invitation-list.view.tsx';
import { MemberItem, type Member } from './member-item.view.tsx';
import { Outbox } from './outbox.view.tsx';
import css from './settings.module.css';
import { TokensSection } from './tokens-section.view.tsx';
import { useSiteNames } from './use-site-names.ts';

export function Page() {
  const sites = useSiteNames();
  const { data: outbox } = useAsked<{ sends: boolean }>('/v1/mail/outbox');
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>People and permissions</h1>
        <p>Who signs in here, what each may see, and where. A change holds from the next click on.</p>
      </header>
      <InviteForm sites={sites} />
      <InvitationList sites={sites} />
      <section className={css.section} aria-labelledby="members">
        <h2 id="members">Who signs in</h2>
        <Ask<{ members: readonly Member[] }> path="/v1/members">
          {({ members }) => (
            <ul className={css.list}>
              {members.map((one) => (
                <MemberItem key={one.id} member={one} sites={sites} />
              ))}
            </ul>
          )}
        </Ask>
      </section>
      <TokensSection />
      {outbox?.sends === false ? <Outbox /> : null}
    </div>
  );
}
