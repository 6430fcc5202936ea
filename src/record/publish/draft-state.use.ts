// A draft with all that decides what can be done with it: what it changes, what it lacks, who said what of it, who writes in it.
import { everyRole } from '../../kernel/actor.ts';
import {
  standingOf,
  type ApprovalRule,
  type Said,
  type SaidWord,
  type Standing,
} from '../../documents/approval/approval.core.ts';
import { maySay, ruleOfDraft } from '../../documents/approval/approve-draft.use.ts';
import { readSaid } from '../../documents/approval/read-said.use.ts';
import { checkApproval, checkText, type CheckItem } from '../../documents/checklist/checklist.core.ts';
import { mayPublish, mayWriteDocuments } from '../../documents/documents.access.ts';
import type { DraftContent } from '../../documents/drafts/draft.core.ts';
import { readOpenDraft, type DraftWithOthers } from '../../documents/drafts/read-draft.use.ts';
import { diffContents, isMaterial, type PartChange } from '../../documents/versions/diff.core.ts';
import type { DocumentKind } from '../../documents/document.core.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { readDaysOff } from '../../policies/letters/letter-rule.use.ts';
import { contentOf } from './begin-from.use.ts';
import { documentNames, wholeVersions, type WholeVersion } from './whole-document.store.ts';

export interface DraftState extends DraftWithOthers {
  /** What it changes of the version that it began from. */
  readonly before: DraftContent | null;
  readonly changes: readonly PartChange[];
  readonly proposed: 'material' | 'editorial';
  readonly rule: ApprovalRule;
  readonly said: readonly Said[];
  readonly standing: Standing;
  readonly items: readonly CheckItem[];
  /** Nothing is missing, and all advice was mended or accepted. */
  readonly ready: boolean;
  readonly can: readonly ('write' | 'publish' | SaidWord)[];
  readonly versions: readonly WholeVersion[];
}

/** @param standards ids of all that there are @throws Fault `document-forbidden`, `document-draft-missing` */
export async function readDraftState(
  work: Work,
  kind: DocumentKind,
  id: string,
  standards?: ReadonlySet<string>,
): Promise<DraftState> {
  const found = await readOpenDraft(work, kind, id);
  if (!found)
    throw new Fault(
      'document-draft-missing',
      'missing',
      'Nobody is writing this document now. Open it, and begin a draft.',
    );
  const { draft, clashes } = found;
  const today = work.now.slice(0, 10);
  const versions = await wholeVersions(work, kind, id);
  const base = versions.find(({ one }) => one.row.version === draft.basedOn);
  const before = base ? await contentOf(work, base) : null;
  const changes = diffContents(before, draft.content);
  const proposed = isMaterial(changes) ? 'material' : 'editorial';
  const rule = await ruleOfDraft(work, draft);
  const said = await readSaid(work, draft.id);
  const asked = draft.askedRevision === draft.revision;
  const askedOn = asked ? (draft.askedAt?.slice(0, 10) ?? null) : null;
  const standing = standingOf(rule, said, draft.revision, askedOn, today, await readDaysOff(work));
  const items = [
    ...checkText({
      kind,
      content: draft.content,
      before,
      changes,
      today,
      versions: versions.map(({ one }) => one.row),
      documents: (await documentNames(work)).add(`${kind}/${id}`),
      ...(standards === undefined ? {} : { standards }),
      actors: everyRole,
      clashes: clashes.length,
      proposed,
      decided: draft.material === null ? null : draft.material ? 'material' : 'editorial',
      decidedWhy: draft.materialWhy ?? '',
    }),
    ...checkApproval(standing, asked),
  ];
  const accepted = new Set(draft.accepted);
  const ended = versions
    .filter(({ one }) => one.row.to === undefined || one.row.to > draft.content.from)
    .map(({ one }) => one.row.sites);
  return {
    ...found,
    before,
    changes,
    proposed,
    rule,
    said,
    standing,
    items,
    ready: items.every((item) => item.weight === 'advice' && accepted.has(item.key)),
    can: [
      ...(mayWriteDocuments(work.actor) ? ['write' as const] : []),
      ...([draft.content.sites, ...ended].every((sites) => mayPublish(work.actor, sites)) ? ['publish' as const] : []),
      ...(['approve', 'object', 'counsel-clear', 'counsel-object', 'sign'] as const).filter((word) =>
        maySay(work, rule, word),
      ),
    ],
    versions,
  };
}
