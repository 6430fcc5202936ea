// Approval of a draft: asked for, given or refused by those whom the rules name, looked at by counsel, signed. Each word binds to
// the revision that it was said of.
import { readEveryMember } from '../../auth/members/every-member.use.ts';
import { Fault } from '../../kernel/fault.ts';
import { heldTo } from '../../kernel/actor.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { assertMayWriteDocuments } from '../documents.access.ts';
import { beganForLetters, textOf } from '../drafts/draft.core.ts';
import { authorsOf, setOfDraft, type DraftRow } from '../drafts/draft.store.ts';
import { openDraft } from '../drafts/save-draft.use.ts';
import { isApprover, ruleFor, usualRule, type ApprovalRule, type SaidWord } from './approval.core.ts';
import { rulesOf, writeSaid } from './approval.store.ts';

/** The rule that holds for a draft. */
export async function ruleOfDraft(
  work: Work,
  draft: Pick<DraftRow, 'kind' | 'document' | 'content'>,
): Promise<ApprovalRule> {
  const rules = await rulesOf(work, draft.kind);
  return ruleFor(rules, draft.document, textOf(draft.content.fields['class']), usualRule);
}

/** Asks those whom the rules name to approve the draft as it stands. @throws Fault `document-forbidden`, `document-draft-missing`, `document-draft-ended`, `document-draft-changed` */
export async function askApproval(work: Work, id: string, revision: number): Promise<void> {
  assertMayWriteDocuments(work.actor);
  const draft = await openDraft(work, id);
  assertCurrent(draft, revision);
  if (draft.askedRevision === revision) return;
  await setOfDraft(work, id, { askedRevision: revision, askedAt: new Date(work.now) });
  await append(work, { kind: 'document.approval-asked', subjects: subjectsOf(draft) });
}

const deeds: Readonly<Record<SaidWord, string>> = {
  approve: 'document.approved',
  object: 'document.objected',
  'counsel-clear': 'document.cleared-by-counsel',
  'counsel-object': 'document.objected-by-counsel',
  sign: 'document.signed',
};

/**
 * Says one's word on a revision; a later one replaces it.
 * @param why needed of whoever objects; of counsel: the law or the risk
 * @throws Fault `document-draft-missing`, `document-draft-ended`, `document-draft-changed`, `document-not-asked`,
 * `document-approve-forbidden`, `document-own-approval`, `document-why-missing`
 */
export async function sayOfDraft(work: Work, id: string, revision: number, said: SaidWord, why: string): Promise<void> {
  const draft = await openDraft(work, id);
  assertCurrent(draft, revision);
  if (draft.askedRevision !== revision)
    throw new Fault(
      'document-not-asked',
      'unready',
      'Nobody asked for approval of this draft as it stands. Ask first.',
    );
  const rule = await ruleOfDraft(work, draft);
  assertMaySay(work, rule, said);
  if (said.endsWith('object') && why.trim() === '')
    throw new Fault(
      'document-why-missing',
      'malformed',
      said === 'object'
        ? 'Say what is wrong with it, so that it can be mended.'
        : 'Name the law or the risk that stands against it.',
      [{ pointer: '/why', detail: said === 'object' ? 'Expected a reason.' : 'Expected a law or a risk by its name.' }],
    );
  const alone = said === 'approve' && (await assertNotTheirOwn(work, draft, rule));
  await writeSaid(work, id, { revision, said, why: why.trim() === '' ? null : why.trim(), alone });
  await append(work, { kind: deeds[said], subjects: subjectsOf(draft), digestOf: why });
}

/** Whether somebody may say each word; what they wrote themselves is asked when they say it. */
export function maySay({ actor }: Work, rule: ApprovalRule, said: SaidWord): boolean {
  if (said === 'approve' || said === 'object') return isApprover(rule, actor);
  return actor.roles.includes(said === 'sign' ? 'owner' : 'counsel');
}

function assertMaySay(work: Work, rule: ApprovalRule, said: SaidWord): void {
  if (maySay(work, rule, said)) return;
  throw new Fault(
    'document-approve-forbidden',
    'forbidden',
    said === 'sign'
      ? 'Only an owner signs for the chief executive. Ask one.'
      : said.startsWith('counsel')
        ? 'Only counsel speaks for counsel. Approve or object as yourself, if the rules name you.'
        : 'The rules don’t name you among those who approve this. An owner sets them under Settings.',
  );
}

/**
 * Whether whoever asks would approve what they wrote: `no`, somebody else wrote in it too; `alone`, nobody else could approve it;
 * `refused`, somebody else does.
 */
export async function ownApproval(
  work: Work,
  draft: Pick<DraftRow, 'id'>,
  rule: ApprovalRule,
): Promise<'no' | 'alone' | 'refused'> {
  // What an adopted letter began is as it stood before, until somebody writes in it.
  const authors = (await authorsOf(work, draft.id)).filter((one) => one !== beganForLetters);
  if (authors.length === 0 || authors.some((one) => one !== work.actor.id)) return 'no';
  return (await othersApprove(work, rule)) ? 'refused' : 'alone';
}

/** True where they wrote it alone and nobody else could approve it. @throws Fault `document-own-approval` */
async function assertNotTheirOwn(work: Work, draft: DraftRow, rule: ApprovalRule): Promise<boolean> {
  const theirs = await ownApproval(work, draft, rule);
  if (theirs !== 'refused') return theirs === 'alone';
  throw new Fault(
    'document-own-approval',
    'forbidden',
    'You wrote this alone, so somebody else approves it. They find it among the documents that wait for them.',
  );
}

/** Whoever is held to sites doesn't see all who sign in: for them there is always somebody else. */
async function othersApprove(work: Work, rule: ApprovalRule): Promise<boolean> {
  if (heldTo(work.actor) !== null) return true;
  const members = await readEveryMember(work);
  return members.some(
    (one) =>
      one.id !== work.actor.id &&
      one.endedAt === null &&
      (rule.approvers.includes(`member:${one.id}`) || one.grants.some((grant) => rule.approvers.includes(grant.role))),
  );
}

/** @throws Fault `document-draft-changed` */
export function assertCurrent(draft: DraftRow, revision: number): void {
  if (draft.revision === revision) return;
  throw new Fault(
    'document-draft-changed',
    'conflict',
    'The draft was changed since you looked at it. Read it again as it stands, then decide.',
  );
}

export function subjectsOf(draft: Pick<DraftRow, 'kind' | 'document' | 'id' | 'revision'>): string[] {
  return [`${draft.kind}/${draft.document}`, draft.id, String(draft.revision)];
}
