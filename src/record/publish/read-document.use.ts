// One document as its page shows it: the version asked for with its parts, every other version, how each came to be, its reviews,
// and what is next to do.
import { mayReadDraftsOf, mayWriteDocuments } from '../../documents/documents.access.ts';
import { isToCome, type DocumentKind } from '../../documents/document.core.ts';
import type { DraftContent } from '../../documents/drafts/draft.core.ts';
import { readOpenDraft } from '../../documents/drafts/read-draft.use.ts';
import { readSaid } from '../../documents/approval/read-said.use.ts';
import type { Said } from '../../documents/approval/approval.core.ts';
import { lapsingOf } from '../../documents/review/held-versions.use.ts';
import { readReviews } from '../../documents/review/read-reviews.use.ts';
import { mayReview } from '../../documents/review/re-justify.use.ts';
import {
  dueDay,
  heldStretches,
  reviewState,
  type ReviewState,
  type Stretch,
} from '../../documents/review/sunset.core.ts';
import { readVersionTexts } from '../../documents/versions/version-texts.use.ts';
import type { VersionText } from '../../documents/versions/version-text.core.ts';
import { Fault } from '../../kernel/fault.ts';
import { inForce, isDay, type Day } from '../../kernel/moment.ts';
import { personNames, siteNames } from '../../people/names-of.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { memberNames } from './member-names.use.ts';
import { contentOf, documentMissing } from './begin-from.use.ts';
import type { RegisterState } from './register-states.core.ts';
import { readCounts, type ReadCounts } from './register.store.ts';
import { wholeVersions, type WholeVersion } from './whole-document.store.ts';

export interface ToldVersion {
  readonly version: string;
  readonly title: string;
  readonly from: Day;
  readonly to: Day | null;
  /** The days on which it held; more than one where it was suspended between them. */
  readonly held: readonly Stretch[];
  readonly origin: string;
  readonly text: VersionText | null;
  readonly said: readonly Said[];
}

export interface WholeDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  /** The version shown; null where there is only a draft. */
  readonly shown: ToldVersion | null;
  readonly state: RegisterState;
  readonly content: DraftContent | null;
  readonly versions: readonly ToldVersion[];
  readonly reviews: Awaited<ReturnType<typeof readReviews>>;
  readonly due: Day | null;
  readonly review: ReviewState;
  readonly draft: {
    readonly id: string;
    readonly revision: number;
    readonly changedAt: string;
    readonly asked: boolean;
    readonly title: string;
  } | null;
  readonly reading: ReadCounts | null;
  readonly can: readonly ('write' | 'review')[];
  readonly names: ReadonlyMap<string, string>;
}

/** @param asked the version, or the day; without either what stands today, else the next, else the last @throws Fault `document-missing`, `day-malformed` */
export async function readDocument(
  work: Work,
  kind: DocumentKind,
  id: string,
  asked: { readonly version?: string | undefined; readonly day?: Day | undefined } = {},
): Promise<WholeDocument> {
  const day = asked.day ?? work.now.slice(0, 10);
  if (!isDay(day))
    throw new Fault('day-malformed', 'malformed', 'Write the day as year-month-day, for example 2026-03-14.');
  const whole = await wholeVersions(work, kind, id);
  const drafts = mayReadDraftsOf(work.actor);
  const open = drafts ? await readOpenDraft(work, kind, id) : null;
  if (whole.length === 0 && !open) throw documentMissing();
  const texts = new Map((await readVersionTexts(work, kind, id)).map((one) => [one.version, one]));
  const reviews = await readReviews(work, kind, id);
  const lapsing = await lapsingVersions(work, kind, whole);
  const versions: ToldVersion[] = [];
  for (const one of whole) {
    const row = one.one.row;
    const text = texts.get(row.version) ?? null;
    versions.push({
      version: row.version,
      title: row.title,
      from: row.from,
      to: row.to ?? null,
      held: heldStretches(row, reviewsFor(reviews, row.version, day), lapsing.has(row.version), day),
      origin: one.one.from.file,
      text,
      said: text && drafts ? await readSaid(work, text.draft) : [],
    });
  }
  const at = pick(whole, day, asked.version);
  const row = whole[at]?.one.row;
  const shown = versions[at] ?? null;
  const due = row && dueDay(row.reviewDue, reviewsFor(reviews, row.version, day));
  const content = whole[at] ? await contentOf(work, whole[at]) : null;
  const stands = row && inForce(row, day);
  const review = stands ? reviewState(due, lapsing.has(row.version), day) : 'none';
  const isRead = drafts && stands && review !== 'suspended';
  return {
    kind,
    id,
    shown,
    state: !row
      ? 'draft'
      : isToCome(row, day)
        ? 'to-come'
        : !stands
          ? 'ended'
          : review === 'suspended'
            ? 'suspended'
            : 'in-force',
    content,
    versions: versions.toReversed(),
    reviews,
    due: due ?? null,
    review,
    draft: open && {
      id: open.draft.id,
      revision: open.draft.revision,
      changedAt: open.draft.changedAt,
      asked: open.draft.askedRevision === open.draft.revision,
      title: open.draft.content.title,
    },
    reading: isRead
      ? ((await readCounts(work, day, [{ kind, id, version: row.version }])).get(`${kind}/${id}`) ?? null)
      : null,
    can: [
      ...(mayWriteDocuments(work.actor) ? ['write' as const] : []),
      ...(stands && mayReview(work, row) ? ['review' as const] : []),
    ],
    names: await namesFor(work, content, versions, reviews),
  };
}

function pick(whole: readonly WholeVersion[], day: Day, version: string | undefined): number {
  if (version !== undefined) {
    const found = whole.findIndex(({ one }) => one.row.version === version);
    if (found < 0) throw documentMissing();
    return found;
  }
  const now = whole.findIndex(({ one }) => inForce(one.row, day));
  if (now >= 0) return now;
  const next = whole.findIndex(({ one }) => isToCome(one.row, day));
  return next >= 0 ? next : whole.length - 1;
}

/** Reviews of a version that had been by a day. */
function reviewsFor<T extends { readonly version: string; readonly on: Day }>(
  reviews: readonly T[],
  version: string,
  day: Day,
): T[] {
  return reviews.filter((one) => one.version === version && one.on <= day);
}

async function lapsingVersions(work: Work, kind: DocumentKind, whole: readonly WholeVersion[]): Promise<Set<string>> {
  const byLaw = whole.flatMap((one) =>
    one.kind === 'policy' && one.one.row.legalBasis !== undefined ? [one.one.row.version] : [],
  );
  const lapsing = await lapsingOf(
    work,
    kind,
    whole.map(({ one }) => one.row),
  );
  return new Set([...lapsing].map((row) => row.version).filter((version) => !byLaw.includes(version)));
}

async function namesFor(
  work: Work,
  content: DraftContent | null,
  versions: readonly ToldVersion[],
  reviews: readonly { readonly by: string }[],
): Promise<ReadonlyMap<string, string>> {
  const members = [
    ...versions.flatMap((one) => [...(one.text ? [one.text.publishedBy] : []), ...one.said.map((said) => said.member)]),
    ...reviews.map((one) => one.by),
  ];
  return new Map([
    ...(await personNames(work, [content?.owner ?? null])),
    ...(await siteNames(work, [...(content?.sites ?? [])])),
    ...(await memberNames(work, members)),
  ]);
}
