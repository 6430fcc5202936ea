// Names of files and folders are typed by people and hold what is asked not to be kept: "Tavia Brewick 619-555-0142.txt".
// There is no sentence around a name there, so two words with capitals that aren't ordinary words are a person.
import { fold } from './fold.core.ts';
import { flagsOf, is, wordSet } from './lexicon.core.ts';
import { nameParts } from './names.core.ts';
import { redactContact } from './redact-contact.core.ts';

const filing =
  wordSet(`transcripts recordings voicemails zoom desktop helpdesk inbound outbound teams whatsapp sms mp3 wav vtt srt csv
  json txt zip vcon xlsx readme untitled anonymized anonymised redacted csat nps crm pos q1 q2 q3 q4 fy monday tuesday
  wednesday thursday friday saturday sunday`);
const words = /\p{L}[\p{L}\p{M}'’]*/gu;
const place = is.organisation | is.street | is.weakStreet;
const plain = is.ordinary | is.vocabulary | is.month | is.quantity | place;

/** The path with its personal data hidden, `stated` names too; sites, dates and ordinary words survive. Never throws. */
export function redactFileName(path: string, key: Uint8Array, stated: readonly string[] = []): string {
  // Contacts of one file come one after the other: its name is looked through once, unless somebody's stated name is in it.
  if (!hasPartOf(stated, path)) {
    if (last.path !== path) last = { path, redacted: hidden(path, key, []) };
    return last.redacted;
  }
  return hidden(path, key, stated);
}

let last = { path: '', redacted: '' };

function hasPartOf(names: readonly string[], path: string): boolean {
  const text = fold(path).text.toLowerCase().replaceAll('’', "'");
  return names.some((name) => nameParts(name).some((part) => text.includes(part)));
}

function hidden(path: string, key: Uint8Array, stated: readonly string[]): string {
  const knownNames = [...stated, ...path.split(/[/\\]/).flatMap(namesIn)];
  return redactContact({ turns: [{ text: path }], answers: [], knownNames, key }).texts[0] ?? '';
}

function namesIn(segment: string): string[] {
  const names: string[] = [];
  let run: string[] = [];
  let beforePlace = false;
  let end = 0;
  const close = (atPlace: boolean): void => {
    if (run.length >= 2 && !beforePlace && !atPlace) names.push(run.join(' '));
    run = [];
  };
  for (const found of segment.matchAll(words)) {
    const word = found[0];
    if (run.length > 0 && !/^[ _.,+-]{1,3}$/.test(segment.slice(end, found.index))) close(false);
    end = found.index + word.length;
    if (isNameLike(word)) {
      run.push(word);
      const parts = word.split(/(?<=\p{Ll})(?=\p{Lu})/u);
      if (parts.length > 1 && parts.every((part) => part.length > 2 && isNameLike(part))) names.push(word);
      continue;
    }
    // "Palo Alto Storage", "Street of Saint Ives": what stands beside the word for a place is its name.
    const atPlace = (flagsOf(word.toLowerCase()) & place) !== 0 && /^\p{Lu}/u.test(word);
    close(atPlace);
    beforePlace = atPlace;
  }
  close(false);
  return names;
}

function isNameLike(word: string): boolean {
  const lower = word.toLowerCase().replaceAll('’', "'");
  if (!/^\p{Lu}/u.test(word) || word.length < 2 || filing.has(lower)) return false;
  if (word.length < 4 && word === word.toUpperCase()) return false;
  const flags = flagsOf(lower) | (lower.endsWith('s') ? flagsOf(lower.slice(0, -1)) & plain : 0);
  return (flags & plain) === 0;
}
