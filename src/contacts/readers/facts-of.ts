// Cells and JSON fields as facts of a contact: each value read into its own kind, what can't be read left out and named.
import { isDayOnly } from '../contact.core.ts';
import type { ConsentBasis, ContactFacts } from '../contact.core.ts';
import { tidyHolds } from '../holds.core.ts';
import { channelOf } from './channel-guess.ts';
import { cleanLabel, cleanText } from './clean-text.ts';
import { fieldOfHeader } from './column-words.ts';
import { holdsOfCell, holdsOfJson } from './holds.ts';
import { isRecord, textAt } from './json-value.ts';
import type { Json, JsonRecord } from './json-value.ts';
import type { ColumnField } from './read-item.ts';
import { durationSeconds, readTime, startOf } from './times.ts';

export interface Cell {
  readonly column: string;
  readonly field: ColumnField;
  readonly value: string;
}

export interface FactsRead {
  readonly facts: ContactFacts;
  /** Columns whose value was there but could not be read, with what was expected. */
  readonly unread: readonly { readonly field: string; readonly expected: string }[];
}

const blank = /^(?:|na|n\/a|nan|null|none|nil|-+|unknown|not available)$/i;

/** Is the cell empty, or one of the ways in which files say "nothing here"? */
export function isBlank(value: string): boolean {
  return blank.test(value.trim());
}

/** What is told of a cell that should say when a contact was. */
export const expectedStart = 'a date and time, e.g. 2026-03-01T14:05:00Z';

type Draft = { -readonly [K in keyof ContactFacts]: ContactFacts[K] };

/** Reads the cells that are facts; the others (speaker, text, questions) are passed over. The first of two columns of one field wins. */
export function factsOf(cells: readonly Cell[]): FactsRead {
  const facts: Draft = {};
  const unread: { field: string; expected: string }[] = [];
  for (const { column, field, value } of cells) {
    if (isBlank(value)) continue;
    const expected = readFact(facts, field, value, column);
    if (expected) unread.push({ field: cleanLabel(column, 80), expected });
  }
  return { facts, unread };
}

function readFact(facts: Draft, field: ColumnField, value: string, column: string): string | null {
  const text = cleanText(value).text;
  if (field === 'site') facts.site ??= text;
  else if (field === 'rep') facts.rep ??= text;
  else if (field === 'outcome') facts.outcome ??= text;
  else if (field === 'product') facts.productAsked ??= text;
  else if (field === 'customer') facts.customerReference ??= text;
  else if (field === 'consent') facts.consentBasis ??= consentOf(text);
  else if (field === 'channel') return readChannel(facts, text);
  else if (field === 'direction') return readDirection(facts, text);
  else if (field === 'time') return readStart(facts, text);
  else if (field === 'duration')
    return setNumber(facts, 'durationSeconds', durationSeconds(text, column), 'a length of time, e.g. 344 or 5:44');
  else if (field === 'rings') return setNumber(facts, 'rings', numberOf(text), 'a number of rings');
  else if (field === 'seconds-to-answer')
    return setNumber(facts, 'secondsToAnswer', durationSeconds(text, column), 'a number of seconds');
  else if (field === 'holds') return readHeld(facts, text);
  else if (field === 'transcribed-by') return readHeardBy(facts, text);
  else if (field === 'price') return setNumber(facts, 'priceQuoted', moneyOf(text), 'an amount of money, e.g. 129.00');
  return null;
}

function setNumber(
  facts: Draft,
  name: 'durationSeconds' | 'rings' | 'secondsToAnswer' | 'priceQuoted',
  value: number | undefined,
  expected: string,
): string | null {
  if (value === undefined) return expected;
  facts[name] ??= value;
  return null;
}

function readChannel(facts: Draft, text: string): string | null {
  const channel = channelOf(text);
  if (channel) facts.channel ??= channel;
  return channel ? null : 'a channel: phone, visit, chat, email, complaint or shop';
}

function readDirection(facts: Draft, text: string): string | null {
  const direction = directionOf(text);
  if (direction) facts.direction ??= direction;
  return direction ? null : 'a direction: inbound or outbound';
}

function readHeld(facts: Draft, text: string): string | null {
  const holds = holdsOfCell(text);
  if (holds) facts.holds ??= tidyHolds(holds);
  // How many there were, without where, tells only of none.
  return holds || /^\d+$/.test(text) ? null : 'holds in seconds from the start, e.g. 30-95; pause 100-120';
}

const machines =
  /\b(?:machine|auto(?:matic|mated|matically)?|asr|stt|a\.?i|recogni[sz]er?|(?:speech|voice) (?:service|engine|recognition)|amazon|aws|transcribe|azure|whisper\w*|deepgram|assembly ?ai|google|vosk|kaldi|otter|rev\.?ai|nova)\b/i;
const persons = /\b(?:person|people|human|hand|manual(?:ly)?|typist|transcriber|transcriptionist|staff)\b/i;

function readHeardBy(facts: Draft, text: string): string | null {
  const heardBy = machines.test(text) ? 'recogniser' : persons.test(text) ? 'person' : null;
  if (heardBy) facts.heardBy ??= heardBy;
  return heardBy ? null : 'machine or person';
}

const leastUnread = 10_000;

function readStart(facts: Draft, text: string): string | null {
  const time = readTime(text);
  if (time && 'moment' in time) {
    if (facts.startedAt === undefined) Object.assign(facts, startOf(time));
  } else if (time && text.includes(':') && time.seconds < 86_400) addTimeOfDay(facts, time.seconds);
  // A large bare number is no offset of a whole contact; it is told, so that it isn't lost unseen.
  else if (time && !text.includes(':') && time.seconds >= leastUnread) return expectedStart;
  return time ? null : expectedStart;
}

// A column with the day (spreadsheets write midnight behind it) and another with the time of day.
function addTimeOfDay(facts: Draft, seconds: number): void {
  const { startedAt, startedLocal } = facts;
  if (startedAt === undefined || !(isDayOnly(startedLocal) || startedAt.endsWith('T00:00:00.000Z'))) return;
  facts.startedAt = new Date(Date.parse(`${startedAt.slice(0, 10)}T00:00:00Z`) + seconds * 1000).toISOString();
  if (startedLocal !== undefined) facts.startedLocal = facts.startedAt.slice(0, 19);
}

/** `in`, `Inbound`, `INCOMING`, `received`; `out`, `outgoing`, `dialled`. */
export function directionOf(text: string): ContactFacts['direction'] | null {
  if (/^(?:in|i|inbound|incoming|received|customer)\b/i.test(text)) return 'inbound';
  return /^(?:out|o|outbound|outgoing|diall?ed|agent)\b/i.test(text) ? 'outbound' : null;
}

function numberOf(text: string): number | undefined {
  const number = Number(text);
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}

function moneyOf(text: string): number | undefined {
  const digits = /\d[\d.,' ]*/.exec(text)?.[0]?.replace(/[' ]/g, '') ?? '';
  // The last separator with two digits behind it is the decimal one; any other groups thousands.
  const plain = /[.,]\d{1,2}$/.test(digits)
    ? digits.slice(0, -3).replace(/[.,]/g, '') + digits.slice(-3).replace(',', '.')
    : digits.replace(/[.,]/g, '');
  return digits === '' ? undefined : numberOf(plain);
}

function consentOf(text: string): ConsentBasis {
  const said = text.toLowerCase();
  if (/all|both|two/.test(said)) return 'all parties';
  if (/one/.test(said)) return 'one party';
  if (/notice|announce|recording|played|disclos/.test(said)) return 'notice played';
  if (/writ|sign|form/.test(said)) return 'written';
  return /not needed|exempt/.test(said) ? 'not needed' : 'not stated';
}

/** Facts from the plain fields of a JSON record and of its `metadata`/`meta`/`attributes`, by the same words as columns. */
export function factsOfRecord(record: JsonRecord): {
  facts: ContactFacts;
  id: string | undefined;
  names: readonly string[];
  language: string | undefined;
} {
  const cells: Cell[] = [];
  for (const [column, value] of Object.entries(record)) addCell(cells, column, value);
  for (const name of ['metadata', 'meta', 'attributes', 'info', 'call']) {
    const part = record[name];
    if (isRecord(part)) for (const [column, value] of Object.entries(part)) addCell(cells, column, value);
  }
  // The id inside `customer` is the customer's.
  const customer = textAt(record.customer, 'id', 'reference', 'account', 'phone', 'email');
  if (customer !== undefined) cells.push({ column: 'customer', field: 'customer', value: customer });
  const named = textAt(record.customer, 'name');
  if (named !== undefined) cells.push({ column: 'customer name', field: 'name', value: named });
  const one = (field: ColumnField): string | undefined =>
    cells.find((cell) => cell.field === field && !isBlank(cell.value))?.value;
  const names = cells.filter((cell) => cell.field === 'name' || cell.field === 'rep').map((cell) => cell.value);
  const { facts } = factsOf(cells);
  const holds = facts.holds ?? holdsOfJson(record.holds ?? record.Holds) ?? undefined;
  return {
    facts: holds === undefined ? facts : { ...facts, holds: tidyHolds(holds) },
    id: one('contact') ?? one('file'),
    names,
    language: one('language'),
  };
}

function addCell(cells: Cell[], column: string, value: Json): void {
  if (typeof value !== 'string' && typeof value !== 'number') return;
  const field = fieldOfHeader(column);
  if (field) cells.push({ column, field, value: String(value) });
}
