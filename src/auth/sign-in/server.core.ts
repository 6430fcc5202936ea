// What a server tells sign-in of itself.
import type { Actor } from '../../kernel/actor.ts';

export interface SignInServer {
  /** The organisation that people of this server belong to. */
  readonly orgId: string;
  /** `https://care.example.org`, as the server was named when it was started: where links in letters lead. Absent: it has no name. */
  readonly address?: string | null;
  /** Printed in the terminal: whoever has it sets up first, or looks around the demo. */
  readonly terminalToken: string;
  /** Whether the folder is the demo's. */
  readonly demo: boolean;
  /** The cost of a password's hash. */
  readonly cost: number;
  /** Whether mail can be sent. */
  readonly mail: boolean;
  /** Which standards an organisation keeps that is made at set-up, by their ids; none, or no such hook: all. */
  readonly beginsWith?: () => Promise<readonly string[]>;
  /** Another's sign-in that the owner has set up; null where there is none. */
  readonly singleSignOn: SingleSignOn | null;
}

/** An OpenID provider, as its administrator gives it out. */
export interface SingleSignOn {
  /** What people call it, e.g. `Harbor accounts`. */
  readonly name: string;
  /** `https://accounts.example.org`, without the well-known path. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Of the program itself, before it is known who asks. */
export function doorOf({ orgId }: Pick<SignInServer, 'orgId'>): Actor {
  return { orgId, id: 'door', roles: [] };
}
