// A file of a document (Markdown, Word, PDF, plain text) read into a draft.
import { readApart } from '../../documents/import/read-apart.ts';
import { readDocumentText, type ReadDocument } from '../../documents/import/document-text.core.ts';
import type { DocumentKind } from '../../documents/document.core.ts';
import { Fault } from '../../kernel/fault.ts';

const mostParts = 1000;
const mostLetters = 20_000;

/** @throws Fault `document-file-refused` */
export async function readDocumentFile(kind: DocumentKind, name: string, bytes: Uint8Array): Promise<ReadDocument> {
  const text = await textIn(bytes);
  if (text === null || text.trim() === '') throw refused('It is damaged, locked, holds no text, or is none of these.');
  const read = readDocumentText(kind, text.replaceAll(/[\0\u{D800}-\u{DFFF}]/gu, ''));
  if (read.parts.length === 0) throw refused('It holds no text that could be a clause or a step.');
  if (
    read.parts.length > mostParts ||
    read.parts.some((part) => part.text.length > mostLetters) ||
    read.intro.length > mostLetters
  )
    throw refused(
      `It has more than ${mostParts} parts, or a part of over ${mostLetters} letters. Cut it up and bring the pieces.`,
    );
  const title = read.title === '' ? nameWithoutEnd(name) : read.title;
  return { ...read, title: title.slice(0, 300), owner: read.owner.slice(0, 200) };
}

/** By what the bytes begin with, whatever the file is called. */
async function textIn(bytes: Uint8Array): Promise<string | null> {
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (head.startsWith('%PDF-')) return readApart('pdf', bytes);
  if (head.startsWith('PK')) return readApart('docx', bytes);
  // Old Word files, and whatever else is no text.
  if (bytes.subarray(0, 4096).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const nameWithoutEnd = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[A-Za-z]{1,8}$/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim() || 'Untitled';

function refused(why: string): Fault {
  return new Fault(
    'document-file-refused',
    'malformed',
    `The file can’t be read as a document. ${why} Give Markdown, a Word file (.docx) or a PDF with text in it.`,
  );
}
