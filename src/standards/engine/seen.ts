// Pairs of numbers met in one search, forgotten at once when the next begins.

const firstSize = 128;
const secondBits = 14;

export class Seen {
  private keys = new Int32Array(firstSize);
  private stamps = new Int32Array(firstSize);
  private stamp = 0;
  private count = 0;

  clear(): void {
    this.stamp++;
    this.count = 0;
  }

  /** Whether this pair is new. `one` is less than 2^17; of `other` the lowest 14 bits tell. */
  add(one: number, other: number): boolean {
    const { keys, stamps, stamp } = this;
    const key = (one << secondBits) | (other & ((1 << secondBits) - 1));
    const mask = keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 12) & mask;
    while (stamps[slot] === stamp) {
      if (keys[slot] === key) return false;
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    stamps[slot] = stamp;
    if (++this.count * 2 > keys.length) this.grow();
    return true;
  }

  private grow(): void {
    const { keys, stamps, stamp } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.stamps = new Int32Array(keys.length * 2);
    this.count = 0;
    this.stamp = 1;
    for (const [slot, key] of keys.entries())
      if (stamps[slot] === stamp) this.add(key >>> secondBits, key & ((1 << secondBits) - 1));
  }
}
