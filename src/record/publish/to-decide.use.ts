// Documents that wait for a decision which whoever asks may make: theirs to approve, to look at as counsel, to sign, to publish, or to
// say that they still stand. What only others may decide is not told.
import { ownApproval } from '../../documents/approval/approve-draft.use.ts';
import type { DocumentKind } from '../../documents/document.core.ts';
import { readVersions } from '../../documents/documents.use.ts';
import { mayReview } from '../../documents/review/re-justify.use.ts';
import { inForce } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { readDraftState, type DraftState } from './draft-state.use.ts';
import { listDocuments } from './register.use.ts';

export type Decision = 'approve' | 'look' | 'sign' | 'publish' | 're-justify';

export interface ToDecide {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly title: string;
  readonly decision: Decision;
}

/** Documents that are looked through; whoever has more is told of the next once these are decided. */
const most = 50;

/** By their titles, drafts first. @param standards ids of all that there are */
export async function documentsToDecide(work: Work, standards?: ReadonlySet<string>): Promise<ToDecide[]> {
  if (work.actor.readsOnly === true) return [];
  const found: ToDecide[] = [];
  for (const { kind, id, title } of await listDocuments(work, { asked: true }, null, most)) {
    const decision = await ofDraft(work, await readDraftState(work, kind, id, standards));
    if (decision !== null) found.push({ kind, id, title, decision });
  }
  const told = new Set(found.map(({ kind, id }) => `${kind}/${id}`));
  for (const { kind, id, title } of await listDocuments(work, { state: 'suspended' }, null, most))
    if (!told.has(`${kind}/${id}`) && (await mayReJustify(work, kind, id)))
      found.push({ kind, id, title, decision: 're-justify' });
  return found;
}

async function ofDraft(work: Work, state: DraftState): Promise<Decision | null> {
  const { draft, rule, standing, said, can } = state;
  const spoke = (words: readonly string[]): boolean =>
    said.some((one) => one.member === work.actor.id && one.revision === draft.revision && words.includes(one.said));
  if (
    can.includes('approve') &&
    standing.approved < standing.quorum &&
    !spoke(['approve', 'object']) &&
    (await ownApproval(work, draft, rule)) !== 'refused'
  )
    return 'approve';
  if (can.includes('counsel-clear') && standing.counsel === 'waits') return 'look';
  if (can.includes('sign') && standing.signOff && !standing.signed) return 'sign';
  return can.includes('publish') && state.ready ? 'publish' : null;
}

async function mayReJustify(work: Work, kind: DocumentKind, id: string): Promise<boolean> {
  const today = work.now.slice(0, 10);
  return (await readVersions(work, kind, id)).some(({ row }) => inForce(row, today) && mayReview(work, row));
}
