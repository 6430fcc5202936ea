// How far long work is: a line that replaces itself, with a share where the whole is known and a rate always.
import type { Terminal } from './terminal.ts';

export class Progress {
  readonly #terminal: Terminal;
  readonly #what: string;
  readonly #whole: number;
  readonly #began = performance.now();
  #bytes = 0;
  #shown = 0;

  /** @param whole bytes in all, 0 where unknown */
  constructor(terminal: Terminal, what: string, whole = 0) {
    this.#terminal = terminal;
    this.#what = what;
    this.#whole = whole;
  }

  moved(bytes: number): void {
    this.#bytes += bytes;
  }

  /** Shows the line, at most ten times a second. */
  show(state: string): void {
    const now = performance.now();
    if (now - this.#shown < 100) return;
    this.#shown = now;
    const seconds = (now - this.#began) / 1000;
    const share = this.#whole > 0 ? ` ${Math.min(100, Math.floor((100 * this.#bytes) / this.#whole))} %` : '';
    const rate = this.#bytes > 0 ? `, ${(this.#bytes / 1e6 / seconds).toFixed(1)} MB/s` : '';
    this.#terminal.progress(`${this.#what}${share}: ${state}${rate}`);
  }
}
