// A terminal that nobody watches: what a command printed and said goes to a test's lists.
import type { Terminal } from './terminal.ts';

interface Heard {
  readonly columns?: number;
  readonly print?: (text: string) => unknown;
  readonly say?: (text: string) => unknown;
}

/** Answers no question; what no list is given for is dropped. */
export function unwatchedTerminal({ columns = 80, print, say }: Heard = {}): Terminal {
  return {
    columns,
    colour: false,
    print: (text) => void print?.(text),
    say: (text) => void say?.(text),
    progress: () => undefined,
    ask: async () => null,
    close: () => undefined,
  };
}
