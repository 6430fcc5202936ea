// What commands write to: results on standard output, everything said on the way on standard error. Text from contacts
// and files never reaches the terminal raw.
import { createInterface } from 'node:readline';

export interface Terminal {
  /** Width in characters, 40 to 100. */
  readonly columns: number;
  readonly colour: boolean;
  /** A line of result. */
  print(text: string): void;
  /** A line said on the way. */
  say(text: string): void;
  /** A line that the next one replaces; nothing where nobody watches. */
  progress(text: string): void;
  /** Asks a person; null where nobody can answer. */
  ask(question: string): Promise<string | null>;
  close(): void;
}

/** The process's own terminal. Colour only for a person who hasn't refused it. */
export function ownTerminal(): Terminal {
  const watched = process.stderr.isTTY === true;
  // Whoever reads us may have read enough (`| head`): that is no failure.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  let showing = false;
  let reader: ReturnType<typeof createInterface> | null = null;
  let lines: AsyncIterator<string> | null = null;
  let ended = false;

  function clear(): void {
    if (showing) process.stderr.write('\r\u001b[2K');
    showing = false;
  }

  return {
    columns: Math.max(40, Math.min(100, process.stdout.columns ?? 80)),
    colour: colourWanted(process.stdout, process.env),
    print: (text) => {
      clear();
      process.stdout.write(`${text}\n`);
    },
    say: (text) => {
      clear();
      process.stderr.write(`${plain(text)}\n`);
    },
    progress: (text) => {
      if (!watched) return;
      clear();
      process.stderr.write(plain(text).slice(0, (process.stderr.columns ?? 80) - 1));
      showing = true;
    },
    ask: async (question) => {
      clear();
      if (!process.stdin.isTTY && process.env.CUSTOMARY_ANSWERS_FROM_STDIN !== '1') return null;
      // Read as a list of lines: answers that are piped in arrive all at once, before most of the questions are asked.
      if (!reader) {
        reader = createInterface({ input: process.stdin, output: process.stderr });
        reader.once('close', () => (ended = true));
      }
      lines ??= reader[Symbol.asyncIterator]();
      reader.setPrompt(`${plain(question)} `);
      // A closed reader still gives the lines that it has read, but refuses to ask.
      if (ended) process.stderr.write(reader.getPrompt());
      else reader.prompt();
      const line = await lines.next();
      return line.done ? null : line.value;
    },
    close: () => {
      clear();
      reader?.close();
    },
  };
}

/** Text with control characters and direction marks taken out, so that no name of a file can drive a terminal. */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are just what this takes out
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** The same for what must stay one line, such as a file's name: an end of line in it is shown as ⏎ and forges none. */
export function oneLine(text: string): string {
  return plain(text.replaceAll(/\r\n|[\n\r\t\u0085\u2028\u2029]/g, '⏎'));
}

/** Colour only where somebody looks at it and has not said no (https://no-color.org). */
export function colourWanted(
  stream: { isTTY?: boolean | undefined },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
