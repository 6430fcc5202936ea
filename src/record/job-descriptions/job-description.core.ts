// A job description: duties as whoever does the job writes them, and what whoever answers for them says of each line. What both
// agreed on becomes duties of the record.

export interface WrittenDuty {
  readonly id: string;
  readonly task: string;
  /** What makes one take it up. */
  readonly trigger: string;
  /** How well is well. */
  readonly standard: string;
  readonly method: string;
  readonly tools: string;
  /** How far one may go alone. */
  readonly authority: string;
  /** What the customer has of it. */
  readonly outcome: string;
  /** Ids of standards that doing it well keeps. */
  readonly standards: readonly string[];
}

/** The parts of a duty that are words, in the order in which they are asked for. */
export const dutyParts = ['task', 'trigger', 'standard', 'method', 'tools', 'authority', 'outcome'] as const;
export type DutyPart = (typeof dutyParts)[number];

export interface Written {
  readonly duties: readonly WrittenDuty[];
  /** A usual day, in their own words. */
  readonly daily: string;
  readonly suggestions: readonly string[];
}

export const verdicts = ['agree', 'amend', 'remove'] as const;

export interface EvaluatedLine {
  readonly duty: string;
  readonly verdict: (typeof verdicts)[number];
  readonly reason: string;
  /** As it should read, where it is amended. */
  readonly amended?: WrittenDuty | undefined;
}

export interface Evaluation {
  /** Said to the writer before anything else. */
  readonly thanks: string;
  readonly lines: readonly EvaluatedLine[];
  readonly added: readonly { readonly duty: WrittenDuty; readonly reason: string }[];
}

/** Working days within which it is evaluated. */
export const daysToEvaluate = 10;

export interface Wrong {
  readonly pointer: string;
  readonly detail: string;
}

/** What keeps it from being sent: every duty needs its task, what the customer has of it, and a name of its own. */
export function wrongToSend({ duties }: Written): Wrong[] {
  if (duties.length === 0) return [{ pointer: '/duties', detail: 'expected at least one duty' }];
  const seen = new Set<string>();
  return duties.flatMap((duty, at) => {
    const wrongs: Wrong[] = [];
    if (blank(duty.task))
      wrongs.push({ pointer: `/duties/${at}/task`, detail: 'expected what you do, in a few words' });
    if (blank(duty.outcome))
      wrongs.push({ pointer: `/duties/${at}/outcome`, detail: 'expected what the customer has of it' });
    if (seen.has(duty.id)) wrongs.push({ pointer: `/duties/${at}/id`, detail: 'expected an id of its own' });
    seen.add(duty.id);
    return wrongs;
  });
}

/** What keeps an evaluation from being kept: thanks, one word on every line, and a reason for whatever is not agreed. */
export function wrongToEvaluate({ duties }: Written, { thanks, lines, added }: Evaluation): Wrong[] {
  const wrongs: Wrong[] = blank(thanks) ? [{ pointer: '/thanks', detail: 'expected a word of thanks' }] : [];
  for (const { id } of duties)
    if (lines.filter((one) => one.duty === id).length !== 1)
      wrongs.push({ pointer: `/lines/${id}`, detail: 'expected agree, amend or remove, once' });
  for (const { duty, verdict, reason, amended } of lines) {
    const pointer = `/lines/${duty}`;
    if (!duties.some((one) => one.id === duty)) wrongs.push({ pointer, detail: 'expected a duty that was written' });
    if (verdict !== 'agree' && blank(reason)) wrongs.push({ pointer: `${pointer}/reason`, detail: 'expected why' });
    if (verdict === 'amend' && (!amended || blank(amended.task)))
      wrongs.push({ pointer: `${pointer}/amended`, detail: 'expected the duty as it should read' });
  }
  for (const [at, { duty, reason }] of added.entries()) {
    if (blank(duty.task)) wrongs.push({ pointer: `/added/${at}/task`, detail: 'expected what is to be done' });
    if (blank(reason)) wrongs.push({ pointer: `/added/${at}/reason`, detail: 'expected why' });
  }
  return wrongs;
}

/** What both agreed on: as written, as amended, and what was added; not what was taken out. */
export function agreedDuties({ duties }: Written, { lines, added }: Evaluation): WrittenDuty[] {
  const kept = duties.flatMap((duty) => {
    const line = lines.find((one) => one.duty === duty.id);
    if (line?.verdict === 'remove') return [];
    return [line?.verdict === 'amend' ? (line.amended ?? duty) : duty];
  });
  return [...kept, ...added.map((one) => one.duty)];
}

/** A task by the name that procedures, certificates and duties share: `New enquiry` is `new-enquiry`. */
export function taskId(task: string): string {
  return task
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
}

/** Fewer contacts than this in which a standard was asked say nothing of the work. */
const fewestContacts = 10;
const mostTold = 8;

export interface Seen {
  readonly standard: string;
  /** Contacts of theirs in which it was asked for: met or missed. */
  readonly contacts: number;
}

export interface Drift {
  /** Duties whose standards came up in none of their contacts. */
  readonly never: readonly string[];
  /** Standards that come up often and belong to no duty, most often first. */
  readonly unwritten: readonly Seen[];
}

/** Where what is written and what is done part; without contacts nothing is said. */
export function driftOf(duties: readonly Pick<WrittenDuty, 'id' | 'standards'>[], seen: readonly Seen[]): Drift {
  if (seen.length === 0) return { never: [], unwritten: [] };
  const met = new Set(seen.filter((one) => one.contacts > 0).map((one) => one.standard));
  const written = new Set(duties.flatMap((one) => one.standards));
  return {
    never: duties
      .filter((one) => one.standards.length > 0 && !one.standards.some((standard) => met.has(standard)))
      .map((one) => one.id),
    unwritten: seen
      .filter((one) => one.contacts >= fewestContacts && !written.has(one.standard))
      .toSorted((one, other) => other.contacts - one.contacts || one.standard.localeCompare(other.standard))
      .slice(0, mostTold),
  };
}

const blank = (text: string): boolean => text.trim() === '';
