// The UTF-16 units of one text in an array, which is read several times faster than a string, and where its words stand.

/** Units that may be read after the end of the text; they are zero. */
const margin = 16;

/** By unit, 1 for a letter from a to z in either case. */
export const isLetter = new Uint8Array(65536);
for (let letter = 0; letter < 26; letter++) isLetter[65 + letter] = isLetter[97 + letter] = 1;

export class TextUnits {
  units: Uint16Array = new Uint16Array(0);
  view: DataView = new DataView(new ArrayBuffer(0));
  /** Where run `r` of letters begins, at `2 * r`, and where it ends, behind that. */
  runs: Int32Array = new Int32Array(0);

  constructor() {
    this.reserve(4096);
  }

  /** Takes in a text and finds its runs of the letters a to z; what was there before is overwritten. @returns how many runs */
  load(text: string): number {
    const { length } = text;
    if (length + margin > this.units.length) this.reserve(length + margin);
    const { units, runs } = this;
    for (let at = 0; at < margin; at++) units[length + at] = 0;
    // Every place is written where a run may begin or end, and kept where one does: without a branch, since where words end can't
    // be foreseen, and foreseeing it wrongly would cost more than all else.
    let count = 0;
    let before = 0;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      units[at] = unit;
      const here = isLetter[unit]!;
      runs[count] = at;
      count += here ^ before;
      before = here;
    }
    runs[count] = length;
    count += before;
    return count >> 1;
  }

  /** The four units from `at` on as letters: small ones, one a byte, the first lowest. What is no letter a to z comes out as anything. */
  fourLetters(at: number): number {
    const { view } = this;
    const two = view.getInt32(2 * at, true);
    const more = view.getInt32(2 * at + 4, true);
    return (two & 0xff) | ((two >>> 8) & 0xff00) | ((more & 0xff) << 16) | ((more << 8) & 0xff000000) | 0x20202020;
  }

  private reserve(size: number): void {
    const length = 2 ** Math.ceil(Math.log2(size));
    const memory = new ArrayBuffer(2 * length);
    this.units = new Uint16Array(memory);
    this.view = new DataView(memory);
    this.runs = new Int32Array(length + 1);
  }
}
