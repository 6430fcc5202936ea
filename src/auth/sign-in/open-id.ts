// Single sign-on by OpenID Connect, with the library that is certified for it: the authorization code flow with PKCE, state
// and nonce. The provider is the one that the owner has set; nothing is asked of it before somebody wants to sign in.
import * as openid from 'openid-client';
import type { SingleSignOn } from './server.core.ts';

export interface Leaving {
  /** Where the browser goes. */
  readonly address: string;
  /** What must be known when it comes back. */
  readonly kept: { readonly state: string; readonly nonce: string; readonly verifier: string };
}

export interface Arrived {
  readonly email: string;
  /** Whether the provider vouches that the address is theirs. */
  readonly verified: boolean;
  readonly name: string | null;
}

/** Seconds that the provider may take for each answer. */
const patience = 10;

/** A provider as the owner set it. Its own description is read at the first use, and again every hour. */
export class OpenIdProvider {
  readonly #set: SingleSignOn;
  readonly #now: () => number;
  #known: { readonly configuration: openid.Configuration; readonly at: number } | undefined;

  constructor(set: SingleSignOn, now: () => number = Date.now) {
    this.#set = set;
    this.#now = now;
  }

  /** @param back the address that the provider sends the browser to */
  async leave(back: string): Promise<Leaving> {
    const configuration = await this.#configuration();
    const kept = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
    };
    const address = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: back,
      scope: 'openid email profile',
      state: kept.state,
      nonce: kept.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(kept.verifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, kept };
  }

  /**
   * Who came back, as the provider's signed token says.
   * @param url the address that the browser came back to, whole
   * @throws Error of the library where anything doesn't fit
   */
  async arrive(url: URL, { state, nonce, verifier }: Leaving['kept']): Promise<Arrived | null> {
    const tokens = await openid.authorizationCodeGrant(await this.#configuration(), url, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || typeof claims['email'] !== 'string') return null;
    const { email, name } = claims;
    return { email, verified: claims['email_verified'] === true, name: typeof name === 'string' ? name : null };
  }

  async #configuration(): Promise<openid.Configuration> {
    if (this.#known && this.#now() - this.#known.at < 3_600_000) return this.#known.configuration;
    const issuer = new URL(this.#set.issuer);
    const execute = issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : [];
    const configuration = await openid.discovery(issuer, this.#set.clientId, this.#set.clientSecret, undefined, {
      execute,
      timeout: patience,
    });
    this.#known = { configuration, at: this.#now() };
    return configuration;
  }
}
