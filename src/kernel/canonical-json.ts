// JSON in one form only, so that the same content has the same digest wherever it is written: names sorted by their UTF-16
// units, no blanks, numbers and strings as ECMAScript writes them (RFC 8785).

/** Plain JSON values: null, booleans, finite numbers, strings, lists and objects; what is undefined in an object is left out. @throws TypeError for anything else */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('Only finite numbers have a form in JSON.');
    return JSON.stringify(value);
  }
  // Loops, since every row of a record goes through here, several times over its life.
  let text = '';
  if (Array.isArray(value)) {
    for (const one of value) text += text === '' ? canonicalJson(one) : `,${canonicalJson(one)}`;
    return `[${text}]`;
  }
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} has no form in JSON.`);
  const named = value as Readonly<Record<string, unknown>>;
  for (const name of inOrder(Object.keys(named))) {
    const one = named[name];
    if (one !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(one)}`;
  }
  return `{${text}}`;
}

// Mostly they are already: looking costs a fraction of sorting.
function inOrder(names: string[]): readonly string[] {
  for (let at = 1; at < names.length; at += 1) if (names[at]! < names[at - 1]!) return names.toSorted();
  return names;
}
