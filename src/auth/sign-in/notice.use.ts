// Whoever a sign-in belongs to is told where a way into it came or went: a stranger at their open browser can't do it unseen.
import { readOrganisation } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import type { GrantedMember } from '../members/member.core.ts';

const says = {
  'passkey.added': 'A passkey was added to your sign-in.',
  'passkey.removed': 'A passkey was taken off your sign-in.',
  'password.changed': 'Your password was changed, and you were signed out everywhere else.',
  'code.begun': 'One-time codes are asked for at your sign-in from now on.',
  'code.ended': 'One-time codes are asked for at your sign-in no more.',
} as const;

/** A letter to the member, who may have no address: then nothing is sent. */
export async function tellOfWay(work: Work, { email, name }: GrantedMember, what: keyof typeof says): Promise<void> {
  if (email === null) return;
  const organisation = (await readOrganisation(work))?.name ?? 'Customary';
  await postMail(work, {
    to: email,
    subject: `Your sign-in to Customary at ${organisation}`,
    words: `Hello ${name},\n\n${says[what]}\n\nIf it was you, there is nothing to do. If it was not, choose a new password, end all sessions under “My sign-in”, and tell an owner.\n`,
  });
}
