// Which files of a folder of packs are what, by their names.

/** Read beside packs, but not packs: the ladder's settings, published base rates. */
const beside = new Set(['ladder.yaml', 'base-rates.yaml']);

/** Is this the name of a file of examples? */
export function isExamplesFile(name: string): boolean {
  return /\.examples\.ya?ml$/.test(name);
}

/** Is this the name of a pack, or of a file of examples of one? */
export function isPackFile(name: string): boolean {
  return /\.ya?ml$/.test(name) && !beside.has(name);
}
