// Small hashes of 32 bits, for what is learned: words and names become numbers, and nothing is read back from them.

/** FNV-1a begins here. */
export const hashStart = 0x811c9dc5;
export const hashPrime = 16777619;

/** Two hashes made one, well spread over all 32 bits (the finaliser of MurmurHash3). */
export function mixed(one: number, other: number): number {
  let hash = Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The hash of a name, such as a cue's. */
export function hashOfName(name: string): number {
  let hash = hashStart;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), hashPrime);
  return hash;
}
