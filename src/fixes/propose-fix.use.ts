// Propose a fix: from a pattern, or for a standard and cause named by hand. What is left out is filled in and shown.
import { latestDay } from '../diagnosis/dated-ahead.core.ts';
import type { Cause } from '../diagnosis/finding.core.ts';
import { patternId } from '../diagnosis/patterns/pattern-id.core.ts';
import type { Pattern } from '../diagnosis/patterns/pattern.core.ts';
import { findPattern } from '../diagnosis/patterns/patterns.use.ts';
import { contentId } from '../kernel/digest.ts';
import { Fault } from '../kernel/fault.ts';
import { addDays, isDay, type Day } from '../kernel/moment.ts';
import { present } from '../kernel/present.ts';
import { ratesBy } from '../marking/marks.use.ts';
import { standardsInUse } from '../marking/pack-set.use.ts';
import type { Work } from '../platform/db/work.ts';
import { append } from '../platform/ledger/append.ts';
import type { Standard } from '../standards/standard.core.ts';
import { fits, fixKinds, kindsFor, type FixKind } from './fix-kinds.core.ts';
import { openStates, stateOf, type Fix, type FixTerms } from './fix.core.ts';
import { fixesOf, writeEvent, writeFix } from './fix.store.ts';
import { assertMayDecideFixes } from './fixes.access.ts';
import { todayOf } from './fixes.use.ts';

/** What somebody proposes; from a pattern's id most of it is known. */
export interface Proposal {
  readonly pattern?: string | undefined;
  readonly standard?: string | undefined;
  readonly site?: string | undefined;
  readonly cause?: Cause | undefined;
  readonly kind?: FixKind | undefined;
  readonly says?: string | undefined;
  readonly owner?: string | undefined;
  readonly due?: Day | undefined;
  readonly sites?: readonly string[] | undefined;
  readonly expected?: number | undefined;
  readonly guardrails?: readonly string[] | undefined;
  readonly pickedFrom?: Day | undefined;
  readonly pickedTo?: Day | undefined;
  /** The day it was proposed; today where left out. */
  readonly on?: Day | undefined;
}

/** A fix is expected to halve the failing where nothing else is said. */
const usualPart = 0.5;
/** Days that a fix may be due ahead. */
const longestDue = 3650;

/**
 * Keeps the fix; the same one twice, while it is open, is one.
 * @throws Fault `fix-forbidden`, `pattern-missing`, `fix-incomplete`, `fix-kind`, `standard-unknown`, `site-unknown`
 */
export async function proposeFix(work: Work, proposal: Proposal): Promise<{ id: string; added: boolean }> {
  assertMayDecideFixes(work.actor);
  const pattern = await patternOf(work, proposal);
  const standards = await standardsInUse(work);
  const terms = await termsOf(work, proposal, pattern, standards);
  const about = patternId(terms);
  const content = JSON.stringify([about, terms.kind, terms.says, terms.sites.toSorted(), terms.expected]);
  const same = (await fixesOf(work)).filter(({ fix }) => contentOf(fix) === content);
  const open = same.find(({ fix, events }) => openStates.includes(stateOf(fix, events).name));
  if (open) return { id: open.fix.id, added: false };
  const id = contentId('x', content, String(same.length));
  const fix: Fix = { ...terms, id, pattern: about, proposedAt: work.now };
  await writeFix(work, fix);
  await writeEvent(work, id, 1, { kind: 'proposed', on: proposal.on ?? todayOf(work) });
  await append(work, { kind: 'fix.proposed', subjects: [id, about], digestOf: JSON.stringify(fix) });
  return { id, added: true };
}

function contentOf(fix: Fix): string {
  return JSON.stringify([fix.pattern, fix.kind, fix.says, fix.sites.toSorted(), fix.expected]);
}

async function patternOf(work: Work, proposal: Proposal): Promise<Pattern | null> {
  if (proposal.pattern === undefined) return null;
  const found = await findPattern(work, proposal.pattern);
  if (found) return found;
  throw new Fault(
    'pattern-missing',
    'missing',
    'The last run has no pattern of this id. Take one from the report, or name --standard, --cause and --sites.',
  );
}

async function termsOf(
  work: Work,
  proposal: Proposal,
  pattern: Pattern | null,
  standards: readonly Standard[],
): Promise<FixTerms> {
  const standard = known(proposal.standard ?? pattern?.standard, standards);
  const cause = proposal.cause ?? pattern?.cause;
  if (cause === undefined) throw incomplete('Name the cause that it is to mend: --cause policy, for instance.');
  const kind = proposal.kind ?? kindsFor(cause)[0]!;
  if (!fits(kind, cause))
    throw new Fault(
      'fix-kind',
      'unready',
      `${sentence(fixKinds[kind].says)} mends what is ${fixKinds[kind].cause}'s, not what is ${cause}'s. What fits: ${kindsFor(cause).join(', ')}.`,
    );
  const site = proposal.site ?? pattern?.site;
  const rates = (await ratesBy(work, ['site'])).filter((row) => row.standard === standard.id && row.site !== 'unknown');
  const sites = [...new Set(proposal.sites ?? (site === undefined ? rates.map((row) => row.site) : [site]))].toSorted();
  if (sites.length === 0)
    throw incomplete(
      'No site is known where this standard was marked, so there is no place for a fix. Bring contacts with their sites first.',
    );
  assertSites(sites, new Set(rates.map((row) => row.site)));
  const expected = proposal.expected ?? expectedOf(rates.filter((row) => sites.includes(row.site)));
  for (const day of [proposal.due, proposal.pickedFrom, proposal.pickedTo, proposal.on])
    if (day !== undefined && !isDay(day)) throw incomplete('Write days as year-month-day, e.g. 2026-03-14.');
  assertDays(proposal, latestDay(work.now));
  if (proposal.pickedFrom !== undefined && proposal.pickedTo !== undefined && proposal.pickedFrom > proposal.pickedTo)
    throw incomplete(
      `The days that the pattern was picked from end before they begin: ${proposal.pickedFrom} to ${proposal.pickedTo}. Turn them round.`,
    );
  const guardrails =
    proposal.guardrails ?? standards.filter((one) => one.few && one.id !== standard.id).map((one) => one.id);
  for (const one of guardrails) known(one, standards);
  return {
    standard: standard.id,
    cause,
    kind,
    says: proposal.says ?? pattern?.reasons[0]?.fix ?? sentence(fixKinds[kind].says),
    sites,
    expected,
    guardrails: [...new Set(guardrails)].filter((one) => one !== standard.id).toSorted(),
    ...present({
      site,
      owner: proposal.owner,
      due: proposal.due,
      pickedFrom: proposal.pickedFrom ?? pattern?.from,
      pickedTo: proposal.pickedTo ?? pattern?.to,
    }),
  };
}

/** What was is not still to come, and what is due is due in a year that somebody meant. */
function assertDays({ on, pickedFrom, pickedTo, due }: Proposal, latest: Day): void {
  const ahead = [on, pickedFrom, pickedTo].find((day) => day !== undefined && day > latest);
  if (ahead !== undefined) throw incomplete(`${ahead} is still to come. Name days that have been.`);
  if (due !== undefined && due > addDays(latest, longestDue))
    throw incomplete(`${due} is over ten years off. Check the year of --due.`);
}

function known(id: string | undefined, standards: readonly Standard[]): Standard {
  if (id === undefined) throw incomplete('Name a pattern of the report, or --standard and --cause.');
  const found = standards.find((one) => one.id === id);
  if (found) return found;
  throw new Fault(
    'standard-unknown',
    'missing',
    'No standard in use has this id. See: customary standards list. Where none is in use yet, start with: customary diagnose FOLDER',
  );
}

function assertSites(sites: readonly string[], withMarks: ReadonlySet<string>): void {
  const unknown = sites.filter((site) => !withMarks.has(site));
  if (unknown.length === 0) return;
  throw new Fault(
    'site-unknown',
    'missing',
    `No contact of this standard was at: ${unknown.join(', ')}. Sites go by the ids of the record or of the contacts.`,
  );
}

/** Half of the failing rate there, to whole points; a fix of what never failed expects nothing. */
function expectedOf(rates: readonly { readonly met: number; readonly failed: number }[]): number {
  const failed = rates.reduce((sum, row) => sum + row.failed, 0);
  const marked = rates.reduce((sum, row) => sum + row.failed + row.met, 0);
  const rounded = Math.round(100 * usualPart * (marked > 0 ? failed / marked : 0)) / 100;
  if (rounded > 0) return rounded;
  throw incomplete(
    'It hardly ever fails there, so there is no fall to expect. Name one with --expect, or another site.',
  );
}

function incomplete(says: string): Fault {
  return new Fault('fix-incomplete', 'unready', says);
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
