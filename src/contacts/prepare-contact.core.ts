// From what a reader made to what may be stored: the clock made honest, the rep worked out, every personal detail
// replaced. Pure: nothing raw leaves this function.
import { withoutMenus } from './announcements.core.ts';
import { redactFileName } from './redaction/file-names.core.ts';
import { redactContact } from './redaction/redact-contact.core.ts';
import { tidyClock } from './clock.core.ts';
import { heardByOf } from './heard-by.core.ts';
import { holdMark } from './holds.core.ts';
import { customerHashOf, repHashOf } from './identity.core.ts';
import { languageOf, statedLanguage } from './language.core.ts';
import { outcomeOf } from './outcome.core.ts';
import { whoIsRep } from './who-is-rep.core.ts';
import type { Contact, ContactDraft, ContactFacts, Outcome, Reject } from './contact.core.ts';
import type { Pause, Turn } from '../standards/encounter.core.ts';

/** What facts decide of a contact; the rep and the customer only as keyed digests. Absent: not known. */
export interface FactColumns {
  channel?: Contact['channel'];
  heardBy?: NonNullable<Contact['heardBy']>;
  direction?: NonNullable<Contact['direction']>;
  startedAt?: string;
  /** Null where a start with a zone takes the place of one without. */
  startedLocal?: string | null;
  durationSeconds?: number;
  siteId?: string;
  repHash?: string;
  outcome?: Outcome;
  outcomeStated?: string;
  productAsked?: string;
  priceQuoted?: number;
  rings?: number;
  secondsToAnswer?: number;
  /** Absent where the source doesn't tell of holds. */
  holds?: NonNullable<Contact['holds']>;
  customerHash?: string;
  consentBasis?: Contact['consentBasis'];
}

/** A contact as it may be stored, but for what only the store can know. */
export interface PreparedContact extends FactColumns {
  sourceFile: string;
  originalId: string;
  format: string;
  channel: Contact['channel'];
  language: string;
  timing: Contact['timing'];
  repFrom: Contact['repFrom'];
  repCertainty: number;
  words: number;
  turns: readonly Turn[];
  answers: Contact['answers'];
  notes: readonly string[];
  consentBasis: Contact['consentBasis'];
  markedWith: null;
}

/**
 * Redacted columns of a contact. Deterministic for the same draft, key and names.
 * @param ownNames what the organisation and its sites are called: these are no names of persons
 */
export function prepareContact(raw: ContactDraft, key: Uint8Array, ownNames: readonly string[] = []): PreparedContact {
  const draft = tidyClock(raw);
  // The rep as the source names them may be a name, and is then said aloud in the contact too.
  const knownNames = draft.facts.rep === undefined ? draft.knownNames : [...draft.knownNames, draft.facts.rep];
  const who = whoIsRep(draft, draft.facts.repLabel);
  const speakers = withoutMenus(draft.turns, who.speakers);
  const redacted = redactContact({
    turns: draft.turns.map((turn, index) => ({
      text: turn.text,
      label: speakers[index] ?? 'other',
      ...(turn.unclear === undefined ? {} : { stretches: turn.unclear }),
      ...(turn.pauses === undefined ? {} : { places: turn.pauses.map((pause) => pause.offset ?? 0) }),
    })),
    answers: draft.answers,
    knownNames,
    ownNames,
    key,
  });
  const turns = draft.turns.map((turn, index): Turn => ({
    // What a tool wrote for a hold is nobody's.
    speaker: holdMark(turn.text) === null ? (speakers[index] ?? 'other') : 'other',
    text: redacted.texts[index] ?? '',
    ...(turn.start === undefined ? {} : { start: turn.start }),
    ...(turn.end === undefined ? {} : { end: turn.end }),
    ...(turn.confidence === undefined ? {} : { confidence: turn.confidence }),
    ...(turn.unclear === undefined ? {} : { unclear: redacted.stretches[index] ?? [] }),
    ...(turn.pauses === undefined ? {} : { pauses: movedPauses(turn.pauses, redacted.places[index]!) }),
  }));
  const channel = draft.facts.channel ?? draft.channel;
  const heardBy = heardByOf(
    draft.facts.heardBy ?? draft.heardBy,
    channel,
    draft.turns.map((turn) => turn.text),
  );
  return {
    sourceFile: redactFileName(draft.source.file, key, draft.knownNames),
    originalId: redactFileName(draft.source.originalId, key, draft.knownNames),
    format: draft.source.format,
    channel,
    ...(heardBy === undefined ? {} : { heardBy }),
    language: draft.language ? statedLanguage(draft.language) : languageOf(draft.turns.map((turn) => turn.text)),
    timing: draft.timing,
    repFrom: who.from,
    repCertainty: who.howSure,
    words: turns.reduce((sum, turn) => sum + countWords(turn.text), 0),
    turns,
    answers: redacted.answers,
    notes: draft.notes,
    consentBasis: draft.facts.consentBasis ?? 'not stated',
    ...factColumns(draft.facts, key),
    ...(draft.holds === undefined ? {} : { holds: draft.holds }),
    markedWith: null,
  };
}

function movedPauses(pauses: readonly Pause[], places: readonly number[]): readonly Pause[] {
  return pauses.map((pause, index) => (pause.offset === undefined ? pause : { ...pause, offset: places[index]! }));
}

/** The columns that facts decide; the rep and the customer only as keyed digests. Absent facts give no column. */
export function factColumns(facts: ContactFacts, key: Uint8Array): FactColumns {
  const outcome = facts.outcome === undefined ? undefined : outcomeOf(facts.outcome);
  return {
    ...(facts.channel === undefined ? {} : { channel: facts.channel }),
    ...(facts.heardBy === undefined ? {} : { heardBy: facts.heardBy }),
    ...(facts.direction === undefined ? {} : { direction: facts.direction }),
    ...(facts.startedAt === undefined ? {} : { startedAt: facts.startedAt, startedLocal: facts.startedLocal ?? null }),
    ...(facts.durationSeconds === undefined ? {} : { durationSeconds: facts.durationSeconds }),
    ...(facts.site === undefined ? {} : { siteId: redactText(facts.site, key) }),
    ...(facts.rep === undefined ? {} : { repHash: repHashOf(key, facts.rep) }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(facts.outcome === undefined ? {} : { outcomeStated: redactText(facts.outcome, key) }),
    ...(facts.productAsked === undefined ? {} : { productAsked: redactText(facts.productAsked, key) }),
    ...(facts.priceQuoted === undefined ? {} : { priceQuoted: facts.priceQuoted }),
    ...(facts.rings === undefined ? {} : { rings: Math.round(facts.rings) }),
    ...(facts.secondsToAnswer === undefined ? {} : { secondsToAnswer: facts.secondsToAnswer }),
    ...(facts.holds === undefined ? {} : { holds: facts.holds }),
    ...(facts.customerReference === undefined ? {} : { customerHash: customerHashOf(key, facts.customerReference) }),
    ...(facts.consentBasis === undefined ? {} : { consentBasis: facts.consentBasis }),
  };
}

/** A reject as it may be stored and shown in JSON or on a page: its file and field without personal data. */
export function redactReject(reject: Reject, key: Uint8Array): Reject {
  return {
    ...reject,
    file: redactFileName(reject.file, key),
    ...(reject.field === undefined ? {} : { field: redactText(reject.field, key) }),
  };
}

// What a cell beside a contact holds ("sold to Ms Lowe, 555-0142", a telephone number in the column of sites) may be
// what its words may not.
function redactText(text: string, key: Uint8Array): string {
  return redactContact({ turns: [{ text }], answers: [], knownNames: [], key }).texts[0] ?? '';
}

function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let index = 0; index < text.length; index += 1) {
    const space = text.charCodeAt(index) <= 32;
    if (!space && !inside) words += 1;
    inside = !space;
  }
  return words;
}
