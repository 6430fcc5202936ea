// Reading a policy or a procedure: its parts with what changed since the version that was read last, and the reasons of clauses beside them.
import { isToCome, type DocumentKind } from '../../documents/document.core.ts';
import type { ReadableVersion, ToRead } from '../../documents/reading/to-read.core.ts';
import { listToRead } from '../../documents/reading/to-read.use.ts';
import { readReviews } from '../../documents/review/read-reviews.use.ts';
import { dueDay } from '../../documents/review/sunset.core.ts';
import { readVersionTexts } from '../../documents/versions/version-texts.use.ts';
import { inForce, type Day } from '../../kernel/moment.ts';
import {
  type OwnReading,
  readOwn,
  type Readers,
  readReaders,
  versionToRead,
} from '../../documents/reading/one-version.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { readPolicies } from '../../policies/policies.use.ts';
import type { ClauseReasons } from '../../policies/reasons/clause-reasons.core.ts';
import { readClauseReasons } from '../../policies/reasons/clause-reasons.use.ts';
import { readProcedures } from '../../procedures/procedures.use.ts';
import type { RegisterState } from '../publish/register-states.core.ts';
import { wholeVersions } from '../publish/whole-document.store.ts';
import { partsSince, type ReadPart } from './reading.core.ts';

/** What whoever asks still has to read, without what is suspended until somebody re-justifies it. */
export async function listReading(work: Work): Promise<ToRead[]> {
  const found = await listToRead(work);
  const suspended = await suspendedOf(
    work,
    found.map((one) => one.version),
  );
  return found.filter((one) => !suspended.has(one.version));
}

/** Those of versions that nobody re-justified by their review. */
async function suspendedOf(work: Work, versions: readonly ReadableVersion[]): Promise<ReadonlySet<ReadableVersion>> {
  const today = work.now.slice(0, 10);
  const lapsed = versions.filter((one) => one.reviewDue !== undefined && one.reviewDue < today && inForce(one, today));
  if (lapsed.length === 0) return new Set();
  const held = [
    ...(await readPolicies(work)).map((one) => ({ kind: 'policy', one })),
    ...(await readProcedures(work)).map((one) => ({ kind: 'procedure', one })),
  ].filter(({ one }) => inForce(one, today));
  const standing = new Set(held.map(({ kind, one }) => [kind, one.id, one.version].join('\n')));
  return new Set(lapsed.filter((one) => !standing.has([one.kind, one.id, one.version].join('\n'))));
}

/** How a version stands today, and by which day somebody has to look at it again. */
interface Standing {
  readonly stands: Exclude<RegisterState, 'draft'>;
  readonly due: Day | null;
}

async function standingOf(work: Work, version: ReadableVersion): Promise<Standing> {
  const today = work.now.slice(0, 10);
  const reviews = await readReviews(work, version.kind, version.id);
  const ofIt = reviews.filter((one) => one.version === version.version);
  const due = dueDay(version.reviewDue, ofIt) ?? null;
  if (isToCome(version, today)) return { stands: 'to-come', due };
  if (!inForce(version, today)) return { stands: 'ended', due };
  const suspended = await suspendedOf(work, [version]);
  return { stands: suspended.has(version) ? 'suspended' : 'in-force', due };
}

export interface Reading extends OwnReading, Standing {
  /** Markdown; absent where there is none. */
  readonly intro?: string;
  readonly parts: readonly (ReadPart & {
    readonly reasons: ClauseReasons;
    /** The Customer Factor is asked of whoever must comply. */
    readonly asksFactor: boolean;
  })[];
  readonly gone: readonly { readonly id: string; readonly text: string }[];
}

/** @throws Fault `version-missing` also where it is not theirs to see */
export async function readDocument(work: Work, kind: DocumentKind, id: string, version?: string): Promise<Reading> {
  const own = await readOwn(work, kind, id, version);
  const all = await partsByVersion(work, kind, id);
  const now = all.get(own.version.version) ?? [];
  const { parts, gone } = partsSince(own.last === null ? null : (all.get(own.last.version) ?? []), now);
  const told = kind === 'policy' ? await readClauseReasons(work, id, own.version.version) : null;
  const text = (await readVersionTexts(work, kind, id)).find((one) => one.version === own.version.version);
  const intro = text?.content.intro.trim() ?? '';
  const reasons = new Map((told?.clauses ?? []).map((one) => [one.id, one.standing]));
  const standing = await standingOf(work, own.version);
  // Nobody's answer is waited for where it has ended or is suspended.
  const isAsked = standing.stands === 'in-force' || standing.stands === 'to-come';
  return {
    ...own,
    ...standing,
    forMe: own.forMe && isAsked,
    ...(intro === '' ? {} : { intro }),
    parts: parts.map((part) => {
      const said = reasons.get(part.id);
      return { ...part, reasons: said?.state === 'said' ? said.reasons : {}, asksFactor: told?.owes === true };
    }),
    gone,
  };
}

export interface ReadersOfParts extends Readers, Standing {
  readonly parts: readonly { readonly id: string; readonly text: string }[];
}

/** @throws Fault `version-missing`, `readers-forbidden` */
export async function readReadersOf(
  work: Work,
  kind: DocumentKind,
  id: string,
  version?: string,
): Promise<ReadersOfParts> {
  const told = await readReaders(work, kind, id, version);
  const parts = (await partsByVersion(work, kind, id)).get(told.version.version) ?? [];
  return { ...told, ...(await standingOf(work, told.version)), parts };
}

/** What verbs about a version's parts need: the version, with the ids of its parts. @throws Fault `version-missing` */
export async function versionWithParts(
  work: Work,
  kind: DocumentKind,
  id: string,
  number?: string,
): Promise<{ readonly version: string; readonly owner: string | undefined; readonly parts: ReadonlySet<string> }> {
  const { version, owner } = await versionToRead(work, kind, id, number);
  const parts = (await partsByVersion(work, kind, id)).get(version) ?? [];
  return { version, owner, parts: new Set(parts.map((one) => one.id)) };
}

type Part = { readonly id: string; readonly text: string };

async function partsByVersion(work: Work, kind: DocumentKind, id: string): Promise<Map<string, readonly Part[]>> {
  return new Map(
    (await wholeVersions(work, kind, id)).map((whole) => [
      whole.one.row.version,
      whole.kind === 'policy' ? whole.one.row.clauses : whole.one.row.steps,
    ]),
  );
}
