// The verbs of checkpoints: seal and sign, list, take away, and who gets each day's by mail.
import { Fault } from '../../kernel/fault.ts';
import type { Actor } from '../../kernel/actor.ts';
import { append } from '../../platform/ledger/append.ts';
import { addressesOf, writeAddresses } from '../../platform/ledger/checkpoint-addresses.ts';
import {
  listCheckpoints,
  makeCheckpoint,
  ownVerifierKey,
  takeCheckpoint,
  type ListedCheckpoint,
  type MadeCheckpoint,
} from '../../platform/ledger/checkpoints.ts';
import { claimLedger } from '../../platform/ledger/ledger-head.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayBind, assertMayReadBinder } from '../binder.access.ts';
import { sealRows, waitingRows, type Waiting } from './seal-rows.use.ts';

/** The program itself, which seals and signs every day. */
export const sealer = (orgId: string): Actor => ({ orgId, id: 'sealer', roles: ['owner'] });

/** Seals some of the rows that wait. Returns how many. @throws Fault `binder-forbidden` */
export async function sealSome(work: Work, waiting: readonly Waiting[]): Promise<number> {
  assertMayBind(work.actor);
  return sealRows(work, waiting, false);
}

/** Signed, or more waits for a seal than goes into one transaction. */
export type SealedOrWaiting = { readonly checkpoint: MadeCheckpoint } | { readonly waiting: readonly Waiting[] };

/**
 * Seals what waits and signs, in one transaction, where no more than `most` rows wait. Whoever writes meanwhile waits, so that a row
 * with a line of the ledger before this one is never left out.
 * @throws Fault `binder-forbidden`, `ledger-not-as-signed`
 */
export async function sealAndSign(work: Work, most: number): Promise<SealedOrWaiting> {
  assertMayBind(work.actor);
  await claimLedger(work);
  const waiting = await waitingRows(work);
  if (waiting.length > most) return { waiting };
  await sealRows(work, waiting, true);
  return { checkpoint: await makeCheckpoint(work) };
}

export interface CheckpointsTold {
  /** The public key, as others give it to their verifier. */
  readonly key: string;
  readonly checkpoints: readonly ListedCheckpoint[];
  readonly addresses: readonly string[];
}

/** The newest checkpoints, the key, and who gets them by mail. @throws Fault `binder-forbidden` */
export async function readCheckpoints(work: Work): Promise<CheckpointsTold> {
  assertMayReadBinder(work.actor);
  return {
    key: ownVerifierKey(work),
    checkpoints: await listCheckpoints(work, 60),
    addresses: await addressesOf(work),
  };
}

/** The signed note; that it left is written down. @throws Fault `binder-forbidden`, `checkpoint-unknown` */
export async function giveCheckpoint(work: Work, size: number): Promise<string> {
  assertMayBind(work.actor);
  return takeCheckpoint(work, size);
}

/** Who gets each day's checkpoint by mail; empty for nobody. @throws Fault `binder-forbidden` */
export async function chooseAddresses(work: Work, addresses: readonly string[]): Promise<void> {
  if (!work.actor.roles.includes('owner'))
    throw new Fault(
      'binder-forbidden',
      'forbidden',
      'Only an owner says who gets checkpoints by mail. Ask one of them.',
    );
  await writeAddresses(work, addresses);
  await append(work, { kind: 'checkpoint.addresses-chosen', subjects: [String(new Set(addresses).size)] });
}

/** Mails a checkpoint to whoever was chosen. Returns to how many. */
export async function mailCheckpoint(work: Work, { size, note }: MadeCheckpoint): Promise<number> {
  const addresses = await addressesOf(work);
  for (const to of addresses)
    await postMail(work, {
      to,
      subject: `Checkpoint of ${work.now.slice(0, 10)}: ${size} lines`,
      words: `${mailed}\n\n${note}`,
    });
  if (addresses.length > 0) await takeCheckpoint(work, size, 'mailed');
  return addresses.length;
}

const mailed = `Keep this letter. What stands below the line vouches for everything on record up to now: nobody can change, remove or
back-date a row of it unseen while you hold it. To check: save the lines below as a file and give it to
"customary ledger verify --checkpoint FILE".

-----`;
