// A standard in a few words: what lists, charts and fixes call it. Its whole sentence stands wherever it is explained.

/** What a standard says, without the list of wordings that some carry after a colon or in brackets, nor its full stop. */
export function shortly(says: string): string {
  const plain = says.replaceAll(/\s*\([^()]*["“][^()]*\)/g, '').replace(/:\s*["“].*$/s, '');
  return plain.trim().replace(/[.!,;]+$/, '');
}

/** The standard's title, or what it says, shortly, where its pack gives none. */
export function titleOf(standard: { readonly title?: string | undefined; readonly says: string }): string {
  return standard.title ?? shortly(standard.says);
}

/** What a set of standards is called on screen: `hard-moments` is `Hard moments`. */
export function packName(pack: string): string {
  if (pack === 'core') return 'Wherever it happens';
  return pack.charAt(0).toUpperCase() + pack.slice(1).replaceAll('-', ' ');
}
