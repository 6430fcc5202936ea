// A rep whom the record doesn't know is named by a piece of the keyed digest of how the source names them: the same rep has the
// same code, and nobody reads a name from it.

const length = 8;

/** `rep-1a2b3c4d`, of the digest that is kept with a contact. */
export function repCodeOf(repHash: string): string {
  return `rep-${repHash.slice(0, length)}`;
}

/** Whether this is such a code, and no id of the record. */
export function isRepCode(id: string): boolean {
  return /^rep-[0-9a-f]{8}$/.test(id);
}
