// What somebody writes of a contact (a comment, a reason, a note) as it may be kept: without personal data, as the contact itself.
import { redactContact } from './redact-contact.core.ts';

/** @param key the organisation's @param most characters that are kept at most */
export function redactWords(words: string, key: Uint8Array, most?: number): string {
  const text = words.trim().slice(0, most);
  return text === '' ? '' : redactContact({ turns: [{ text }], answers: [], knownNames: [], key }).texts[0]!;
}
