// Whether what is called opens the web app, or tests it, so that its pages must have been built. What follows an option may be its
// value (`--data DIR`), so a command is looked for by its name and not by its place.
export function showsPages(verb, words) {
  if (verb === 'test') return true;
  if (verb === 'start' && (words.length === 0 || words[0].startsWith('-'))) return true;
  return ['start', 'customary'].includes(verb) && words.some((word) => word === 'start' || word === 'serve');
}
