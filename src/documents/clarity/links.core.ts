// Links of a written text, as Markdown writes them, that lead nowhere: to a part or a document that there is not, or to a place
// that is on one machine alone.
import type { Found } from './clarity.core.ts';

const link = /\[([^\][\n]{0,300})\]\(\s{0,9}<?([^()\s>]{0,500})>?(?:\s{1,9}"[^"]{0,300}")?\s{0,9}\)/gu;
const ownDocument = /^\/documents\/(policy|procedure)\/([^/#?]+)/;

/** @param parts ids of the document's own parts @param documents `policy/ID`, `procedure/ID`; undefined: not known */
export function unclearLinks(
  text: string,
  parts: ReadonlySet<string>,
  documents: ReadonlySet<string> | undefined,
): Found[] {
  return [...text.matchAll(link)].flatMap(({ 0: words, 2: target = '', index }): Found[] => {
    const instead = wrongWith(target, parts, documents);
    return instead === null ? [] : [{ kind: 'dead-link', from: index, to: index + words.length, words, instead }];
  });
}

function wrongWith(
  target: string,
  parts: ReadonlySet<string>,
  documents: ReadonlySet<string> | undefined,
): string | null {
  if (target === '') return 'Say where the link leads, or take it off.';
  if (target.startsWith('#'))
    return parts.has(decoded(target.slice(1)))
      ? null
      : 'No part of this document has that number. Name one that there is.';
  const [, kind, id] = ownDocument.exec(target) ?? [];
  if (kind !== undefined && id !== undefined)
    return documents === undefined || documents.has(`${kind}/${decoded(id)}`)
      ? null
      : `There is no ${kind} of that name. Choose one that there is, or write it first.`;
  if (/^(https:\/\/|http:\/\/|mailto:|tel:|\/)/i.test(target)) return null;
  return 'This place can’t be reached from everywhere. Link to an address that begins with https://, or to a document here.';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
