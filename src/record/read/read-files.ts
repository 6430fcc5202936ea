// Every file of a record as tables, each read by what it is; one that can't be read never stops the others.
import type { Reject } from '../../contacts/contact.core.ts';
import type { RawTable, RecordFile, RecordWarning } from '../record.core.ts';
import { readCsv } from './csv-table.ts';
import { decodeText } from './decode-text.ts';
import type { FileReading } from './file-reading.ts';
import { refusedFile } from './file-reading.ts';
import { readMarkdown } from './markdown-document.ts';
import { readXlsx } from './xlsx-tables.ts';
import { readYaml } from './yaml-tables.ts';

/** No record file that people keep by hand comes near this. */
const largestFile = 64 * 1024 * 1024;

export async function readFiles(files: readonly RecordFile[]): Promise<FileReading> {
  const tables: RawTable[] = [];
  const rejects: Reject[] = [];
  const warnings: RecordWarning[] = [];
  for (const file of files) {
    // A record folder may explain itself; what explains is no record.
    if (/(^|[/\\])(readme(\.\w+)?|\.[^/\\]*)$/i.test(file.name)) continue;
    const reading = await readFile(file);
    tables.push(...reading.tables);
    rejects.push(...reading.rejects);
    warnings.push(...reading.warnings);
  }
  return { tables, rejects, warnings };
}

async function readFile({ name, bytes }: RecordFile): Promise<FileReading> {
  if (bytes.length === 0)
    return refusedFile(name, 'a file with something in it', 'Fill it, or take it out of the folder.');
  if (bytes.length > largestFile) return refusedFile(name, 'a file of at most 64 MB', 'Split it into several files.');
  // By content first: a workbook is a zip archive, whatever it is called.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(name, bytes);
  const decoded = decodeText(bytes);
  if ('refused' in decoded) {
    return refusedFile(name, 'a CSV, YAML, Markdown or Excel (.xlsx) file', decoded.refused);
  }
  const reading = readText(name, decoded.text);
  if (decoded.warning === undefined) return reading;
  return { ...reading, warnings: [{ file: name, sentence: decoded.warning }, ...reading.warnings] };
}

function readText(name: string, text: string): FileReading {
  if (text.trim() === '')
    return refusedFile(name, 'a file with something in it', 'Fill it, or take it out of the folder.');
  if (/\.(ya?ml|json)$/i.test(name)) return readYaml(name, text);
  if (/\.(md|markdown)$/i.test(name) || text.startsWith('---\n')) return readMarkdown(name, text);
  if (/\.(csv|tsv|tab|txt)$/i.test(name)) return readCsv(name, text);
  return refusedFile(
    name,
    'a CSV, YAML, Markdown or Excel (.xlsx) file',
    'Save it as one of these, or take it out of the folder.',
  );
}
