// Who may call the routes of the server itself and of signing in.
import { everyRole } from '../kernel/actor.ts';
import { greets, line, noSite, own, ownSecrets, type RouteLine } from './route-line.core.ts';
import { thoseWhoWatchTheServer } from './route-roles.core.ts';

/** Open to whoever is not signed in yet, and to each about how they sign in. */
export const routesOfSigningIn: readonly RouteLine[] = [
  line('GET /healthz', 'readHealth', 'Say that the server runs', 'anybody', noSite),
  line('GET /readyz', 'readReadiness', 'Say whether the database answers and is of this version', 'anybody', noSite),
  line('GET /metrics', 'readMetrics', 'Count requests, for Prometheus', thoseWhoWatchTheServer),
  line('GET /v1/openapi.json', 'readOpenApi', 'Read this document', 'anybody', noSite),
  line('GET /v1/reference', 'readReference', 'Read this document as a page', 'anybody', noSite),

  line('GET /v1/me', 'readMe', 'Say who asks, and how to sign in', 'anybody', greets),
  line('POST /v1/set-up', 'setUp', 'Make the first owner', 'anybody', noSite),
  line('POST /v1/look-around', 'lookAround', 'Look around the demo', 'anybody', noSite),
  line('POST /v1/sign-in', 'signIn', 'Sign in with a password', 'anybody', noSite),
  line('POST /v1/sign-in/passkey/options', 'askForPasskey', 'Ask for a passkey', 'anybody', noSite),
  line('POST /v1/sign-in/passkey', 'signInWithPasskey', 'Sign in with a passkey', 'anybody', noSite),
  line('POST /v1/sign-in/single-sign-on', 'leaveForAccounts', 'Go to single sign-on', 'anybody', noSite),
  line('GET /v1/sign-in/single-sign-on/return', 'arriveFromAccounts', 'Come back from it', 'anybody', noSite),
  line('POST /v1/sign-in/forgotten', 'forgotPassword', 'Ask for a link to a new password', 'anybody', noSite),
  line('POST /v1/links/open', 'openLink', 'Read what a link is for', 'anybody', noSite),
  line('POST /v1/links/accept', 'acceptLink', 'Use an invitation or a link to a new password', 'anybody', noSite),
  line('POST /v1/sign-out', 'signOut', 'Sign this browser out', 'anybody', greets),
  line('GET /v1/me/sign-in', 'readMySignIn', 'Read how one signs in', everyRole, own),
  line('POST /v1/me/password', 'changePassword', 'Change one’s password', everyRole, ownSecrets),
  line('POST /v1/me/code/begin', 'beginCode', 'Begin with one-time codes', everyRole, ownSecrets),
  line('POST /v1/me/code/confirm', 'confirmCode', 'Have codes asked for', everyRole, ownSecrets),
  line('POST /v1/me/code/end', 'endCode', 'Have codes asked for no more', everyRole, ownSecrets),
  line('POST /v1/me/passkeys/options', 'beginPasskey', 'Begin a passkey', everyRole, ownSecrets),
  line('POST /v1/me/passkeys', 'addPasskey', 'Add a passkey', everyRole, ownSecrets),
  line('POST /v1/me/passkeys/{id}/remove', 'removePasskey', 'Take a passkey off', everyRole, ownSecrets),
  line('GET /v1/me/sessions', 'listSessions', 'List where one is signed in', everyRole, own),
  line('POST /v1/me/sessions/end', 'endOtherSessions', 'Sign out everywhere else', everyRole, ownSecrets),
  line('POST /v1/me/sessions/{id}/end', 'endSession', 'Sign out somewhere', everyRole, ownSecrets),
];
