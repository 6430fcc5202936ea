// Passkeys: a member adds and takes off their own; whoever has one signs in with it and nothing else.
import { randomBytes } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import { readOrganisation } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { memberOf } from '../members/acting-member.use.ts';
import { takeChallenge, writeChallenge } from './challenge.store.ts';
import { tellOfWay } from './notice.use.ts';
import {
  findPasskey,
  readPasskeys,
  writePasskey,
  writePasskeyEnd,
  writePasskeyUse,
  type Passkey,
} from './passkey.store.ts';
import { signIn, type SignedIn } from './sign-in.use.ts';
import { askForAny, askForNew, readAnswer, readNew, type Answer, type Place } from './web-authn.ts';

export interface Asked {
  /** Sent back with the answer. */
  readonly ticket: string;
  /** For the browser, as it is. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Ask the acting member's browser to make a passkey. @throws Fault `member-missing` */
export async function beginPasskey(work: Work, place: Place): Promise<Asked> {
  const member = await memberOf(work);
  const existing = (await readPasskeys(work, member.id)).map((one) => one.id);
  const organisation = (await readOrganisation(work))?.name ?? 'Customary';
  const options = await askForNew(place, organisation, member, existing);
  return keep(work, 'new-passkey', member.id, options);
}

/** Keep the passkey that it made. @throws Fault `member-missing`, `passkey-refused` */
export async function addPasskey(
  work: Work,
  place: Place,
  { ticket, answer, says }: { ticket: string; answer: Answer; says: string },
): Promise<void> {
  const own = await memberOf(work);
  const member = own.id;
  const challenge = await takeChallenge(work, ticket, 'new-passkey');
  const read = challenge?.member === member ? await readNew(place, challenge.about['challenge'] ?? '', answer) : null;
  if (!read || (await findPasskey(work, read.id))) throw passkeyRefused('unready');
  await writePasskey(work, { ...read, member, says });
  await append(work, { kind: 'passkey.added', subjects: [member] });
  await tellOfWay(work, own, 'passkey.added');
}

/** The acting member's passkeys, oldest first. @throws Fault `member-missing` */
export async function listPasskeys(work: Work): Promise<Passkey[]> {
  return readPasskeys(work, (await memberOf(work)).id);
}

/** Take one off. @throws Fault `member-missing`, `passkey-unknown` */
export async function removePasskey(work: Work, id: string): Promise<void> {
  const member = await memberOf(work);
  if (!(await writePasskeyEnd(work, member.id, id)))
    throw new Fault('passkey-unknown', 'missing', 'You have no passkey of this id. Read the list again.');
  await append(work, { kind: 'passkey.removed', subjects: [member.id] });
  await tellOfWay(work, member, 'passkey.removed');
}

/** Ask a stranger's browser for a passkey. */
export async function askForPasskey(work: Work, place: Place): Promise<Asked> {
  return keep(work, 'passkey', null, await askForAny(place));
}

/** Let in whoever has answered with a passkey that is kept here. @throws Fault `passkey-refused` */
export async function signInWithPasskey(
  work: Work,
  place: Place,
  { ticket, answer, device }: { ticket: string; answer: Answer; device: string },
): Promise<SignedIn> {
  const challenge = await takeChallenge(work, ticket, 'passkey');
  const passkey = typeof answer['id'] === 'string' ? await findPasskey(work, answer['id']) : null;
  const read =
    challenge && passkey ? await readAnswer(place, challenge.about['challenge'] ?? '', answer, passkey) : null;
  if (!read || !passkey) throw passkeyRefused('signed-out');
  await writePasskeyUse(work, passkey.id, read.counter);
  return signIn(work, passkey.member, 'passkey', device);
}

async function keep(
  work: Work,
  kind: 'passkey' | 'new-passkey',
  member: string | null,
  options: { readonly challenge: string },
): Promise<Asked> {
  const ticket = `c${randomBytes(16).toString('hex')}`;
  await writeChallenge(work, { id: ticket, kind, member, about: { challenge: options.challenge } });
  return { ticket, options: { ...options } };
}

function passkeyRefused(kind: 'unready' | 'signed-out'): Fault {
  const sentence =
    'This passkey was not taken: it is of another server, was taken off, or too much time has passed. Try again.';
  return kind === 'unready'
    ? new Fault('passkey-refused', 'unready', sentence)
    : new Fault('passkey-unopened', 'signed-out', sentence);
}
