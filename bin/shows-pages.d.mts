export function showsPages(verb: string, words: readonly string[]): boolean;
