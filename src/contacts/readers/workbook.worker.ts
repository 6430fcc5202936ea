// The process that reads one workbook: its path, or its bytes as a message, in; its sheets out. It may run out of its memory or
// its time, and nothing else does.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { sheetsIn } from './workbook-sheets.ts';

const [path] = process.argv.slice(2);
const bytes = path === undefined ? ((await once(process, 'message')) as [Uint8Array])[0] : await readFile(path);
// What is thrown ends the process, and so it is told where it was begun.
process.send!(await sheetsIn(bytes), undefined, undefined, () => process.disconnect());
