// What in a contact is reported, turn by turn: looked for in a turn when it is first asked for, and kept.
import type { ContactWords } from './contact-words.ts';
import type { Reported } from './reported.ts';

const nothing = 1;
const something = 2;

export class Reports {
  private readonly reported: Reported;
  /** By turn: 0 where it was not looked at. */
  private states = new Uint8Array(256);
  /** By place, 1 where what begins there is reported. */
  private mask = new Uint8Array(4096);

  constructor(reported: Reported) {
    this.reported = reported;
  }

  /** Forgets the contact before. */
  clear(turns: number): void {
    if (turns > this.states.length) this.states = new Uint8Array(turns * 2);
    else this.states.fill(0, 0, turns);
  }

  /** Does something that begins at `place` stand inside a report? `text` is its turn's. */
  cover(words: ContactWords, place: number, text: string): boolean {
    const turn = words.turns[place]!;
    if (!this.reported.mayReport(words.roles[turn]!)) return false;
    if (this.states[turn] === 0) this.look(words, turn, text);
    return this.states[turn] === something && this.mask[place] === 1;
  }

  private look(words: ContactWords, turn: number, text: string): void {
    const first = words.starts[turn]! + 1;
    const read = words.wordsAt(first);
    this.reported.read(text, read);
    this.states[turn] = this.reported.isEmpty ? nothing : something;
    if (this.reported.isEmpty) return;
    if (words.ids.length > this.mask.length) {
      const larger = new Uint8Array(words.ids.length);
      larger.set(this.mask);
      this.mask = larger;
    }
    for (let at = 0; at < read.count; at++) this.mask[first + at] = this.reported.covers(at) ? 1 : 0;
  }
}
