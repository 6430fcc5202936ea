// A draft becomes a version: checked to the last item, kept whole with its digest, and written into the same tables that files of
// the record are read into, so that whatever reads those needs to know nothing of drafts.
import { assertCurrent } from '../../documents/approval/approve-draft.use.ts';
import type { DocumentKind, DocumentVersion } from '../../documents/document.core.ts';
import { assertMayPublish } from '../../documents/documents.access.ts';
import { nextVersion } from '../../documents/drafts/draft.core.ts';
import { endAsPublished } from '../../documents/drafts/read-draft.use.ts';
import { openDraft } from '../../documents/drafts/save-draft.use.ts';
import { keepVersionText } from '../../documents/versions/keep-version-text.use.ts';
import { readVersionTexts } from '../../documents/versions/version-texts.use.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Day } from '../../kernel/moment.ts';
import type { Sourced } from '../../kernel/sourced.ts';
import type { Work } from '../../platform/db/work.ts';
import { importPolicies } from '../../policies/policies.use.ts';
import { keepClauseReasons } from '../../policies/reasons/clause-reasons.use.ts';
import { importProcedures } from '../../procedures/procedures.use.ts';
import { policyOf, procedureOf, reasonsOf } from './contents.core.ts';
import { readDraftState, type DraftState } from './draft-state.use.ts';

/** Where a row says that it was written here, and not read from a file. */
export const writtenHere = 'written in Customary';

export interface Published {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
  readonly material: boolean;
}

/**
 * @param revision what whoever publishes has before them @param standards ids of all that there are
 * @throws Fault `document-publish-forbidden`, `document-draft-missing`, `document-draft-ended`, `document-draft-changed`, `document-not-ready`
 */
export async function publishDraft(
  work: Work,
  draft: string,
  revision: number,
  standards?: ReadonlySet<string>,
): Promise<Published> {
  const open = await openDraft(work, draft);
  assertMayPublish(work.actor, open.content.sites);
  assertCurrent(open, revision);
  const { kind, document: id } = open;
  const state = await readDraftState(work, kind, id, standards);
  // What ends with it ends for whomever it was for.
  for (const { one } of endedBy(state)) assertMayPublish(work.actor, one.row.sites);
  if (!state.ready) throw notReady(state);
  const decided = open.material ?? state.proposed === 'material';
  const last = state.versions.at(-1)?.one.row.version ?? null;
  const version = nextVersion(
    state.versions.map(({ one }) => one.row.version),
    last,
    decided,
  );
  await writeVersions(work, state, { id, version });
  const texts = await readVersionTexts(work, kind, id);
  // Of a version that was brought, nobody said what changed: it stands for itself.
  const before = texts.find((one) => one.version === open.basedOn)?.materialSince ?? open.basedOn;
  const material = decided || before === null;
  const sha256 = await keepVersionText(work, kind, {
    id,
    version,
    content: open.content,
    material,
    materialSince: material ? version : before,
    change: {
      proposed: state.proposed,
      decided: material ? 'material' : 'editorial',
      why: open.materialWhy,
      changes: state.changes.map(({ words: _words, ...change }) => change),
    },
    letters: open.letters,
    draft,
    revision,
  });
  if (kind === 'policy')
    await keepClauseReasons(work, {
      policy: id,
      version,
      clauses: open.content.parts.map((part) => ({
        id: part.id,
        text: part.text,
        serves: part.serves,
        obstructs: part.obstructs,
        ...reasonsOf(part),
      })),
    });
  await endAsPublished(work, draft);
  return { kind, id, version, sha256, material };
}

const endedBy = ({ draft, versions }: DraftState): DraftState['versions'] =>
  versions.filter(({ one }) => one.row.to === undefined || one.row.to > draft.content.from);

/** The new version, and the one before it with the day on which it ends. */
async function writeVersions(
  work: Work,
  state: DraftState,
  named: { readonly id: string; readonly version: string },
): Promise<void> {
  const { draft } = state;
  const to = draft.content.from;
  const ends = endedBy(state);
  const origin = { file: writtenHere };
  if (draft.kind === 'policy') {
    const before = ends.flatMap((whole) => (whole.kind === 'policy' ? [whole.one] : []));
    await importPolicies(work, [...ended(before, to), { row: policyOf(named, draft.content), from: origin }]);
    return;
  }
  const before = ends.flatMap((whole) => (whole.kind === 'procedure' ? [whole.one] : []));
  await importProcedures(work, [...ended(before, to), { row: procedureOf(named, draft.content), from: origin }]);
}

function ended<T extends DocumentVersion>(versions: readonly Sourced<T>[], to: Day): Sourced<T>[] {
  return versions.map(({ row, from }) => ({ row: { ...row, to }, from }));
}

function notReady({ items, draft }: DraftState): Fault {
  const accepted = new Set(draft.accepted);
  const open = items.filter((item) => item.weight === 'must' || !accepted.has(item.key));
  return new Fault(
    'document-not-ready',
    'unready',
    `You could not hand it to a judge yet: ${open.length} ${open.length === 1 ? 'thing is' : 'things are'} missing. See errors.`,
    open.map((item) => ({ pointer: `/${item.place}`, detail: `${item.says} ${item.todo}` })),
  );
}
