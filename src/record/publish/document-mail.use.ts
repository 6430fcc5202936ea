// Writes to those for whom a document waits: whoever may approve a draft as it stands, counsel and signers where they are asked, and who
// owns what is due for review. Each is written to once of each; the mail waits in the outbox until it can be sent.
import { readEveryMember } from '../../auth/members/every-member.use.ts';
import type { GrantedMember } from '../../auth/members/member.core.ts';
import { ruleOfDraft } from '../../documents/approval/approve-draft.use.ts';
import { readAuthors } from '../../documents/drafts/read-draft.use.ts';
import { reminderDays } from '../../documents/review/sunset.core.ts';
import { everyRole } from '../../kernel/actor.ts';
import type { Work } from '../../platform/db/work.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { approvalMail, reviewMail, type DocumentMail } from './document-mail.core.ts';
import * as store from './document-mail.store.ts';
import { registerRows } from './register.store.ts';

/** Rows of the register that are looked through for reviews; more than that wait for the next day. */
const mostDue = 1000;

/** @param work of the program itself. Returns how many letters were written. */
export async function mailApprovals(work: Work): Promise<number> {
  const drafts = await store.askedDrafts(work);
  if (drafts.length === 0) return 0;
  const members = await whoCanBeWrittenTo(work);
  let written = 0;
  for (const draft of drafts) {
    const rule = await ruleOfDraft(work, draft);
    const authors = new Set(await readAuthors(work, draft.id));
    const { sites } = draft.content;
    const about = `approval:${draft.id}:${draft.revision}`;
    for (const member of members) {
      const roles = rolesAt(member, sites);
      const approves =
        rule.approvers.includes(`member:${member.id}`) || roles.some((role) => rule.approvers.includes(role));
      // Whoever wrote it alone doesn't approve it, unless nobody else may: they know of it.
      const as =
        approves && !authors.has(member.id)
          ? 'approver'
          : rule.counsel && roles.includes('counsel')
            ? 'counsel'
            : rule.signOff && roles.includes('owner')
              ? 'signer'
              : null;
      if (as !== null && (await writeOnce(work, about, member, approvalMail(draft.kind, as, rule.counselDays))))
        written += 1;
    }
  }
  return written;
}

/** The same of what is due for review: once when it comes near, once when its day has passed. @param work of the program itself */
export async function mailReviews(work: Work): Promise<number> {
  const day = work.now.slice(0, 10);
  const rows = await registerRows(work, { day, words: [], due: true }, null, mostDue, reminderDays);
  if (rows.length === 0) return 0;
  const members = await whoCanBeWrittenTo(work);
  let written = 0;
  for (const { kind, id, version, owner, due, state } of rows) {
    if (due === null || version === null) continue;
    const when = due < day ? 'late' : 'soon';
    const mail = reviewMail(kind, due, when, state === 'suspended');
    for (const member of ownersOf(members, owner))
      if (await writeOnce(work, `review:${kind}/${id}/${version}:${due}:${when}`, member, mail)) written += 1;
  }
  return written;
}

async function whoCanBeWrittenTo(work: Work): Promise<GrantedMember[]> {
  return (await readEveryMember(work)).filter((one) => one.endedAt === null && one.email !== null);
}

/** Roles that they have at one of these sites at least. @param sites empty: everywhere */
function rolesAt({ grants }: GrantedMember, sites: readonly string[]): string[] {
  return grants
    .filter((grant) => grant.sites === null || (sites.length > 0 && grant.sites.some((site) => sites.includes(site))))
    .map((grant) => grant.role);
}

/** The person who owns it, or those of its role who see everything; where nobody is found, the owners of the organisation. */
function ownersOf(members: readonly GrantedMember[], owner: string | null): readonly GrantedMember[] {
  const ofRole = (role: string): GrantedMember[] =>
    members.filter((one) => one.grants.some((grant) => grant.role === role && grant.sites === null));
  const named = (everyRole as readonly string[]).includes(owner ?? '')
    ? ofRole(owner!)
    : members.filter((one) => one.person !== null && one.person === owner);
  return named.length > 0 ? named : ofRole('owner');
}

async function writeOnce(work: Work, about: string, member: GrantedMember, mail: DocumentMail): Promise<boolean> {
  if (member.email === null || !(await store.writtenFirst(work, about, member.id))) return false;
  await postMail(work, { to: member.email, ...mail });
  return true;
}
