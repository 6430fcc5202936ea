// One-time codes: asked for after the password where a member has set them up; recovery codes beside them.
import { keyedDigest } from '../../kernel/digest.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { memberOf } from '../members/acting-member.use.ts';
import { readOrganisation } from '../../people/people-record.use.ts';
import { codeAddress, newCodeSecret, newRecoveryCodes, plainRecovery, stepOfCode } from './one-time-code.ts';
import { tellOfWay } from './notice.use.ts';
import { seal, unseal } from '../../platform/seal.ts';
import {
  countRecovery,
  dropCode,
  findCode,
  takeRecovery,
  writeCode,
  writeCodeStep,
  writeRecovery,
} from './secret.store.ts';

/** Whether a member's password alone doesn't open. */
export async function asksForCode(work: Work, member: string): Promise<boolean> {
  return (await findCode(work, member))?.confirmed === true;
}

/** Whether this is the code of these minutes, unused so far, or an unused recovery code. It is used up by asking. */
export async function takeCode(work: Work, member: string, told: string): Promise<boolean> {
  const kept = await findCode(work, member);
  if (!kept?.confirmed) return false;
  const step = stepOfCode(unseal(work.key, aboutOf(member), kept.sealed), told, Date.parse(work.now), kept.lastStep);
  if (step === null) return takeRecovery(work, member, recoveryDigest(work, told));
  return writeCodeStep(work, member, step);
}

export interface BegunCode {
  /** In base 32, to be typed. */
  readonly secret: string;
  /** `otpauth://...`, to be shown as a picture. */
  readonly address: string;
}

/** Begin with codes: a secret for the member's app, which counts once confirmCode was told a code of it. @throws Fault `member-missing`, `code-kept` */
export async function beginCode(work: Work): Promise<BegunCode> {
  const member = await memberOf(work);
  if (await asksForCode(work, member.id))
    throw new Fault(
      'code-kept',
      'conflict',
      'Codes are set up already. Take them off first to begin with another app.',
    );
  const secret = newCodeSecret();
  await writeCode(work, member.id, seal(work.key, aboutOf(member.id), secret));
  const issuer = (await readOrganisation(work))?.name ?? 'Customary';
  return { secret, address: codeAddress(secret, { issuer, account: member.email ?? member.name }) };
}

/** The app shows codes: they are asked for from now on. Returns recovery codes, this once. @throws Fault `member-missing`, `code-refused` */
export async function confirmCode(work: Work, told: string): Promise<string[]> {
  const member = await memberOf(work);
  const kept = await findCode(work, member.id);
  const step =
    kept && !kept.confirmed
      ? stepOfCode(unseal(work.key, aboutOf(member.id), kept.sealed), told, Date.parse(work.now), null)
      : null;
  if (step === null) throw codeRefused();
  await writeCodeStep(work, member.id, step);
  const codes = newRecoveryCodes();
  await writeRecovery(
    work,
    member.id,
    codes.map((code) => recoveryDigest(work, code)),
  );
  await append(work, { kind: 'code.begun', subjects: [member.id] });
  await tellOfWay(work, member, 'code.begun');
  return codes;
}

/** No code is asked for any more; a last one shows that it is the member who says so. @throws Fault `member-missing`, `code-refused` */
export async function endCode(work: Work, told: string): Promise<void> {
  const member = await memberOf(work);
  if (!(await takeCode(work, member.id, told))) throw codeRefused();
  await dropCode(work, member.id);
  await append(work, { kind: 'code.ended', subjects: [member.id] });
  await tellOfWay(work, member, 'code.ended');
}

/** How codes stand for the acting member. @throws Fault `member-missing` */
export async function codeStanding(work: Work): Promise<{ readonly on: boolean; readonly recoveryLeft: number }> {
  const { id } = await memberOf(work);
  return { on: await asksForCode(work, id), recoveryLeft: await countRecovery(work, id) };
}

/** The same for a wrong code and for one used before. */
function codeRefused(): Fault {
  return new Fault(
    'code-refused',
    'unready',
    'That is no code of this minute, or it was used already. Wait for the next one in your app, and check that your telephone has the right time.',
  );
}

const aboutOf = (member: string): string => `one-time code of ${member}`;

function recoveryDigest({ key }: Work, told: string): string {
  return keyedDigest(key, `recovery code\u001f${plainRecovery(told)}`);
}
