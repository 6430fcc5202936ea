// Text in lines of a width, broken at spaces; a word that is longer stands alone on its line.

/** Below this, an indent leaves no room for a sentence: lines are let run over instead. */
const leastRoom = 20;

/** Lines of at most `width` characters each (UTF-16), each after `indent` blanks; none for a text without words. */
export function wrapped(text: string, width: number, indent = 0): string[] {
  const room = indent > 0 ? Math.max(leastRoom, width - indent) : width;
  const margin = ' '.repeat(indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(margin + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, margin + line];
}
