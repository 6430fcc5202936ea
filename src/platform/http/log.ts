// The server's log: one line of JSON for each thing worth knowing, on standard error. A line has ids, route patterns,
// numbers and our own sentences; never a path, a query, a name, a word of a contact or a token.

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly says: string;
  readonly request?: string;
  /** The pattern, `GET /v1/fixes/{id}`. */
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly organisation?: string;
  /** Where in our code something unexpected came from: an error's class and `file:line`, without its words. */
  readonly at?: string;
  readonly port?: number;
}

export type Log = (line: LogLine) => void;

/** A log that writes to `write`, each line with its time. */
export function newLog(write: (text: string) => void, now: () => Date): Log {
  return (line) => {
    const { level, ...rest } = line;
    write(`${JSON.stringify({ level, time: now().toISOString(), ...rest })}\n`);
  };
}

/** Milliseconds that a line may wait for others. */
const gathering = 50;

/**
 * Writes the lines of a moment in one go: to write each by itself takes the server longer than to answer many a request.
 * @returns what takes a line, and what writes at once all that wait
 */
export function gathered(write: (text: string) => void): {
  readonly take: (text: string) => void;
  readonly flush: () => void;
} {
  let waiting: string[] = [];
  const flush = (): void => {
    if (waiting.length > 0) write(waiting.join(''));
    waiting = [];
  };
  return {
    take: (text) => {
      if (waiting.length === 0) setTimeout(flush, gathering).unref();
      waiting.push(text);
    },
    flush,
  };
}

/** The class of an error and the first place of ours in its stack; its message may quote a row and is left out. */
export function placeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const own = frames.find((line) => line.includes('/src/')) ?? '';
  const place = /\/(src\/[\w./-]+:\d+)/.exec(own)?.[1];
  return place ? `${thrown.name} ${place}` : thrown.name;
}
