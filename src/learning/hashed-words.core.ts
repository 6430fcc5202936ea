// A text as numbers: each word and each pair of neighbouring words becomes a hash, with no string made for it. What is
// learned is kept under these hashes, so that a model holds no word of a contact.

import { hashPrime, hashStart } from '../kernel/hash32.ts';

export { hashOfName, mixed } from '../kernel/hash32.ts';

/** The words of one text as hashes, in order. Used again for every text: read what is needed before the next call. */
export class HashedWords {
  hashes = new Int32Array(256);
  count = 0;
  /** Letters in all, and those that are capitals. */
  letters = 0;
  capitals = 0;
  questions = 0;
  exclamations = 0;

  /**
   * Case goes, apostrophes inside words go ("don't" is "dont"), every number is the same number, and question and
   * exclamation marks are words of their own. Everything else stands between words.
   */
  read(text: string): void {
    this.count = this.letters = this.capitals = this.questions = this.exclamations = 0;
    let hash = hashStart;
    let inside = false;
    for (let at = 0; at < text.length; at++) {
      let unit = text.charCodeAt(at);
      if (unit >= 65 && unit <= 90) {
        this.capitals++;
        unit += 32;
      }
      if ((unit >= 97 && unit <= 122) || unit >= 0xc0) {
        // Typographic marks stand above letters in the table; they part words, but an apostrophe does not.
        if (unit === 0x2019) continue;
        if (unit >= 0x2000 && unit <= 0x206f) {
          if (inside) this.push(hash);
          hash = hashStart;
          inside = false;
          continue;
        }
        this.letters++;
        hash = Math.imul(hash ^ unit, hashPrime);
        inside = true;
      } else if (unit >= 48 && unit <= 57) {
        // A run of digits is one sign, whatever its digits: no telephone number can be learned.
        const before = at > 0 ? text.charCodeAt(at - 1) : 0;
        if (before < 48 || before > 57) hash = Math.imul(hash ^ 48, hashPrime);
        inside = true;
      } else if (unit !== 39 || !inside) {
        if (inside) this.push(hash);
        hash = hashStart;
        inside = false;
        if (unit === 63) {
          this.questions++;
          this.push(63);
        } else if (unit === 33) {
          this.exclamations++;
          this.push(33);
        }
      }
    }
    if (inside) this.push(hash);
  }

  private push(hash: number): void {
    if (this.count === this.hashes.length) {
      const more = new Int32Array(this.count * 2);
      more.set(this.hashes);
      this.hashes = more;
    }
    this.hashes[this.count++] = hash;
  }
}
