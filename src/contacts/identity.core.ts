// Which contact is it, and is it the same as before? Two keyed digests answer: one of the source's own id, one of the
// raw content. Both are made before redaction and neither can be read back.
import { keyedDigest } from '../kernel/digest.ts';
import type { ContactDraft, Source } from './contact.core.ts';
import { factsKey, sourceKeys } from './readers/source-keys.core.ts';

/**
 * The contact's id. An id that could not be repeated by chance (12 characters or more with a digit) stands for itself,
 * whatever file it comes in; a short one ("17"), or one taken from a file's name, only counts within its file.
 */
export function contactIdOf(key: Uint8Array, source: Source): string {
  const ownName = source.originalId === stemOf(source.file);
  const unique = !ownName && source.originalId.length >= 12 && /\d/.test(source.originalId);
  const scope = unique ? '' : ownName ? source.file : baseOf(source.file);
  return `c${keyedDigest(key, `contact\u001f${scope}\u001f${source.originalId}`).slice(0, 24)}`;
}

/** The keyed digest of everything said, answered and timed: equal for the same content, wherever it came from. */
export function contentHashOf(key: Uint8Array, draft: ContactDraft): string {
  const turns = draft.turns.map((turn) => [
    turn.label,
    turn.speaker ?? null,
    turn.text,
    turn.start ?? null,
    turn.end ?? null,
  ]);
  const answers = draft.answers.map((one) => [one.question, one.answer]);
  const heard = hearingOf(draft);
  const content = [draft.facts.startedLocal ?? draft.facts.startedAt ?? null, turns, answers];
  return keyedDigest(key, JSON.stringify(heard === null ? content : [...content, heard])).slice(0, 32);
}

// How well it was heard: a second hearing of the same words with confidences, pauses or holds is another version, since marks
// differ by them. Left out where nothing is told, so that what was brought before such things were read keeps its digest.
function hearingOf({ turns, holds, heardBy }: ContactDraft): unknown {
  const told = turns.map((turn) => [turn.confidence ?? null, turn.unclear ?? null, turn.pauses ?? null]);
  const none = told.every((turn) => turn.every((one) => one === null)) && holds === undefined && heardBy === undefined;
  return none ? null : [told, holds ?? null, heardBy ?? null];
}

/** The keyed digests by which a table of facts may name this contact: its id, its file's path, name and stem. */
export function factKeysOf(key: Uint8Array, source: Source): string[] {
  return sourceKeys(source)
    .filter((name) => name !== '')
    .map((name) => factKeyHash(key, name));
}

/** The keyed digest of one key of a table of facts. */
export function factKeyHash(key: Uint8Array, name: string): string {
  return keyedDigest(key, `fact\u001f${factsKey(name)}`).slice(0, 32);
}

/** The keyed digest of a rep as a source names them: the same for an id or a name however it is capitalised. */
export function repHashOf(key: Uint8Array, rep: string): string {
  return keyedDigest(key, `rep\u001f${normalise(rep)}`).slice(0, 32);
}

/** The keyed digest of a customer's reference; the value itself is never kept. */
export function customerHashOf(key: Uint8Array, reference: string): string {
  return keyedDigest(key, `customer\u001f${normalise(reference)}`).slice(0, 32);
}

function normalise(name: string): string {
  return name.trim().toLowerCase().replaceAll('\\', '/').replace(/\s+/g, ' ');
}

function baseOf(path: string): string {
  return path.replaceAll('\\', '/').split('/').at(-1) ?? path;
}

function stemOf(path: string): string {
  return baseOf(path).replace(/\.[A-Za-z0-9]{1,5}$/, '');
}
