// From what a reader made to what may be stored: the clock made honest, the rep worked out, every personal detail
// replaced. Pure: nothing raw leaves this function.
import { redactContact } from './redaction/redact-contact.core.ts';
import { tidyClock } from './clock.core.ts';
import { customerHashOf, repHashOf } from './identity.core.ts';
import { outcomeOf } from './outcome.core.ts';
import { whoIsRep } from './who-is-rep.core.ts';
import type { ContactDraft, ContactFacts } from './contact.core.ts';
import type { Turn } from '../standards/encounter.core.ts';
import type { ContactRow } from './contact.store.ts';

/** A contact's columns but for those that only the store can know. */
export type PreparedContact = Omit<ContactRow, 'orgId' | 'id' | 'version' | 'latest' | 'contentHash' | 'importId'>;

/** Redacted columns of a contact. Deterministic for the same draft and key. */
export function prepareContact(raw: ContactDraft, key: Uint8Array): PreparedContact {
  const draft = tidyClock(raw);
  const who = whoIsRep(draft, draft.facts.repLabel);
  const redacted = redactContact({
    turns: draft.turns.map((turn, index) => ({ text: turn.text, speaker: who.speakers[index] ?? 'other' })),
    answers: draft.answers,
    knownNames: draft.knownNames,
    key,
  });
  const source = redactContact({ turns: [{ text: draft.source.file }, { text: draft.source.originalId }], answers: [], knownNames: draft.knownNames, key });
  const turns = draft.turns.map((turn, index): Turn => ({
    speaker: who.speakers[index] ?? 'other',
    text: redacted.texts[index] ?? '',
    ...(turn.start === undefined ? {} : { start: turn.start }),
    ...(turn.end === undefined ? {} : { end: turn.end }),
    ...(turn.confidence === undefined ? {} : { confidence: turn.confidence }),
  }));
  return {
    sourceFile: source.texts[0] ?? '',
    originalId: source.texts[1] ?? '',
    format: draft.source.format,
    channel: draft.facts.channel ?? draft.channel,
    language: draft.language ?? 'en',
    timing: draft.timing,
    repFrom: who.from,
    repCertainty: who.howSure,
    words: turns.reduce((sum, turn) => sum + countWords(turn.text), 0),
    turns,
    answers: redacted.answers,
    holds: draft.holds ?? [],
    notes: draft.notes,
    consentBasis: draft.facts.consentBasis ?? 'not stated',
    ...factColumns(draft.facts, key),
    markedWith: null,
  };
}

/** The columns that facts decide; the rep and the customer only as keyed digests. Absent facts give no column. */
export function factColumns(facts: ContactFacts, key: Uint8Array): Partial<ContactRow> {
  const outcome = facts.outcome === undefined ? undefined : outcomeOf(facts.outcome);
  const columns: Partial<ContactRow> = {
    channel: facts.channel,
    direction: facts.direction,
    startedAt: facts.startedAt,
    durationSeconds: facts.durationSeconds,
    siteId: facts.site,
    repHash: facts.rep === undefined ? undefined : repHashOf(key, facts.rep),
    outcome,
    outcomeStated: facts.outcome,
    productAsked: facts.productAsked,
    priceQuoted: facts.priceQuoted,
    rings: facts.rings === undefined ? undefined : Math.round(facts.rings),
    secondsToAnswer: facts.secondsToAnswer,
    customerHash: facts.customerReference === undefined ? undefined : customerHashOf(key, facts.customerReference),
    consentBasis: facts.consentBasis,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
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
