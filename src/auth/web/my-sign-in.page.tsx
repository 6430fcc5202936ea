// How I sign in: my password, passkeys, one-time codes, and where I am signed in.
import { useMe } from '../../web/me.ts';
import { Ask } from '../../web/kit/ask.view.tsx';
import { Empty } from '../../web/kit/empty.view.tsx';
import { CodeSection } from './code-section.view.tsx';
import { PasskeySection } from './passkey-section.view.tsx';
import { PasswordSection } from './password-section.view.tsx';
import { SessionSection } from './session-section.view.tsx';
import css from './settings.module.css';

export interface Standing {
  readonly password: boolean;
  readonly code: { readonly on: boolean; readonly recoveryLeft: number };
  readonly passkeys: readonly {
    readonly id: string;
    readonly says: string;
    readonly madeAt: string;
    readonly usedAt: string | null;
  }[];
}

export function Page() {
  const me = useMe();
  if (me.member === null)
    return (
      <Empty title="My sign-in">
        This browser shows a token in place of a person, so there is no password here to change.
      </Empty>
    );
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>My sign-in</h1>
        <p>
          {me.member.name}
          {me.member.email === null ? '' : `, ${me.member.email}`}
        </p>
      </header>
      {me.member.email === null ? null : (
        <Ask<Standing> path="/v1/me/sign-in">
          {(standing) => (
            <>
              <PasskeySection passkeys={standing.passkeys} ways={me.ways} />
              <PasswordSection has={standing.password} />
              <CodeSection code={standing.code} />
            </>
          )}
        </Ask>
      )}
      <SessionSection />
    </div>
  );
}
