// Sentences broken into lines of a screen.

/** The text in lines of at most `columns`, each after `indent` blanks; words longer than a line stand alone. */
export function wrapped(text: string, columns: number, indent = 0): string[] {
  const room = Math.max(20, columns - indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  return lines.map((one) => `${' '.repeat(indent)}${one}`);
}
