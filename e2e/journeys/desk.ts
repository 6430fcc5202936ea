// Somebody at a desk: a folder for what they bring, a data folder, a home of their own, and the program as they start it.
// Every start names its data folder, so that nothing of the clone's own is touched.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ReportDocument } from '../../src/diagnosis/stream.shape.ts';

const clone = join(import.meta.dirname, '..', '..');
const main = join(clone, 'src', 'main.ts');
// As the launcher has it: compiled code is kept between starts.
const compiled = join(clone, '.customary', 'cache', 'code');

export interface Ran {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Both, as a terminal would show them. */
  readonly screen: string;
}

export interface Start {
  /** What is piped in. */
  readonly input?: string;
  /** The pipe stays open after the input, as that of a program which has more to come. */
  readonly pipeStaysOpen?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Desk {
  readonly folder: string;
  /** The data folder that CUSTOMARY_DATA names unless a start says otherwise. */
  readonly data: string;
  at(path: string): string;
  write(path: string, content: string | Uint8Array): Promise<string>;
  read(path: string): Promise<string>;
  report(path: string): Promise<ReportDocument>;
  run(args: readonly string[], start?: Start): Promise<Ran>;
  /** A start that goes on while the test does something else. */
  begin(args: readonly string[], start?: Start): { readonly child: ChildProcess; readonly ended: Promise<Ran> };
  clear(): Promise<void>;
}

export function newDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'customary-desk-'));
  const data = join(folder, 'data');
  const at = (path: string): string => join(folder, path);

  function begin(args: readonly string[], { input = '', pipeStaysOpen = false, env = {} }: Start = {}) {
    const child = spawn(process.execPath, [main, ...args], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: at('home'),
        XDG_CACHE_HOME: at('home/cache'),
        CI: 'true',
        NODE_COMPILE_CACHE: compiled,
        CUSTOMARY_DATA: data,
        ...env,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    // A program that ends before it has read everything is no failure of the test's own.
    child.stdin.on('error', () => undefined);
    if (pipeStaysOpen) child.stdin.write(input);
    else child.stdin.end(input);
    const said = { out: '', err: '', screen: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
      said.screen += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.err += text;
      said.screen += text;
    });
    const ended = new Promise<Ran>((resolve) => child.on('close', (code) => resolve({ code, ...said })));
    return { child, ended };
  }

  return {
    folder,
    data,
    at,
    write: async (path, content) => {
      await mkdir(dirname(at(path)), { recursive: true });
      await writeFile(at(path), content);
      return at(path);
    },
    read: async (path) => readFile(at(path), 'utf8'),
    report: async (path) => ReportDocument.parse(JSON.parse(await readFile(at(path), 'utf8'))),
    run: async (args, start) => begin(args, start).ended,
    begin,
    clear: async () => rm(folder, { recursive: true, force: true }),
  };
}
